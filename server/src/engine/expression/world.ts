import type { Assumptions } from "../../functions/assumptions.ts";
/** What an evaluation takes from outside: clock, chance, options and the settings of the provisioning job. */
export interface World {
  /** The current instant, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly assumptions: Assumptions;
  /** What `%Name%` stands for. */
  readonly jobParameters: ReadonlyMap<string, string>;
  /** The steps that the regular expressions of one evaluation may take; those of about 100 ms where it is absent. */
  readonly regexSteps?: number;
}
