import { findOperator } from "../catalogue/operators.ts";
import { writtenString } from "../language/expression/tree.ts";
import type { Word } from "../language/text.ts";
import { argumentFor, callsOf, functionsTaking } from "./calls.ts";
import type { Visitor } from "./rule.ts";

/** A regular expression as text. `raw` is how it is written in an expression, quotes included. */
export interface Pattern extends Word {
  readonly raw?: string;
}

/** Hands over every regular expression of a file that is written out: of Replace, and of the clauses that match one. */
export function eachPattern(handle: (pattern: Pattern) => void): Visitor {
  return {
    calls: callsOf(functionsTaking("regexPattern"), call => {
      const pattern = argumentFor(call, "regexPattern");
      if (pattern?.kind === "StringLiteral") {
        handle({ text: pattern.value, span: pattern.span, raw: writtenString(pattern) });
      }
    }),
    Clause({ operator, value }) {
      if (value !== undefined && patternOperators.has(findOperator(operator.text)?.name)) handle(value);
    },
  };
}

const patternOperators: ReadonlySet<string | undefined> = new Set(["REGEX MATCH", "NOT REGEX MATCH"]);
