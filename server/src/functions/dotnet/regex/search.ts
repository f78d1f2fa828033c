import type { StepBudget } from "./budget.ts";
import type { RegexGroup } from "./groups.ts";

/** A range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a pattern matches. */
export interface Match extends Range {
  readonly input: string;
  /** The text of a group; undefined where it took no part. */
  readonly textOf: (group: RegexGroup) => string | undefined;
}

/** A match that also knows where its groups are. */
export interface PlacedMatch extends Match {
  readonly rangeOf: (group: RegexGroup) => Range | undefined;
}

/**
 * A way to run one pattern. `at` is the first place where a match may begin, `searchStart` where the previous one ended.
 * Nothing is found where the budget runs out, which its `left` then tells.
 */
export interface Search {
  readonly test: (text: string, budget: StepBudget) => boolean;
  readonly find: (text: string, at: number, searchStart: number, budget: StepBudget) => Match | undefined;
  readonly findPlaced: (text: string, at: number, searchStart: number, budget: StepBudget) => PlacedMatch | undefined;
  /** The text with another in the place of every match; absent where that is no faster than to find one by one. */
  readonly replaceAll?: (text: string, substitute: Substitute) => string;
}

/** A text that is put in the place of matches. */
export interface Substitute {
  readonly text: string;
  /** The same for String.prototype.replace, to which `$` means more. */
  readonly escaped: string;
}
