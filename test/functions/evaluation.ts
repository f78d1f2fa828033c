import { compile } from "../../server/src/engine/expression/compile.ts";
import { evaluate, toFlowValue } from "../../server/src/engine/expression/evaluate.ts";
import type { World } from "../../server/src/engine/expression/world.ts";
import { type Assumptions, defaultAssumptions } from "../../server/src/functions/assumptions.ts";
import type { Value } from "../../server/src/functions/values.ts";
import { parseExpression } from "../../server/src/language/expression/parse.ts";
import { stillWorld } from "../engine/world.ts";

/** The attributes of the object that an expression is evaluated for. */
export type Attributes = Readonly<Record<string, Value>>;

/** What came of an expression: what flows, the marker of an ignored flow, or the message of a problem; and what was assumed. */
export function evaluation(
  expression: string,
  attributes: Attributes = {},
  assumptions: Partial<Assumptions> = {},
  changes: Partial<World> = {},
) {
  const world = { ...stillWorld, assumptions: { ...defaultAssumptions, ...assumptions }, ...changes };
  const compiled = compile(parseExpression(expression).expression);
  const { outcome, assumptions: assumed } = evaluate(compiled, new Map(Object.entries(attributes)), world);
  switch (outcome.kind) {
    case "value":
      return { result: toFlowValue(outcome.value), assumed };
    case "ignored":
    case "objectIgnored":
      return { result: { flow: "ignored" }, assumed };
    case "problem":
      return { problem: outcome.message, assumed };
  }
}
