import type { Span } from "../../language/text.ts";
import type { FlowValue, StatedAssumption } from "../result.ts";

/** What provisioning would do with an object. `noChange`: the target has it, and every value that flows. */
export const impactActions = ["create", "update", "disable", "delete", "fail", "skip", "noChange"] as const;
export type ImpactAction = (typeof impactActions)[number];

/** How many objects each action is for. */
export type ActionCounts = Readonly<Record<ImpactAction, number>>;

/** What an edit of a mapping file does to a whole directory: the version before, and the one after it. Plain JSON. */
export interface ImpactResult {
  /** Users and groups that were read. */
  readonly objects: number;
  /** What the version before would do. */
  readonly before: ActionCounts;
  /** What the version after would do. */
  readonly after: ActionCounts;
  readonly mappings: readonly MappingImpact[];
  /** The objects for which the two versions differ, by what the version after does, in the order of `impactActions`. */
  readonly people: readonly PeopleImpact[];
  /** The clauses by which objects come into scope or fall out of it, the weightiest first. */
  readonly clauses: readonly ClauseImpact[];
  /** The target attributes whose values differ, the weightiest first. */
  readonly changes: readonly AttributeImpact[];
  readonly collisions: CollisionImpact;
  readonly threshold: ThresholdVerdict;
  /** Objects of the directory that could not be read, and were left out. */
  readonly unreadable: { readonly total: number; readonly examples: readonly string[] };
  /** What was taken for granted, and what is left out, in sentences. */
  readonly notes: readonly string[];
  readonly assumptions: readonly StatedAssumption[];
}

/** One object mapping of the version after. */
export interface MappingImpact {
  readonly mapping: string;
  /** False: the version before has no mapping of that name. */
  readonly existed: boolean;
  /** Objects that were in scope before, and that are after. */
  readonly inScope: { readonly before: number; readonly after: number };
  /** How many come into scope, and how many fall out. */
  readonly joins: number;
  readonly leaves: number;
  /** The scoping filters of the version after. */
  readonly filters: readonly FilterImpact[];
  /** Its place in the text of the version after. */
  readonly span: Span;
}

/** One scoping filter, and the objects in scope that pass it; an object may pass several. */
export interface FilterImpact {
  readonly filter: string;
  /** Objects in scope that pass it; before: those that passed the filter of that name, or the only one where there is one in both versions. */
  readonly inScope: { readonly before: number; readonly after: number };
  /** Of those after, how many come into scope; of those before, how many fall out. */
  readonly joins: number;
  readonly leaves: number;
  /** Its place in the text of the version after. */
  readonly span: Span;
}

export interface PeopleImpact {
  readonly action: ImpactAction;
  /** All of them; the list may be shorter. */
  readonly total: number;
  readonly people: readonly ImpactPerson[];
}

/** One user or group for which the versions differ. */
export interface ImpactPerson {
  readonly id: string;
  readonly displayName: string;
  readonly objectType: "User" | "Group";
  readonly mapping: string;
  readonly before: ImpactAction;
  readonly after: ImpactAction;
  /** One sentence: why the version after does that. */
  readonly reason: string;
  /** What decided that the object is in scope in one version only. */
  readonly clause?: DecidingClause;
  readonly changes: readonly ValueChange[];
}

/** A clause by which an object is in scope in one version and not in the other. */
export interface DecidingClause {
  /** The version that has the clause, which fails there. */
  readonly version: "before" | "after";
  readonly filter: string;
  /** As the provisioning log renders it: `department EQUALS 'Marketing'`. */
  readonly clause: string;
  /** Its place in the text of that version. */
  readonly span: Span;
}

/** What the target holds in an attribute after either version has run; a redacted value is masked. */
export interface ValueChange {
  readonly target: string;
  readonly oldValue: FlowValue;
  readonly newValue: FlowValue;
  readonly redacted?: true;
}

export interface ClauseImpact extends DecidingClause {
  readonly mapping: string;
  readonly joins: number;
  readonly leaves: number;
}

export interface AttributeImpact {
  readonly mapping: string;
  readonly target: string;
  /** Objects that keep their account and whose value differs. */
  readonly total: number;
  readonly examples: readonly (Omit<ValueChange, "target"> & { readonly displayName: string })[];
}

/** Values of matching attributes that several objects in scope give, so that they would take turns with one account. */
export interface CollisionImpact {
  readonly total: number;
  readonly examples: readonly Collision[];
}

export interface Collision {
  readonly mapping: string;
  readonly target: string;
  readonly value: string;
  /** The objects that share it, the first of them. */
  readonly people: readonly { readonly id: string; readonly displayName: string }[];
  readonly total: number;
  /** They shared it in the version before too. */
  readonly existed: boolean;
}

/** Whether a cycle with the version after would stop at the accidental-deletions threshold (accidental-deletions). */
export interface ThresholdVerdict {
  /** Accounts that it would disable or delete. */
  readonly deletions: number;
  /** Absent: the application has none, and nothing stops the cycle. */
  readonly threshold?: number;
  readonly trips: boolean;
}
