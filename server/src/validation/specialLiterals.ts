import { specialWords } from "../functions/specialWords.ts";
import { ignoredFlow } from "../functions/values.ts";

/** A bare word that a page shows although the reference of expressions does not know it. */
export interface SpecialLiteral {
  readonly word: string;
  /** Where it comes from and what to write, as the end of the sentence "'NULL' …". */
  readonly remedy: string;
  /** True where the attribute should not flow, which IgnoreFlowIfNullOrEmpty says. */
  readonly ignoresFlow: boolean;
}

/** The words of expressions, and those of Entra Connect. */
export const specialLiterals: readonly SpecialLiteral[] = [
  ...specialWords.map(({ name, remedy, result }) => ({ word: name, remedy, ignoresFlow: result === ignoredFlow })),
  {
    word: "IgnoreThisFlow",
    remedy: 'is a word of Entra Connect: give "" and put IgnoreFlowIfNullOrEmpty around the expression',
    ignoresFlow: true,
  },
  { word: "AuthoritativeNull", remedy: "is a word of Entra Connect: leave the argument empty", ignoresFlow: false },
];

/** The special literal of this spelling. */
export function findSpecialLiteral(word: string): SpecialLiteral | undefined {
  return specialLiterals.find(literal => literal.word === word);
}
