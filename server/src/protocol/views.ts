import type { Resource } from "../engine/ports.ts";
import type { RecordedRequest } from "../engine/result.ts";
import type { StepFailure } from "../engine/stepFailure.ts";
import type { DirectoryGroup, DirectoryUser } from "../protocol/directory.ts";
import type { Environment } from "../protocol/environments.ts";

/** The names of the requests of the views: applications, directory, environments and sandboxes. */
export const viewMethods = {
  /** client to server: ApplicationsParams -> ApplicationsAnswer. Answered in a workspace that is not trusted, too. */
  applications: "mapwright/applications",
  /** client to server: WorkspaceParams -> WorkspaceAnswer. */
  workspace: "mapwright/workspace",
  /** client to server: DirectoryParams -> DirectoryAnswer. */
  directory: "mapwright/directory",
  /** client to server: TestConnectionParams -> TestConnectionAnswer. Cancellable. */
  testConnection: "mapwright/testConnection",
  /** client to server: SandboxPageParams -> SandboxPageAnswer. Starts the sandbox where it does not run. */
  sandbox: "mapwright/sandbox",
  /** client to server: SandboxResourceParams -> SandboxResourceAnswer. */
  sandboxResource: "mapwright/sandboxResource",
  /** client to server: SandboxParams -> ResetSandboxAnswer. */
  resetSandbox: "mapwright/resetSandbox",
} as const;

export interface ApplicationsParams {
  /** JSON files that may be schemas of Microsoft Graph. */
  readonly schemas: readonly string[];
}

/** The applications of the workspace's `.provmap` files, of open schemas, and of those that were asked about, in the order of their addresses. */
export interface ApplicationsAnswer {
  readonly applications: readonly ApplicationOverview[];
}

/** What a file says of its application, and how much is wrong with it. */
export interface ApplicationOverview {
  readonly uri: string;
  readonly language: "provmap" | "graph";
  /** The application's name; absent where the file gives none. */
  readonly name?: string;
  readonly problems: ProblemCounts;
  /** In the order of the text. */
  readonly parts: readonly ApplicationPart[];
}

/** How many problems there are of each level, as `mapwright check` counts them. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

/** An object mapping, one of its filters or attribute mappings, or a test. */
export interface ApplicationPart {
  readonly kind: "mapping" | "filter" | "attributeMapping" | "test";
  readonly name: string;
  /** In short, what the part says: clauses, a source. */
  readonly detail: string;
  /** True for an object mapping that is not enabled. */
  readonly isOff: boolean;
  /** Where its name stands, in lines and UTF-16 units from 0. */
  readonly place: Place;
  /** Those in the whole of the part. */
  readonly problems: ProblemCounts;
  readonly parts: readonly ApplicationPart[];
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface WorkspaceParams {
  /** A file or folder of the workspace. */
  readonly uri: string;
}

/** What the `mapwright.json` of a file or folder says. */
export type WorkspaceAnswer =
  | {
      readonly kind: "workspace";
      /** The `mapwright.json`; absent where there is none. */
      readonly configuration?: string;
      /** The directory file; absent where none is named. */
      readonly directory?: string;
      readonly environments: readonly PlacedEnvironment[];
    }
  | { readonly kind: "refused"; readonly message: string };

/** An environment, and where `mapwright.json` defines it; it says nothing of the sandbox that is always there. */
export interface PlacedEnvironment extends Environment {
  readonly place?: Place;
}

/** A page of the users or groups of a directory that a text is found in. */
export interface DirectoryParams {
  /** A file or folder of the workspace. */
  readonly uri: string;
  readonly type: "User" | "Group";
  /** Looked for in names, mail, department and id, in any case; absent: everybody. */
  readonly search?: string;
  /** How many are left out at the beginning, and how many follow at most. */
  readonly offset: number;
  readonly limit: number;
}

export type DirectoryAnswer =
  | {
      readonly kind: "page";
      /** How many there are in all, and how many have the text. */
      readonly total: number;
      readonly found: number;
      /** Of the two, the one that was not asked for is empty. */
      readonly users: readonly DirectoryUser[];
      readonly groups: readonly DirectoryGroup[];
    }
  /** No directory is named. */
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly message: string };

export interface TestConnectionParams {
  /** A file or folder of the workspace. */
  readonly uri: string;
  readonly environment: string;
}

export type TestConnectionAnswer =
  | { readonly kind: "tested"; readonly report: ConnectionReport }
  | { readonly kind: "refused"; readonly message: string };

/** What "test connection" found out; `mapwright test-connection --format json` prints it. */
export interface ConnectionReport {
  readonly environment: Environment;
  readonly state: "connected" | "failed";
  readonly requests: readonly RecordedRequest[];
  readonly failure?: StepFailure;
}

export interface SandboxParams {
  /** A file whose application has the sandbox. */
  readonly uri: string;
  /** An environment with the endpoint `sandbox`; absent: the first. */
  readonly environment?: string;
}

/** A page of the users or groups that the sandbox of an application holds. */
export interface SandboxPageParams extends SandboxParams {
  readonly type: "User" | "Group";
  /** How many are left out at the beginning, and how many follow at most. */
  readonly offset: number;
  readonly limit: number;
}

export type SandboxPageAnswer =
  | ({
      readonly kind: "page";
      /** How many there are in all. */
      readonly total: number;
      readonly resources: readonly SandboxResource[];
    } & SandboxOwner)
  | { readonly kind: "refused"; readonly message: string };

/** Whose sandbox it is. */
export interface SandboxOwner {
  readonly application: string;
  readonly environment: string;
}

/** How much the sandbox holds since. */
export type ResetSandboxAnswer =
  | ({ readonly kind: "reset"; readonly users: number; readonly groups: number } & SandboxOwner)
  | { readonly kind: "refused"; readonly message: string };

/** What a person recognises a resource of a target by. */
export interface SandboxResource {
  readonly id: string;
  /** Its userName or displayName. */
  readonly name: string;
  /** The displayName of a user, where it is another. */
  readonly displayName?: string;
  /** False for a user who is disabled. */
  readonly active: boolean;
}

export interface SandboxResourceParams extends SandboxParams {
  readonly type: "User" | "Group";
  readonly id: string;
}

export type SandboxResourceAnswer =
  | { readonly kind: "resource"; readonly resource: Resource }
  | { readonly kind: "refused"; readonly message: string };
