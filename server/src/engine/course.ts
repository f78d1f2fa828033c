import type { Application, ObjectMapping } from "../model/configuration.ts";
import type { Decision } from "./decide.ts";
import type { World } from "./evaluate.ts";
import type { Flow } from "./flow.ts";
import type { MappedValue } from "./mappedValue.ts";
import type { MatchOutcome } from "./match.ts";
import type { Executor, SourceObject, TargetSystem } from "./ports.ts";
import type { RecordedRequest } from "./result.ts";
import type { ScopeVerdict } from "./scope.ts";
import type { StepFailure } from "./stepFailure.ts";

/** One object on its way through one object mapping. */
export interface Run {
  /** Absent for a file without one: then assignment is needed, and going out of scope disables. */
  readonly application?: Application;
  readonly mapping: ObjectMapping;
  /** The text that the mapping's spans point into. */
  readonly text: string;
  readonly object: SourceObject;
  readonly target: TargetSystem;
  readonly executor: Executor;
  readonly world: World;
  readonly signal?: AbortSignal;
}

/** What happened in a run, step by step, until it ended. */
export interface Course {
  readonly run: Run;
  readonly scope: ScopeVerdict;
  readonly mapped: readonly MappedValue[];
  /** Absent where the run ended before matching. */
  readonly match?: MatchOutcome;
  readonly flows: readonly Flow[];
  /** The requests behind the search: those for unique values and the one that writes. */
  readonly requests: readonly RecordedRequest[];
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
      readonly step: "Scoping" | "Matching" | "Export";
      readonly action?: WriteAction;
      readonly failure: StepFailure;
    };
