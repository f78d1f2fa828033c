import type { MappingCoverage } from "./engine/mappingTest/coverage/coverage.ts";
import type { TestResult } from "./engine/mappingTest/testResult.ts";
import type { ProvisioningResult } from "./engine/result.ts";

export type { ProvisioningResult } from "./engine/result.ts";

/** The names of the requests that Mapwright adds to the Language Server Protocol. */
export const methods = {
  /** client to server: PreviewParams -> PreviewAnswer. Cancellable. */
  preview: "mapwright/preview",
  /** client to server: MappingAtParams -> the name of the mapping at the place, or null. */
  mappingAt: "mapwright/mappingAt",
  /** client to server: RunTestsParams -> RunTestsAnswer. Cancellable. */
  runTests: "mapwright/runTests",
  /** client to server: TestFilesParams -> TestFilesAnswer. Runs nothing. */
  testFiles: "mapwright/testFiles",
  /** client to server: SaveAsTestParams -> SaveAsTestAnswer. Writes nothing: the client edits the document. */
  saveAsTest: "mapwright/saveAsTest",
  /** client to server: UsersParams -> UsersAnswer. */
  users: "mapwright/users",
  /** client to server: MembersParams -> MembersAnswer. */
  members: "mapwright/members",
  /** client to server: EnvironmentsParams -> EnvironmentsAnswer. */
  environments: "mapwright/environments",
  /** client to server: ImportSchemaParams -> ImportSchemaAnswer. Writes the `.provmap` file. */
  importSchema: "mapwright/importSchema",
  /** client to server: ExportSchemaParams -> ExportSchemaAnswer. Writes the JSON file. */
  exportSchema: "mapwright/exportSchema",
  /** client to server: nothing -> GalleryTemplatesAnswer. */
  galleryTemplates: "mapwright/galleryTemplates",
  /** client to server: TestEndpointParams -> TestEndpointAnswer. Cancellable. */
  testEndpoint: "mapwright/testEndpoint",
  /** client to server: NewApplicationParams -> NewApplicationAnswer. Writes the `.provmap` file and `mapwright.json`. Cancellable. */
  newApplication: "mapwright/newApplication",
  /** client to server: SetupParams -> SetupAnswer. */
  setup: "mapwright/setup",
  /** client to server: ToolParams -> ToolAnswer. Cancellable. */
  tool: "mapwright/tool",
  /** Notification from client to server: PinParams. The sample whose values are shown from now on. */
  pin: "mapwright/pin",
  /** server to client: SecretParams -> SecretAnswer. The value is never stored or logged. */
  secret: "mapwright/secret",
} as const;

export interface MappingAtParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export type PreviewParams = PreviewedKey & {
  readonly uri: string;
  /** The name of the mapping; absent: the first enabled one whose source object fits. */
  readonly mapping?: string;
  readonly environment?: string;
  /** True: provision for real. The client has asked the person. */
  readonly provision: boolean;
  /** True: the result compares the requests with and without the flag of the tenant URL. */
  readonly comparesWire?: boolean;
  /** Source attributes: the result tells what an incremental cycle may do in which only these have changed. */
  readonly changed?: readonly string[];
};

/** Whom a preview is of. */
export type PreviewedKey =
  /** The user's id, userPrincipalName or mail. */
  | { readonly user: string; readonly group?: undefined }
  /** The group's id, displayName or mail, and up to five of its members by id, userPrincipalName or mail; absent: the first five. */
  | { readonly group: string; readonly members?: readonly string[] };

/** An answer, or why there is none: one sentence with the place and the remedy. */
export type PreviewAnswer =
  | {
      readonly kind: "result";
      readonly result: ProvisioningResult;
      readonly previewed: Previewed;
      readonly environment: Environment;
      readonly access: EndpointAccess;
    }
  | { readonly kind: "refused"; readonly message: string };

/** Whom a preview was of, as the directory has them now. */
export type Previewed =
  | { readonly kind: "user"; readonly user: DirectoryUser }
  /** With the members that came with the group. */
  | { readonly kind: "group"; readonly group: DirectoryGroup; readonly members: readonly DirectoryMember[] };

/** How an endpoint is reached by a person who sends a request by hand. Nothing in it is a secret. */
export interface EndpointAccess {
  /** What stands in front of a request's path, `https://scim.example/v2`; absent for the sandbox, whose address changes. */
  readonly address?: string;
  /** The flag that every request carries in its query. */
  readonly flag?: string;
  readonly authentication: "bearer" | "basic" | "oauth" | "none";
  /** Who signs in, where the secret is the password alone. */
  readonly user?: string;
  /** The environment variable in which the command line looks for the secret. */
  readonly variable?: string;
}

export interface RunTestsParams {
  readonly uri: string;
  /** The names of the tests to run; absent: all of the document. */
  readonly tests?: readonly string[];
  /** True: what the tests reached of the mappings is told, too. */
  readonly coverage?: boolean;
}

/** The results in the order of the document's text, into which their spans point, as those of the coverage do. */
export type RunTestsAnswer =
  | {
      readonly kind: "results";
      readonly results: readonly TestResult[];
      /** One for each mapping, where it was asked for. */
      readonly coverage?: readonly MappingCoverage[];
    }
  | { readonly kind: "refused"; readonly message: string };

export interface TestFilesParams {
  /** The document to look into; absent: all `.provmap` files of the workspace, and those that are open. */
  readonly uri?: string;
}

export interface TestFilesAnswer {
  readonly files: readonly TestFile[];
}

/** A `.provmap` file and its tests, in the order of the text. It may have none. */
export interface TestFile {
  readonly uri: string;
  /** The name of the application that the file describes. */
  readonly application?: string;
  /** The mappings that have tests. */
  readonly mappings: readonly TestedMapping[];
  /** Tests of a mapping that is not there. */
  readonly others: readonly NamedRange[];
  /** A mistake outside every mapping and test, which may hide a test. */
  readonly problem?: { readonly message: string; readonly range: TextRange };
}

/** The range is the name's. */
export interface TestedMapping extends NamedRange {
  readonly tests: readonly NamedRange[];
}

export interface NamedRange {
  readonly name: string;
  readonly range: TextRange;
}

export interface SaveAsTestParams {
  readonly uri: string;
  /** What the test is to be called. */
  readonly name: string;
  /** What a preview of one of the document's mappings told. */
  readonly result: ProvisioningResult;
}

/** The block of a test that passes and the offset where it is put into the document; or why there is none, in a sentence with the remedy. */
export type SaveAsTestAnswer =
  | {
      readonly kind: "test";
      readonly offset: number;
      readonly text: string;
      /** What of the preview the test cannot hold, and why: a sentence each. */
      readonly leftOut: readonly string[];
    }
  | { readonly kind: "refused"; readonly message: string };

/** As the Language Server Protocol counts. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface UsersParams {
  readonly uri: string;
  /** The mapping to preview: what it does not provision is left out. */
  readonly mapping?: string;
}

export type UsersAnswer =
  | { readonly kind: "users"; readonly users: readonly DirectoryUser[]; readonly groups: readonly DirectoryGroup[] }
  | { readonly kind: "refused"; readonly message: string };

/** What a person recognises a user by. */
export interface DirectoryUser {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail?: string;
  readonly department?: string;
}

/** What a person recognises a group by. */
export interface DirectoryGroup {
  readonly id: string;
  readonly displayName: string;
  readonly mail?: string;
  /** How many direct members it has. */
  readonly members: number;
}

export interface MembersParams {
  readonly uri: string;
  /** The group's id, displayName or mail. */
  readonly group: string;
}

/** The direct members of a group, in the order of the directory. */
export type MembersAnswer =
  | { readonly kind: "members"; readonly members: readonly DirectoryMember[] }
  | { readonly kind: "refused"; readonly message: string };

/** A user or a group as the member of another group; the id stands for the name of one that the directory does not have. */
export interface DirectoryMember {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName?: string;
}

export interface EnvironmentsParams {
  readonly uri: string;
}

export type EnvironmentsAnswer =
  | { readonly kind: "environments"; readonly environments: readonly Environment[] }
  | { readonly kind: "refused"; readonly message: string };

export interface Environment {
  readonly name: string;
  /** `sandbox`, or the address without credentials. */
  readonly endpoint: string;
  readonly write: boolean;
  /** The name of the secret it needs. */
  readonly secret?: string;
}

export interface ImportSchemaParams {
  /** The schema of Microsoft Graph. */
  readonly schema: string;
  /** The `.provmap` file to write. */
  readonly provmap: string;
}

export type ImportSchemaAnswer =
  | {
      readonly kind: "imported";
      readonly mappings: number;
      /** How many attribute mappings and clauses only the schema has: comments stand for them. */
      readonly unsaid: number;
    }
  | { readonly kind: "refused"; readonly message: string };

export interface ExportSchemaParams {
  readonly provmap: string;
  /** The JSON file to write. */
  readonly schema: string;
}

export type ExportSchemaAnswer = { readonly kind: "exported" } | { readonly kind: "refused"; readonly message: string };

export interface GalleryTemplatesAnswer {
  readonly templates: readonly GalleryTemplateSummary[];
}

/** What a person chooses a template by. */
export interface GalleryTemplateSummary {
  readonly id: string;
  readonly name: string;
  readonly connector: "SCIM" | "SCIM 1.1" | "proprietary";
  /** With `{placeholders}`; absent where the gallery asks for none. */
  readonly tenantUrl?: string;
  readonly authentication: "bearer" | "basic";
  /** What the gallery asks for, in words. */
  readonly asks: string;
  readonly objects: readonly ("User" | "Group")[];
  /** The page of its provisioning tutorial, and the date that it gives itself. */
  readonly tutorial: string;
  readonly dated: string;
  readonly limits: readonly string[];
}

/** An endpoint and how it is addressed; the secret is its name. */
export interface NewEndpoint {
  readonly endpoint?: string;
  /** Absent: that of the template, or `bearer`. */
  readonly authentication?: "bearer" | "basic" | "none";
  readonly secret?: string;
}

export interface TestEndpointParams extends NewEndpoint {
  readonly endpoint: string;
}

/** Whether the endpoint answers, and whether it tells its attributes; why not, in a sentence with the remedy. */
export type TestEndpointAnswer =
  | { readonly kind: "connected"; readonly schemas: EndpointSchemasReport }
  | { readonly kind: "refused"; readonly message: string };

export type EndpointSchemasReport =
  | { readonly kind: "found" }
  | { readonly kind: "failed"; readonly message: string; readonly remedy: string };

export interface NewApplicationParams extends NewEndpoint {
  /** The folder to write to. */
  readonly folder: string;
  /** The id of a gallery template; absent: a SCIM application that is not in the gallery. */
  readonly template?: string;
  /** Absent: that of the template. */
  readonly name?: string;
  readonly scope?: "assigned" | "all";
}

export type NewApplicationAnswer =
  | {
      readonly kind: "created";
      /** The `.provmap` file. */
      readonly uri: string;
      readonly name: string;
      /** The environment that was added; absent where no endpoint of SCIM 2.0 is known. */
      readonly environment?: string;
      readonly schemas?: EndpointSchemasReport;
    }
  | { readonly kind: "refused"; readonly message: string };

/**
 * The steps of setting up provisioning that can be seen from the workspace: an application is there, its mode is automatic,
 * its scope is said, its mappings are correct and match, somebody is assigned, its job has begun, and has ended a cycle.
 */
export type SetupStep = "application" | "mode" | "scope" | "mappings" | "assigned" | "started" | "monitored";

export interface SetupParams {
  /** Steps that are known to be done, and not looked at again. */
  readonly known: readonly SetupStep[];
}

/** The steps that are done for one of the workspace's applications or another. */
export interface SetupAnswer {
  readonly done: readonly SetupStep[];
}

export interface PinParams {
  /** The id of a user or a group of the directory; null for none. A client may give the first in its initialization options, as `pinned`. */
  readonly sample: string | null;
}

/** A tool of language models, by the name that package.json gives it. */
export interface ToolParams {
  readonly name: string;
  /** As its schema says. */
  readonly input: unknown;
}

/** What a language model is told: JSON, or why there is none, in a sentence with the remedy. */
export type ToolAnswer =
  | { readonly kind: "result"; readonly result: unknown }
  | { readonly kind: "refused"; readonly message: string };

export interface SecretParams {
  readonly name: string;
}

export interface SecretAnswer {
  readonly value: string | null;
}
