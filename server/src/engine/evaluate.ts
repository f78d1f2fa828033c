import type { AssumptionName, Assumptions } from "../functions/assumptions.ts";
import { newBudget } from "../functions/dotnet/regex/budget.ts";
import { ignoredFlow, ignoredObject, isFailure, isList, toText, type Value } from "../functions/values.ts";
import type { Span } from "../language/text.ts";
import type { CompiledExpression } from "./compile.ts";
import { type Frame, failureAt, type Node, type Outcome } from "./node.ts";
import type { FlowValue } from "./result.ts";

/** What an evaluation takes from outside: clock, chance, options and the settings of the provisioning job. */
export interface World {
  /** The current instant, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly assumptions: Assumptions;
  /** What `%Name%` stands for. */
  readonly jobParameters: ReadonlyMap<string, string>;
  /** The steps that the regular expressions of one evaluation may take; those of about 100 ms where it is absent. */
  readonly regexSteps?: number;
}

/** What came of an expression, and the assumptions that had a part in it, each once. */
export interface Evaluation {
  readonly outcome: EvaluationOutcome;
  readonly assumptions: readonly AssumptionName[];
  /** Redact had a part in it: the value may flow and must not be shown. */
  readonly redacted?: true;
}

export type EvaluationOutcome =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "ignored" }
  /** The whole object is left alone. */
  | { readonly kind: "objectIgnored" }
  | { readonly kind: "problem"; readonly message: string; readonly span: Span };

/** Evaluates for one object; an attribute that the map lacks is null. Never throws for what the expression or the object holds. */
export function evaluate(
  compiled: CompiledExpression,
  attributes: ReadonlyMap<string, Value>,
  world: World,
): Evaluation {
  return evaluator(attributes, world)(compiled);
}

/** Evaluates any number of expressions for one object. */
export function evaluator(
  attributes: ReadonlyMap<string, Value>,
  world: World,
): (compiled: CompiledExpression) => Evaluation {
  const view = viewOf(attributes, world);
  return ({ node, span }) => view.evaluate(node, span);
}

/** An object and the world, as the nodes of expressions see them. */
export interface View {
  readonly evaluate: (node: Node, span: Span) => Evaluation;
  /** What the parts of an observed expression gave. */
  readonly seen: readonly Outcome[];
}

const nothingAssumed: readonly AssumptionName[] = [];

/** Opens the view on an object. */
export function viewOf(attributes: ReadonlyMap<string, Value>, world: World): View {
  const { now, random, assumptions, jobParameters } = world;
  let assumed: AssumptionName[] = [];
  let redacted = false;
  const regexBudget = newBudget(world.regexSteps);
  const frame: Frame = {
    attributes,
    now,
    random,
    assumptions,
    jobParameters,
    regexBudget,
    seen: [],
    assume: name => {
      if (!assumed.includes(name)) assumed.push(name);
    },
    redact: () => {
      redacted = true;
    },
  };
  return {
    seen: frame.seen,
    evaluate(node, span) {
      regexBudget.left = regexBudget.limit;
      const outcome = described(run(node, span, frame));
      if (assumed.length === 0 && !redacted) return { outcome, assumptions: nothingAssumed };
      const evaluation: Evaluation = redacted
        ? { outcome: withoutReason(outcome), assumptions: assumed, redacted }
        : { outcome, assumptions: assumed };
      assumed = [];
      redacted = false;
      return evaluation;
    },
  };
}

/** What flows of a value: texts, as Entra prints them. */
export function toFlowValue(value: Value): FlowValue {
  if (value === null || typeof value === "string") return value;
  return isList(value) ? value.map(toText) : toText(value);
}

function run({ run }: Node, span: Span, frame: Frame): Outcome {
  try {
    return run(frame);
  } catch (error) {
    // The runtime's own limits, as for a text of a gigabyte made by nested calls.
    if (error instanceof RangeError) return failureAt(span, "The expression gives a value that is too large.");
    throw error;
  }
}

/** An outcome in words of its own. */
export function described(outcome: Outcome): EvaluationOutcome {
  if (outcome === ignoredFlow) return { kind: "ignored" };
  if (outcome === ignoredObject) return { kind: "objectIgnored" };
  if (!isFailure(outcome)) return { kind: "value", value: outcome };
  return { kind: "problem", message: outcome.message, span: outcome.span };
}

/** The reason of a problem may hold the value that is not to be shown. */
function withoutReason(outcome: EvaluationOutcome): EvaluationOutcome {
  if (outcome.kind !== "problem") return outcome;
  return { ...outcome, message: "This fails, and the reason is not shown, since it may hold a redacted value." };
}
