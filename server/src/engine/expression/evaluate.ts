import * as l10n from "@vscode/l10n";
import type { AssumptionName } from "../../functions/assumptions.ts";
import { ignoredFlow, ignoredObject, isFailure, isList, toText, type Value } from "../../functions/values.ts";
import type { FlowValue } from "../result.ts";
import type { Attributes } from "./attributeRow.ts";
import type { CompiledExpression } from "./compile.ts";
import type { Evaluation, EvaluationOutcome } from "./evaluation.ts";
import type { Outcome } from "./node.ts";
import { type Notes, viewOf } from "./view.ts";
import type { World } from "./world.ts";

/** Evaluates for one object. Never throws for what the expression or the object holds. */
export function evaluate(compiled: CompiledExpression, attributes: Attributes, world: World): Evaluation {
  return evaluatorIn(world)(compiled, attributes);
}

/** Evaluates any number of expressions for one object after the other. */
export function evaluatorIn(world: World): (compiled: CompiledExpression, attributes: Attributes) => Evaluation {
  const view = viewOf(world);
  return (compiled, attributes) => {
    view.lookAt(attributes, compiled.reads);
    return evaluation(view.run(compiled), view.takeNotes());
  };
}

/** An outcome with what had a part in it. */
export function evaluation(outcome: Outcome, notes: Notes | undefined): Evaluation {
  if (notes === undefined) return { outcome: described(outcome), assumptions: nothingAssumed };
  const { assumptions, redacted } = notes;
  if (!redacted) return { outcome: described(outcome), assumptions };
  return { outcome: withoutReason(described(outcome)), assumptions, redacted };
}

/** The assumptions of an evaluation in which none had a part. */
export const nothingAssumed: readonly AssumptionName[] = [];

/** What flows of a value: texts, as Entra prints them. An empty list is no value, as an attribute without values is (RFC 7643 section 2.5). */
export function toFlowValue(value: Value): FlowValue {
  if (value === null || typeof value === "string") return value;
  if (!isList(value)) return toText(value);
  return value.length === 0 ? null : value.map(toText);
}

/** An outcome in words of its own. */
export function described(outcome: Outcome): EvaluationOutcome {
  if (typeof outcome === "string") return { kind: "value", value: outcome };
  if (outcome === ignoredFlow) return { kind: "ignored" };
  if (outcome === ignoredObject) return { kind: "objectIgnored" };
  if (!isFailure(outcome)) return { kind: "value", value: outcome };
  return { kind: "problem", message: outcome.message, span: outcome.span };
}

/** The reason of a problem may hold the value that is not to be shown. */
function withoutReason(outcome: EvaluationOutcome): EvaluationOutcome {
  if (outcome.kind !== "problem") return outcome;
  return {
    ...outcome,
    message: l10n.t("This fails, and the reason is not shown, since it may hold a redacted value."),
  };
}
