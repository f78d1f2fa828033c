import type { Expression } from "../language/expression/tree.ts";
import { calls } from "./calls.ts";
import { switchParts } from "./rewrites.ts";

/** The nodes of which one gives the result of an expression: itself, or the branches of IIF and Switch. */
export function resultsOf(expression: Expression): readonly Expression[] {
  if (calls(expression, "IIF")) return expression.arguments.slice(1).flatMap(resultsOf);
  const parts = calls(expression, "Switch") ? switchParts(expression) : undefined;
  if (parts === undefined) return [expression];
  return [parts.defaultValue, ...parts.pairs.map(({ value }) => value)].flatMap(resultsOf);
}
