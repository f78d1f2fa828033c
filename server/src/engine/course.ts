import type { Application, ObjectMapping } from "../model/configuration.ts";
import type { Step } from "./expression/outline.ts";
import type { World } from "./expression/world.ts";
import type { CompiledMapping } from "./flow/compiledMapping.ts";
import type { Decision } from "./flow/decide.ts";
import type { Flow } from "./flow/flow.ts";
import type { MappedValue } from "./flow/mappedValue.ts";
import type { FoundObject, MatchOutcome } from "./match/match.ts";
import type { Executor, LastKnown, SourceDirectory, SourceObject, TargetSystem } from "./ports.ts";
import type { Wire } from "./requests/wire.ts";
import type { Write } from "./requests/writes.ts";
import type { RecordedRequest } from "./result.ts";
import type { ScopeJudge, ScopeVerdict } from "./scope/scope.ts";
import type { StepFailure } from "./stepFailure.ts";
import type { ConnectionTest } from "./testConnection.ts";

/** The end of a run: what flowed, what was written, how it ended. */
export type Act = Pick<Course, "mapped" | "flows" | "requests" | "writes" | "adopted" | "ending">;

/** One object on its way through one object mapping. */
export interface Run {
  /** Absent for a file without one: then assignment is needed, and going out of scope disables. */
  readonly application?: Application;
  readonly mapping: ObjectMapping;
  /** The mapping in its compiled form, for a run over many objects; absent: it is compiled for this one. */
  readonly compiled?: readonly CompiledMapping[];
  /** The conditions of the mapping and what it redacts, likewise. */
  readonly judge?: ScopeJudge;
  readonly redacted?: ReadonlySet<string>;
  /** The text that the mapping's spans point into. */
  readonly text: string;
  readonly object: SourceObject;
  readonly target: TargetSystem;
  readonly executor: Executor;
  readonly world: World;
  readonly signal?: AbortSignal;
  /** Where the objects are found that this one points to; absent: they are left out. */
  readonly directory?: SourceDirectory;
  /** The mappings of the same configuration, by which those objects are matched; absent: this one. */
  readonly mappings?: readonly ObjectMapping[];
  /** Absent: nothing is known but what the target answers. */
  readonly lastKnown?: LastKnown;
  /** Absent: as Entra writes requests without a flag. */
  readonly wire?: Wire;
  /** Present where a person provisions this one object, and not a cycle. */
  readonly onDemand?: OnDemand;
  /** The probes of "test connection" are sent first. */
  readonly testsConnection?: boolean;
  /** After every write the target is read, and must hold what was written. */
  readonly verifies?: boolean;
  /** The result compares the writing requests with and without the flag. */
  readonly comparesWire?: boolean;
  /** The result tells what an incremental cycle may do in which only these source attributes have changed. */
  readonly changed?: readonly string[];
  /** Told what the parts of each expression gave for the object. */
  readonly observe?: (root: Step) => void;
}

/** What provision on demand leaves to the person. */
export interface OnDemand {
  /** The source ids of the members that are provisioned with a group; absent: all. */
  readonly members?: readonly string[];
}

/** What happened in a run, step by step, until it ended. */
export interface Course {
  readonly run: Run;
  readonly scope: ScopeVerdict;
  readonly mapped: readonly MappedValue[];
  /** Absent where the connection was not tested. */
  readonly connection?: ConnectionTest;
  /** Absent where the run ended before matching. */
  readonly match?: MatchOutcome;
  readonly flows: readonly Flow[];
  /** The requests behind the search: those for unique values, those that write, and those for references. */
  readonly requests: readonly RecordedRequest[];
  /** The target's object that a creation met in its way, or had made although its answer was lost. */
  readonly adopted?: FoundObject;
  /** What was written, or would be. */
  readonly writes: readonly Write[];
  readonly ending: Ending;
}

/** What can be done to the target's object. */
export type WriteAction = Exclude<Decision["kind"], "skip">;

/** How a run ends. `action` of a failure is what was to be done, where that was known. */
export type Ending =
  | { readonly kind: "written"; readonly action: WriteAction; readonly targetId?: string }
  | Extract<Decision, { kind: "skip" }>
  | {
      readonly kind: "failure";
      readonly step: "Import" | "Scoping" | "Matching" | "Export";
      readonly action?: WriteAction;
      readonly failure: StepFailure;
    };
