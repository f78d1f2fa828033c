import * as l10n from "@vscode/l10n";
import type { Attributes } from "../engine/expression/attributeRow.ts";
import { type CompiledExpression, compile } from "../engine/expression/compile.ts";
import { evaluatorIn, toFlowValue } from "../engine/expression/evaluate.ts";
import type { Evaluation } from "../engine/expression/evaluation.ts";
import type { World } from "../engine/expression/world.ts";
import type { FlowValue } from "../engine/result.ts";
import { assumptionTexts } from "../functions/assumptionTexts.ts";
import { parseExpression } from "../language/expression/parse.ts";
import { type Expression, nameOf, walk } from "../language/expression/tree.ts";
import type { Span, SyntaxProblem } from "../language/text.ts";
import { missingFunction } from "../validation/missingFunction.ts";

/** What `eval` tells of an expression. */
export type Evaluated =
  | {
      readonly kind: "value";
      readonly value: Flow;
      readonly assumptions: readonly string[];
      /** The value may flow and must not be shown to anybody but the person who gave it. */
      readonly redacted?: true;
    }
  | { readonly kind: "problem"; readonly message: string; readonly span: Span };

/** What would flow: texts, nothing, or the marker of a flow that is left out. */
export type Flow = FlowValue | { readonly flow: "ignored" };

/** Evaluates the text of an expression over the attributes of one object. */
export type Evaluate = (expression: string, attributes: Attributes) => Evaluated;

type Prepared = CompiledExpression | Extract<Evaluated, { kind: "problem" }>;

/** So many distinct expressions are remembered before the memory is cleared. */
const remembered = 10_000;

/** An evaluator that parses and compiles each distinct expression once. */
export function createEvaluator(world: World): Evaluate {
  const prepared = new Map<string, Prepared>();
  const evaluate = evaluatorIn(world);
  return (expression, attributes) => {
    let known = prepared.get(expression);
    if (known === undefined) {
      if (prepared.size === remembered) prepared.clear();
      known = prepare(expression);
      prepared.set(expression, known);
    }
    return "kind" in known ? known : evaluated(evaluate(known, attributes));
  };
}

function prepare(text: string): Prepared {
  const { expression, problems } = parseExpression(text);
  const [first = tooLong(expression) ?? missing(expression)] = problems;
  return first ? { kind: "problem", ...first } : compile(expression);
}

/** What Entra takes at most (known-issues, "Maximum characters for attribute-mapping expressions"). */
const longest = 10_000;

function tooLong({ span: { start, end } }: Expression): SyntaxProblem | undefined {
  if (end - start <= longest) return undefined;
  const surplus = (end - start - longest).toLocaleString("en-US");
  return {
    message: l10n.t`Entra takes expressions of up to 10,000 characters: shorten this one by ${surplus}.`,
    span: { start: start + longest, end },
  };
}

/** Entra refuses to save a call of a function that it does not have, also where no value depends on it. */
function missing(expression: Expression): SyntaxProblem | undefined {
  for (const node of walk(expression)) {
    if (node.kind !== "Call") continue;
    const found = missingFunction(node.name);
    if (found !== undefined) return { message: found.message, span: nameOf(node).span };
  }
  return undefined;
}

function evaluated({ outcome, assumptions, redacted }: Evaluation): Evaluated {
  if (outcome.kind === "problem") return outcome;
  return {
    kind: "value",
    value: outcome.kind === "value" ? toFlowValue(outcome.value) : { flow: "ignored" },
    assumptions: assumptions.map(name => l10n.t(assumptionTexts[name].text)),
    ...(redacted && { redacted }),
  };
}
