/** A bare word that a page shows although the reference of expressions does not know it. */
export interface SpecialLiteral {
  readonly word: string;
  /** Where it comes from and what to write, as the end of the sentence "'NULL' …". */
  readonly remedy: string;
  /** True where the attribute should not flow, which IgnoreFlowIfNullOrEmpty says. */
  readonly ignoresFlow?: true;
}

const workday = "is only in the guides for Workday and SuccessFactors";
const connect = "is a word of Entra Connect";

const literals: readonly SpecialLiteral[] = [
  {
    word: "IgnoreAttributeFlow",
    remedy: `${workday}: give "" and put IgnoreFlowIfNullOrEmpty around the expression`,
    ignoresFlow: true,
  },
  { word: "IgnoreObjectFlow", remedy: `${workday}: leave the object out by a scoping filter` },
  {
    word: "IgnoreThisFlow",
    remedy: `${connect}: give "" and put IgnoreFlowIfNullOrEmpty around the expression`,
    ignoresFlow: true,
  },
  { word: "NULL", remedy: `${connect}: leave the argument empty` },
  { word: "AuthoritativeNull", remedy: `${connect}: leave the argument empty` },
];

/** The special literal of this spelling. */
export function findSpecialLiteral(word: string): SpecialLiteral | undefined {
  return literals.find(literal => literal.word === word);
}
