import { findOperator } from "../catalogue/operators.ts";
import type { Word } from "../language/text.ts";
import { argumentFor } from "./calls.ts";
import type { Visitor } from "./rule.ts";

/** Hands over every regular expression of a file that is written out: of Replace, and of the clauses that match one. */
export function eachPattern(handle: (pattern: Word) => void): Visitor {
  return {
    Call(call) {
      const pattern = argumentFor(call, "regexPattern");
      if (pattern?.kind === "StringLiteral") handle({ text: pattern.value, span: pattern.span });
    },
    Clause({ operator, value }) {
      if (value !== undefined && patternOperators.has(findOperator(operator.text)?.name)) handle(value);
    },
  };
}

const patternOperators: ReadonlySet<string | undefined> = new Set(["REGEX MATCH", "NOT REGEX MATCH"]);
