import * as l10n from "@vscode/l10n";
import { isNullOrEmpty } from "../../functions/values.ts";
import { type Call, children, type Expression, walk } from "../../language/expression/tree.ts";
import type { Course } from "../course.ts";
import { compile } from "../expression/compile.ts";
import { evaluate, toFlowValue } from "../expression/evaluate.ts";
import { redacts, shownValue } from "../redaction.ts";
import { shortTarget } from "../report/names.ts";
import type { DeltaAttribute, DeltaReport, FlowValue } from "../result.ts";
import { scopedAttributes } from "../scope/scope.ts";
import type { CompiledMapping } from "./compiledMapping.ts";
import { sameValue } from "./difference.ts";
import type { Flow } from "./flow.ts";

/**
 * What an incremental cycle may do in which only some attributes of an object have changed: the reference of expressions
 * warns that a Switch over another attribute may then evaluate to null and clear the target
 * (functions-for-customizing-application-data, Switch).
 */
export function deltaReport(course: Course, changed: readonly string[]): DeltaReport {
  const { flows, mapped } = course;
  const isUpdate = flows.length > 0 && course.match?.found !== undefined;
  const attributes = isUpdate
    ? flows.flatMap((flow, index) => trappedBy(flow, mapped[index]?.compiled, course, changed))
    : [];
  const reading = mapped.filter(({ compiled }) => readsAny(expressionOf(compiled), changed));
  return {
    changed,
    reads: reading.map(({ compiled }) => compiled.mapping.target.text),
    attributes,
    ...(!isUpdate && { note: noUpdate(course) }),
  };
}

function noUpdate({ flows }: Course): string {
  return flows.length === 0
    ? l10n.t("Nothing flows, so that it does not matter which attributes have changed.")
    : l10n.t("The target does not have the object yet: it is created with all its attributes, whichever have changed.");
}

function trappedBy(
  { row, holds }: Flow,
  compiled: CompiledMapping | undefined,
  course: Course,
  changed: readonly string[],
): readonly DeltaAttribute[] {
  const expression = compiled && expressionOf(compiled);
  if (expression === undefined || compiled === undefined || !flowsAtUpdate(row.why)) return [];
  const traps = trapsIn(expression, changed);
  if (traps.length === 0) return [];
  const { run, scope } = course;
  const { outcome } = evaluate(compile(without(expression, traps)), scopedAttributes(run.object, scope), run.world);
  if (outcome.kind === "ignored") return [];
  const value = outcome.kind === "value" ? toFlowValue(outcome.value) : null;
  if (sameValue(value, holds, true)) return [];
  const isHidden = row.redacted === true || redacts(expression);
  return [
    {
      target: row.target,
      source: row.source,
      full: shownValue(holds, isHidden),
      delta: shownValue(value, isHidden),
      effect: isNone(value) ? "mayBeCleared" : "mayChange",
      ...(isHidden && { redacted: true }),
      reason: reasonOf(traps, row.target, course),
      span: row.span,
    },
  ];
}

function flowsAtUpdate(why: Flow["row"]["why"]): boolean {
  return why === "changed" || why === "unchanged" || why === "flowsAlways";
}

function isNone(value: FlowValue): boolean {
  return value === null || isNullOrEmpty(value);
}

function expressionOf({ mapping }: CompiledMapping): Expression | undefined {
  return "expression" in mapping.source ? mapping.source.expression : undefined;
}

/** The outermost calls of Switch over attributes of the directory, of which none has changed. Those with the key "" are what the same page recommends for absent values. */
function trapsIn(expression: Expression, changed: readonly string[]): readonly Call[] {
  if (expression.kind === "Call" && isTrap(expression, changed)) return [expression];
  return children(expression).flatMap(child => trapsIn(child, changed));
}

function isTrap({ name, arguments: [source, , ...pairs] }: Call, changed: readonly string[]): boolean {
  if (name !== "Switch" || source === undefined) return false;
  const hasEmptyKey = pairs.some((key, index) => index % 2 === 0 && key.kind === "StringLiteral" && key.value === "");
  const read = attributesIn(source).filter(attribute => attribute !== "IsSoftDeleted");
  return !hasEmptyKey && read.length > 0 && !read.some(attribute => changed.includes(attribute));
}

function readsAny(expression: Expression | undefined, changed: readonly string[]): boolean {
  return expression !== undefined && attributesIn(expression).some(attribute => changed.includes(attribute));
}

function attributesIn(expression: Expression): readonly string[] {
  return walk(expression).flatMap(node => (node.kind === "AttributeReference" ? node.name : []));
}

/** The expression with an absent attribute in the place of these calls. No attribute has an empty name. */
function without(expression: Expression, calls: readonly Call[]): Expression {
  const { span } = expression;
  const inner = (child: Expression) => without(child, calls);
  switch (expression.kind) {
    case "Call":
      if (calls.includes(expression)) return { kind: "AttributeReference", name: "", nameStart: span.start, span };
      return { ...expression, arguments: expression.arguments.map(inner) };
    case "BinaryOperation":
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    default:
      return expression;
  }
}

function reasonOf(traps: readonly Call[], target: string, { run }: Course): string {
  const read = new Set(traps.flatMap(({ arguments: [source] }) => (source ? attributesIn(source) : [])));
  const names = [...read].filter(name => name !== "IsSoftDeleted");
  const written = traps.map(({ span }) => run.text.slice(span.start, span.end).replace(/\s+/g, " ")).join(", ");
  const [first = "", ...others] = names;
  return others.length === 0
    ? l10n.t`${written} reads ${first}, which has not changed: in an incremental cycle it may evaluate to null for ${shortTarget(target)}. Write nested IIF, or put IgnoreFlowIfNullOrEmpty around it.`
    : l10n.t`${written} reads ${names.join(", ")}, which have not changed: in an incremental cycle it may evaluate to null for ${shortTarget(target)}. Write nested IIF, or put IgnoreFlowIfNullOrEmpty around it.`;
}
