import type { AssumptionName } from "../functions/assumptions.ts";
import type { Span } from "../language/text.ts";
import type { ScimFailure, ScimRequest } from "./ports.ts";
import type { WireComparison } from "./wire/comparison.ts";

/** What one run over one object did, or would do: the answer of Microsoft Graph's provisionOnDemand, and what Mapwright shows beside it. Plain JSON. */
export interface ProvisioningResult {
  readonly mode: "dryRun" | "provision";
  readonly mapping: string;
  readonly action: ProvisioningAction;
  /** One sentence for the person: "Ada Lovelace would be created in ServiceNow." */
  readonly summary: string;
  /** What the run leaves out, in sentences; mostly empty. */
  readonly notes: readonly string[];
  readonly scope: ScopeReport;
  readonly match?: MatchReport;
  /** One row for each attribute mapping, in the order of the file; empty where the run ended before mapping. */
  readonly attributes: readonly AttributeFlow[];
  /** Every request in order: those that were sent and, in a dry run, those that would be. */
  readonly requests: readonly RecordedRequest[];
  readonly assumptions: readonly StatedAssumption[];
  /** The writing requests with and without the flag, where that was asked for. */
  readonly wire?: WireComparison;
  /** What an incremental cycle may do in which only some attributes have changed, where that was asked for. */
  readonly delta?: DeltaReport;
  readonly onDemand: ProvisionOnDemandAnswer;
}

/** The two readings of an incremental change: the whole object is evaluated, as this result has it, or only what changed. */
export interface DeltaReport {
  /** The source attributes that have changed. */
  readonly changed: readonly string[];
  /** The target attributes whose mappings read one of them. */
  readonly reads: readonly string[];
  /** The target attributes for which the readings differ. */
  readonly attributes: readonly DeltaAttribute[];
  /** Why no reading differs, where that is not for the mappings. */
  readonly note?: string;
}

/** A target attribute that may be written although nothing that its mapping reads has changed. */
export interface DeltaAttribute {
  readonly target: string;
  /** The source as written, on one line. */
  readonly source: string;
  /** What the target holds after a full evaluation. */
  readonly full: FlowValue;
  /** What an incremental cycle may evaluate. */
  readonly delta: FlowValue;
  readonly effect: "mayBeCleared" | "mayChange";
  /** Redact had a part in it: the values are masked. */
  readonly redacted?: true;
  /** Why, and what to write instead. */
  readonly reason: string;
  /** The attribute mapping's place in the text. */
  readonly span: Span;
}

export type ProvisioningAction = "create" | "update" | "disable" | "delete" | "skip" | "fail";

/** The reasons of Graph's skipped exports, and ours where Graph has none. */
export type SkipReason =
  | "NotEffectivelyEntitled"
  | "NotActiveInSource"
  | "RedundantExport"
  | "ActionNotEnabled"
  | "MappingNotEnabled"
  | "SkipOutOfScopeDeletions"
  | "IgnoreObjectFlow"
  | "NoSoftDeleteMapping"
  | "AttributeValidationFailed";

/** Each condition of provisioning with its verdict. */
export interface ScopeReport {
  readonly inScope: boolean;
  /** What the expression attribute IsSoftDeleted holds: unassigned, out of scope, soft-deleted or disabled. */
  readonly isSoftDeleted: boolean;
  readonly conditions: readonly ScopeCondition[];
  readonly filters: readonly FilterReport[];
}

export interface ScopeCondition {
  /** In Entra's words, which are the same in every language. */
  readonly name:
    | "Active in the source system"
    | "Assigned to the application"
    | "Scoping filter evaluation passed"
    | "Input filter evaluation passed"
    | "Category filter evaluation passed";
  readonly passed: boolean;
  readonly reason: string;
}

export interface FilterReport {
  readonly name: string;
  readonly passed: boolean;
  readonly clauses: readonly ClauseReport[];
  readonly span: Span;
}

export interface ClauseReport {
  /** As the provisioning log renders it: `department EQUALS 'Marketing'`. */
  readonly text: string;
  readonly passed: boolean;
  /** One sentence with the object's value. */
  readonly reason: string;
  readonly span: Span;
}

export interface MatchReport {
  readonly attempts: readonly MatchAttempt[];
  /** The target's id of the object found. */
  readonly targetId?: string;
}

export interface MatchAttempt {
  readonly precedence: number;
  readonly targetAttribute: string;
  readonly value: string;
  /** How many objects the target returned. */
  readonly hits: number;
}

export interface AttributeFlow {
  readonly target: string;
  readonly mappingType: "Direct" | "Constant" | "Expression" | "None";
  /** The source as written, on one line. */
  readonly source: string;
  readonly oldValue: FlowValue;
  readonly newValue: FlowValue;
  /** Redact had a part in it: the values are masked. */
  readonly redacted?: true;
  readonly why: FlowReason;
  /** What went wrong, in words; for a reference, why it is not as the source has it, which is no failure of the object. */
  readonly problem?: string;
  /** The objects that a reference points to, or pointed to. `oldValue` and `newValue` have their ids in the target. */
  readonly references?: readonly ReferenceReport[];
  /** The attribute mapping's place in the text. */
  readonly span: Span;
}

/** One object that a reference points to, or pointed to. */
export interface ReferenceReport {
  /** The id in the source; absent for an object that only the target has. */
  readonly objectId?: string;
  readonly displayName: string;
  /** The id in the target, where the object is known there. */
  readonly targetId?: string;
  /** `leftOut`: it was not written, for the reason; `failed`: the target did not take it. */
  readonly outcome: "set" | "added" | "removed" | "unchanged" | "leftOut" | "failed";
  readonly reason?: string;
}

/** A text, the texts of a list, or null for no value. */
export type FlowValue = string | readonly string[] | null;

export type FlowReason =
  | "changed"
  | "unchanged"
  | "flowsAlways"
  | "default"
  | "onlyDuringCreation"
  | "flowIgnored"
  | "empty"
  | "reference"
  | "notFlowing"
  | "problem";

/** A request as it may be shown: redacted values are masked in its path and body. */
export interface RecordedRequest extends ScimRequest {
  /** `test` probes the connection, `unique` asks whether a value of SelectUniqueValue is taken. */
  readonly purpose: "test" | "match" | "unique" | "read" | "create" | "update" | "disable" | "delete" | "reference";
  /** False for the writes of a dry run. */
  readonly sent: boolean;
  /** A text in the path or the body that stands for the id which the target gives the object when it is created. */
  readonly placeholder?: string;
  /** The HTTP status of the answer. */
  readonly status?: number;
  readonly failure?: ScimFailure;
}

export interface StatedAssumption {
  /** An expression option, or a name of the engine's own. */
  readonly name: AssumptionName | string;
  readonly text: string;
}

/** Microsoft Graph beta, synchronizationJob: provisionOnDemand: the members of its answer that do not depend on a tenant. */
export interface ProvisionOnDemandAnswer {
  readonly provisioningSteps: readonly ProvisioningStep[];
  readonly modifiedProperties: readonly ModifiedProperty[];
  readonly statusInfo: StatusInfo;
  readonly action: "Create" | "Update" | "Delete" | "Disable" | "Other";
  readonly sourceIdentity: Identity;
  readonly targetIdentity: Identity;
}

export interface ProvisioningStep {
  readonly name: StepName;
  readonly type: "Import" | "Matching" | "Scoping" | "Export";
  readonly status: "Success" | "Warning" | "Failure" | "Skipped";
  readonly description: string;
  readonly details: Readonly<Record<string, string>>;
}

export type StepName =
  | "EntryImport"
  | "EntryImportObjectNotFound"
  | "EntrySynchronizationScoping"
  | "EntrySynchronizationAdd"
  | "EntrySynchronizationUpdate"
  | "EntrySynchronizationSkip"
  | "EntryExportAdd"
  | "EntryExportUpdate"
  | "EntryExportUpdateSoftDelete"
  | "EntryExportDelete";

export interface ModifiedProperty {
  readonly displayName: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

export interface StatusInfo {
  readonly status: "Success" | "Warning" | "Failure" | "Skipped";
  readonly errorCode?: string;
  readonly reason?: string;
  readonly skipReason?: SkipReason;
  readonly recommendedAction?: string;
}

export interface Identity {
  readonly id: string;
  readonly displayName: string;
  readonly identityType: "User" | "Group" | "";
}
