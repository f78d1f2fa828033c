import type { AssumptionName } from "./assumptions.ts";
import { type IgnoredFlow, ignoredFlow, ignoredObject } from "./values.ts";

/** A bare word that stands for no text. */
export interface SpecialWord {
  readonly name: string;
  readonly result: IgnoredFlow | null;
  /** The option that gives the word this meaning. */
  readonly assumption: AssumptionName & ("ignoreWords" | "nullWord");
  readonly summary: string;
  /** Where it comes from and what to write for it, as the end of the sentence "'NULL' …". */
  readonly remedy: string;
}

const workday = "is only in the guides for Workday and SuccessFactors";

/**
 * The words of workday-expression-mapping-functions-guide and of Entra Connect's
 * concept-azure-ad-connect-sync-declarative-provisioning-expressions that have a meaning wherever a value may stand.
 */
export const specialWords: readonly SpecialWord[] = [
  {
    name: "IgnoreAttributeFlow",
    result: ignoredFlow,
    assumption: "ignoreWords",
    summary: "Leaves the attribute out of the flow, so that the target keeps what it has.",
    remedy: `${workday}: give "" and put IgnoreFlowIfNullOrEmpty around the expression`,
  },
  {
    name: "IgnoreObjectFlow",
    result: ignoredObject,
    assumption: "ignoreWords",
    summary: "Leaves the whole object alone.",
    remedy: `${workday}: leave the object out by a scoping filter`,
  },
  {
    name: "NULL",
    result: null,
    assumption: "nullWord",
    summary: "An absent value.",
    remedy: "is a word of Entra Connect: leave the argument empty",
  },
];

/** The target attribute that is never sent: its expression decides by IgnoreObjectFlow whether the object is left alone. */
export const objectFilter = "objectFilter";

/** The special word of exactly this name. */
export function findSpecialWord(name: string): SpecialWord | undefined {
  return specialWords.find(word => word.name === name);
}
