import type { Application, ObjectMapping } from "../../model/configuration.ts";
import type { World } from "../expression/world.ts";
import type { ObjectSource, TargetSystem } from "../ports.ts";
import type { Wire } from "../requests/wire.ts";
import type { CycleCounts } from "./jobState.ts";
import type { JobStore } from "./jobStore.ts";

/** What a cycle works with: a whole source, a target, and the store of the job. */
export interface Cycle {
  /** Absent for a file without one: then assignment is needed, and going out of scope disables. */
  readonly application?: Application;
  readonly mappings: readonly ObjectMapping[];
  /** The text that the mappings' spans point into. */
  readonly text: string;
  readonly source: ObjectSource;
  readonly target: TargetSystem;
  /** The tenant URL, or `sandbox`, as the provisioning log names it. */
  readonly endpoint: string;
  readonly store: JobStore;
  readonly world: World;
  readonly wire: Wire;
  /** After every write the target is read, and must hold what was written. */
  readonly verifies?: boolean;
  /** A text that differs where mappings, filters or scope do: then everything is evaluated again. */
  readonly configuration: string;
  /** How many objects are worked on at a time. One: strictly in the order of the source. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
  /** Told now and then: what was done, and how much of the source was read, from 0 to 1. */
  readonly onProgress?: (counts: CycleCounts, share: number) => void;
}
