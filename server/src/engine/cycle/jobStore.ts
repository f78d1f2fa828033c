import type { SourceObject } from "../ports.ts";
import type { FlowValue } from "../result.ts";
import type { JobState } from "./jobState.ts";
import type { LogEntry } from "./logEntry.ts";

/**
 * What one provisioning job keeps between cycles. What is kept counts once `commit` was called: a process that ends before
 * leaves the state of the last commit. Every member throws where the store cannot be read or written, which ends a cycle.
 */
export interface JobStore {
  readonly state: () => JobState;
  readonly setState: (state: JobState) => void;
  readonly objects: KnownObjects;
  readonly references: KeptReferences;
  readonly escrows: Escrows;
  readonly intents: Intents;
  readonly staged: StagedDeletions;
  readonly log: (entry: LogEntry) => void;
  /** A text that stands for a value which may not be stored: the same for the same value, in this store alone. */
  readonly hash: (text: string) => string;
  readonly commit: () => void;
  /** Commits before long, together with what others keep meanwhile, and ends then. */
  readonly stored: () => Promise<void>;
}

type ObjectType = SourceObject["objectType"];

/** A source object as the last cycles left it. */
export interface KnownObject {
  readonly id: string;
  readonly objectType: ObjectType;
  /** What a person calls it. */
  readonly name: string;
  readonly standing: Standing;
  /** The target's id of it; absent for one that was never provisioned. */
  readonly targetId?: string;
  /** What the object held when it was last evaluated to the end; absent: it is evaluated whatever it holds. */
  readonly fingerprint?: string;
}

/**
 * `inScope`: provisioned. `disabled`: provisioned, and inactive in the source. `unmanaged`: it went out of scope, was
 * disabled, and is not managed any more (how-provisioning-works, "Known limitations"). `outside`: never provisioned.
 */
export type Standing = "inScope" | "disabled" | "unmanaged" | "outside";

/** What was last exported, by target attribute; a value that may not be stored is only known by its hash. */
export type ExportedValues = Readonly<Record<string, FlowValue | { readonly hash: string }>>;

export interface KnownObjects {
  readonly find: (id: string) => KnownObject | undefined;
  /** The object that the target's object of this id belongs to. */
  readonly holder: (objectType: ObjectType, targetId: string) => KnownObject | undefined;
  readonly exported: (id: string) => ExportedValues;
  /** Values that are not given stay as they are. */
  readonly keep: (object: KnownObject, exported?: ExportedValues) => void;
  /** Forgets the object with its references, escrow and staged deletion. */
  readonly forget: (id: string) => void;
  /** Begins a reading of the whole source. */
  readonly beginReading: () => Reading;
  /** How many there are of a type that the target has. */
  readonly countProvisioned: (objectType: ObjectType) => number;
  /** Breaks all links between source and target. */
  readonly clear: () => void;
}

/** A reading of the whole source, which tells what it did not see. */
export interface Reading {
  /** Finds objects that the source gave, in the order of their ids. */
  readonly see: (ids: readonly string[]) => readonly (KnownObject | undefined)[];
  /** The objects that were known when the reading began and were not seen since. */
  readonly unseen: () => Iterable<KnownObject>;
}

/** A reference attribute of an object, as it was last written. */
export interface KeptReference {
  /** The source ids that it is to point to. */
  readonly wanted: readonly string[];
  /** The target ids that it points to, as far as that is known; absent: nothing was written yet. */
  readonly held?: readonly string[];
  /** The target ids that the target itself showed, where nothing was written yet. */
  readonly shown?: readonly string[];
  /** The generation under which it was last evaluated. */
  readonly generation: string;
  /** `pending`: it is to be written. `sent`: a change of it was sent, and nobody knows what came of it. */
  readonly status: "settled" | "pending" | "sent";
}

export interface KeptReferences {
  readonly find: (objectId: string, targetAttribute: string) => KeptReference | undefined;
  readonly keep: (objectId: string, targetAttribute: string, reference: KeptReference) => void;
  /** The ids of the objects with references that are not settled, up to `limit` of those behind `after` in the order of ids. */
  readonly unsettled: (after: string, limit: number) => readonly string[];
  /** The references of an object, by target attribute. */
  readonly of: (objectId: string) => ReadonlyMap<string, KeptReference>;
}

/** An object that failed, and when it is tried again. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface Escrow {
  readonly objectId: string;
  readonly objectType: ObjectType;
  readonly name: string;
  /** `reference`: the object itself is well. */
  readonly kind: "object" | "reference";
  readonly errorCode: string;
  readonly reason: string;
  readonly recommendedAction: string;
  readonly firstFailure: number;
  readonly nextAttempt: number;
  readonly attempts: number;
  /** What the object held when it failed: one that changed since does not wait. */
  readonly fingerprint: string;
}

export interface Escrows {
  readonly find: (objectId: string) => Escrow | undefined;
  readonly keep: (escrow: Escrow) => void;
  readonly drop: (objectId: string) => void;
  /** The oldest first. */
  readonly all: (limit: number) => readonly Escrow[];
  readonly count: (kind: Escrow["kind"]) => number;
  /** Drops those that first failed before an instant, and returns them. */
  readonly expire: (before: number) => readonly Escrow[];
  readonly clear: () => void;
}

/**
 * A creation, or the first change of an account that nobody managed, that was about to be sent: until its answer is stored,
 * only the target knows whether it took place.
 */
export interface Intent {
  readonly objectId: string;
  readonly objectType: ObjectType;
  readonly name: string;
  /** The name of the mapping. */
  readonly mapping: string;
  /** What the created object can be found by; empty where it may not be stored. */
  readonly matching: readonly { readonly attribute: string; readonly value: string }[];
  /** The account that was there already. */
  readonly targetId?: string;
}

export interface Intents {
  readonly add: (intent: Intent) => void;
  readonly drop: (objectId: string) => void;
  readonly all: () => readonly Intent[];
}

/** A deletion or disabling that was held back, since there were more than the threshold. */
export interface StagedDeletion {
  readonly objectId: string;
  readonly objectType: ObjectType;
  readonly name: string;
  readonly action: "disable" | "delete";
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly since: number;
}

export interface StagedDeletions {
  readonly has: (objectId: string) => boolean;
  readonly add: (deletion: StagedDeletion) => void;
  /** In the order of ids: several objects at a time become known in no order. */
  readonly all: (limit: number) => readonly StagedDeletion[];
  readonly count: () => number;
  readonly clear: () => void;
}
