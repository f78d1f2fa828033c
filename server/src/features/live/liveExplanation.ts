import * as l10n from "@vscode/l10n";
import type { Expression } from "../../language/expression/tree.ts";
import { type Span, touches } from "../../language/text.ts";
import type { ProvmapDocument } from "../../model/document.ts";
import { code } from "../facts.ts";
import type { LiveSample, SampledStep } from "./liveSample.ts";
import { clipped, outcomeText } from "./words.ts";

/** A part of an expression with what it and the parts below it give for the sample, as Markdown. */
export interface LiveExplanation {
  readonly span: Span;
  readonly text: string;
}

/** So many characters of an expression, and of a value, and so many parts are shown at most. */
const longestExpression = 80;
const longestValue = 200;
const mostParts = 40;

/** Explains the innermost part at an offset that is more than a literal; undefined outside expressions. */
export function liveExplanation(
  document: ProvmapDocument,
  offset: number,
  live: LiveSample,
): LiveExplanation | undefined {
  if (live.kind === "refused") return undefined;
  const found = live.mappings.find(({ mapping }) => touches(mapping.span, offset));
  const expressions = found?.mapping.attributeMappings.map(({ source }) =>
    "expression" in source ? source.expression : undefined,
  );
  const index =
    expressions?.findIndex(expression => expression !== undefined && touches(expression.span, offset)) ?? -1;
  const whole = expressions?.[index];
  const explained = found?.explain(index);
  if (whole === undefined || explained === undefined) return undefined;
  const sample = code(clipped(live.sample, longestExpression));
  if (explained.kind === "redacted") {
    return { span: whole.span, text: l10n.t`For ${sample}: nothing is shown, as the value is redacted or secret.` };
  }
  const step = stepAt(explained.root, offset);
  if (isLiteral(step.expression)) return undefined;
  return { span: step.expression.span, text: `${l10n.t`For ${sample}:`}\n\n${listOf(document, step)}` };
}

function stepAt(step: SampledStep, offset: number): SampledStep {
  const part = step.parts.find(({ expression }) => touches(expression.span, offset));
  return part === undefined || isLiteral(part.expression) ? step : stepAt(part, offset);
}

/** What speaks for itself. */
function isLiteral({ kind }: Expression): boolean {
  return literals.has(kind);
}

const literals: ReadonlySet<Expression["kind"]> = new Set([
  "StringLiteral",
  "NumberLiteral",
  "Constant",
  "Omitted",
  "Missing",
]);

function listOf(document: ProvmapDocument, step: SampledStep): string {
  const lines = linesOf(document, step, "");
  const others = lines.length - mostParts;
  return [...lines.slice(0, mostParts), ...(others > 0 ? [`- ${l10n.t`and ${others} more parts`}`] : [])].join("\n");
}

function linesOf(
  document: ProvmapDocument,
  { expression, outcome, taken, parts }: SampledStep,
  indent: string,
): readonly string[] {
  const written = code(clipped(document.text.slice(expression.span.start, expression.span.end), longestExpression));
  const gave = outcome === undefined ? l10n.t("not evaluated") : code(clipped(outcomeText(outcome), longestValue));
  const step = `${written} → ${gave}`;
  const line = `${indent}- ${taken ? l10n.t`${step} (taken)` : step}`;
  if (outcome === undefined) return [line];
  const shown = parts.filter(part => part.taken || !isLiteral(part.expression));
  return [line, ...shown.flatMap(part => linesOf(document, part, `${indent}  `))];
}
