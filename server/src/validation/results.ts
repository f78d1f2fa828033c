import type { Expression } from "../language/expression/tree.ts";
import { calledFunction } from "./calls.ts";
import { switchParts } from "./rewrites.ts";

const passing: ReadonlySet<string> = new Set(["Coalesce", "IgnoreFlowIfNullOrEmpty", "Redact"]);

/** The nodes of which one gives the result of an expression: itself, or the branches of IIF and Switch and what others pass on. */
export function resultsOf(expression: Expression): readonly Expression[] {
  if (expression.kind !== "Call") return [expression];
  const name = calledFunction(expression)?.name ?? "";
  if (name === "IIF") return expression.arguments.slice(1).flatMap(resultsOf);
  if (passing.has(name)) return expression.arguments.flatMap(resultsOf);
  const parts = name === "Switch" ? switchParts(expression) : undefined;
  if (parts === undefined) return [expression];
  return [parts.defaultValue, ...parts.pairs.map(({ value }) => value)].flatMap(resultsOf);
}
