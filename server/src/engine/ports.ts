import type { Value } from "../functions/values.ts";

/** An object of the source directory, with its attributes under Entra's provisioning names. An attribute that is absent from the map is null. */
export interface SourceObject {
  /** The object's id in Entra, a GUID as a rule. */
  readonly id: string;
  readonly objectType: "User" | "Group";
  readonly attributes: ReadonlyMap<string, Value>;
  /** `softDeleted`: in the recycle bin. `deleted`: gone from it, remembered only to be deleted in the target. */
  readonly state: "present" | "softDeleted" | "deleted";
  /** Assigned to the application, directly or through a group. */
  readonly assigned: boolean;
}

/** The source, as far as objects point to each other. */
export interface SourceDirectory {
  /** The object of that id; undefined where there is none. */
  readonly find: (id: string) => SourceObject | undefined;
}

/** The source of a cycle: every user and group, read in blocks, so that the memory needed does not grow with their number. */
export interface ObjectSource {
  /**
   * Reads all of it once, in blocks of some hundred objects. Throws where it cannot be read to its end, as what was not
   * read must never be taken for deleted. An object that is gone for good may be left out: its absence says so. One that
   * cannot be read ends the reading, unless somebody takes note of it.
   */
  readonly read: (
    signal?: AbortSignal,
    takeNote?: (unreadable: UnreadableObject) => void,
  ) => AsyncIterable<readonly SourceObject[]>;
  /** How much of the current reading is done, from 0 to 1. */
  readonly share: () => number;
}

/** An object of a source that cannot be read, with its place in the file, counted from 1. */
export interface UnreadableObject {
  readonly line: number;
  readonly column: number;
  /** One or two sentences: what is wrong, and what to do. */
  readonly reason: string;
  /** The id that it has nevertheless, where one can be seen. */
  readonly id?: string;
}

/** What a store knows from earlier runs. Provision on demand has none and asks the target instead. */
export interface LastKnown {
  /** The target's id of a source object that was created or matched before. */
  readonly targetId: (objectId: string) => string | undefined;
  /** The target ids that were last written to an attribute of a source object. */
  readonly references: (objectId: string, targetAttribute: string) => readonly string[];
  /**
   * False for an object that no cycle has provisioned, or that went out of scope since: nobody looks for it in the target
   * unless it is to be provisioned. Absent: every object is looked for.
   */
  readonly manages?: (objectId: string) => boolean;
  /** The source id of the object in scope that the target's object belongs to. */
  readonly holder?: (targetId: string) => string | undefined;
}

/** A SCIM request, complete but for the endpoint's address and the authorization. */
export interface ScimRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** From the endpoint on, percent-encoded: `/Users?filter=userName+eq+%22a%40b.com%22`. */
  readonly path: string;
  /** The JSON text, byte for byte as it is sent. */
  readonly body?: string;
}

/** A SCIM resource as the target returned it. */
export type Resource = Readonly<Record<string, unknown>>;

/** What came of a request. */
export type ScimAnswer =
  | { readonly kind: "resource"; readonly status: number; readonly resource: Resource }
  | {
      readonly kind: "list";
      readonly status: number;
      readonly totalResults: number;
      readonly resources: readonly Resource[];
    }
  | { readonly kind: "done"; readonly status: number }
  | ScimFailure;

/** A refused, lost or unreadable request. Nothing in it holds a secret. */
export interface ScimFailure {
  readonly kind: "failure";
  /** The HTTP status; absent where no answer came. */
  readonly status?: number;
  /** RFC 7644 section 3.12. */
  readonly scimType?: string;
  readonly detail?: string;
  /** One sentence: what was asked and what came. */
  readonly message: string;
  /** One sentence: what the person can do. */
  readonly remedy: string;
  /** The start of an answer that is no SCIM message, secrets masked. */
  readonly received?: string;
  /** No answer came in time. */
  readonly isLate?: true;
  /** The target may have done all the same what a write asked for: look before it is sent again. */
  readonly isUncertain?: true;
  /** It was not sent at all, because the run had come to a halt before. */
  readonly isUnattempted?: true;
  /** No request of this run has any prospect; all others are answered as unattempted. */
  readonly halt?: Halt;
}

/** Why a run cannot go on. */
export interface Halt {
  /** The target refuses the credentials, cannot be reached, or asks for a longer pause than a run waits. */
  readonly reason: "credentials" | "unreachable" | "busy";
  /** When the target wants to be asked again, in milliseconds since 1970. */
  readonly resumeAt?: number;
}

/** A SCIM endpoint. Never throws for what the network or the endpoint does. */
export interface TargetSystem {
  /** `attempt` counts how often the caller has this write sent, from 1, so that it is not sent too often in all. */
  readonly send: (request: ScimRequest, signal?: AbortSignal, attempt?: number) => Promise<ScimAnswer>;
}

/** Takes the writing requests of a run: sends them, or keeps them. */
export interface Executor {
  readonly kind: "dryRun" | "live";
  /** `planned` is the answer of an executor that sends nothing. */
  readonly write: (
    request: ScimRequest,
    signal?: AbortSignal,
    attempt?: number,
  ) => Promise<ScimAnswer | { readonly kind: "planned" }>;
}
