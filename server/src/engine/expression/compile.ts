import * as l10n from "@vscode/l10n";
import { parameterAt } from "../../functions/arity.ts";
import { compare, compareAbsent, comparingWith, comparisonOperators, isAbsent } from "../../functions/comparison.ts";
import { findFunction } from "../../functions/index.ts";
import { once } from "../../functions/once.ts";
import { findSpecialWord } from "../../functions/specialWords.ts";
import type { Value } from "../../functions/values.ts";
import type { BinaryOperation, Call, Expression, JobParameter, NumberLiteral } from "../../language/expression/tree.ts";
import type { Span } from "../../language/text.ts";
import { compileCall } from "./compileCall.ts";
import { always, attributeNode, type Frame, failing, failureAt, interrupts, type Node, read, running } from "./node.ts";
import { type Outline, outlineOf, type Part } from "./outline.ts";

/** An expression as closures, ready to be evaluated for any number of objects. */
export interface CompiledExpression {
  readonly node: Node;
  readonly span: Span;
  /** The names of the attributes that it reads, and maybe others, by their number. */
  readonly reads: readonly string[];
  /** The same with an eye on every part, compiled when it is first asked for. */
  readonly observed: () => ObservedExpression;
}

/** An expression whose parts leave in `Frame.seen` what they gave, where the outline finds it. */
export interface ObservedExpression {
  readonly node: Node;
  readonly outline: Outline;
  /** How many parts leave something. */
  readonly count: number;
}

/** The deepest nesting that is evaluated. Entra states no limit; its 10,000 characters rarely reach this one. */
const deepest = 200;

/**
 * Compiles an expression once. What is wrong with it becomes a problem of its evaluation, never an exception. Expressions
 * that are evaluated for the same object share `reads`, to which each adds: its attributes are then fetched once.
 */
export function compile(expression: Expression, reads: string[] = []): CompiledExpression {
  return compileAt(expression, 1, reads);
}

/** Compiles an argument alone, as the call around it would see it. */
export function compileArgument(expression: Expression, reads: string[] = []): CompiledExpression {
  return compileAt(expression, 2, reads);
}

function compileAt(expression: Expression, depth: number, reads: string[]): CompiledExpression {
  return {
    node: compileNode(expression, depth, { reads, parts: undefined }),
    span: expression.span,
    reads,
    observed: once(() => {
      const parts: Part[] = [];
      const node = compileNode(expression, depth, { reads, parts });
      return { node, outline: outlineOf(expression, parts), count: parts.length };
    }),
  };
}

/** What a compilation has come by so far: the attributes that are read, and the parts where they are observed. */
interface Compilation {
  readonly reads: string[];
  readonly parts: Part[] | undefined;
}

/** `takesComparison`: the call around it may have a comparison here. */
function compileNode(expression: Expression, depth: number, compilation: Compilation, takesComparison = false): Node {
  const { parts } = compilation;
  if (parts === undefined) return nodeOf(expression, depth, compilation, takesComparison);
  const index = parts.push({ expression, constant: undefined, fails: true }) - 1;
  const { run, constant, fails } = nodeOf(expression, depth, compilation, takesComparison);
  parts[index] = { expression, constant, fails };
  const observed = (frame: Frame) => {
    const outcome = run(frame);
    frame.seen[index] = outcome;
    return outcome;
  };
  return { ...running(observed), constant };
}

function nodeOf(expression: Expression, depth: number, compilation: Compilation, takesComparison: boolean): Node {
  if (depth > deepest) return failing(expression.span, l10n.t`The expression is nested deeper than ${deepest} levels.`);
  switch (expression.kind) {
    case "Call":
      return call(expression, depth, compilation);
    case "AttributeReference":
      return attributeNode(numberOf(expression.name, compilation.reads));
    case "StringLiteral":
      return always(expression.value);
    case "NumberLiteral":
      return number(expression);
    case "Constant":
      return constant(expression.text);
    case "JobParameter":
      return jobParameter(expression);
    case "BinaryOperation":
      return comparison(expression, depth, compilation, takesComparison);
    case "Parenthesized":
      return failing(
        expression.span,
        l10n.t("Parentheses around an expression are not part of Entra's language; remove them."),
      );
    case "Omitted":
    case "Missing":
      return failing(expression.span, l10n.t("An expression is missing here."));
  }
}

function call(expression: Call, depth: number, compilation: Compilation): Node {
  const name = expression.name;
  const definition = findFunction(name);
  if (depth > 1 && definition?.outermost)
    return failing(expression.span, l10n.t`${name} must be the outermost function; it cannot stand in another.`);
  const compiled = expression.arguments.map((argument, index) => {
    if (argument.kind === "Omitted") return undefined;
    const takesComparison = definition !== undefined && parameterAt(definition, index)?.comparison !== undefined;
    return compileNode(argument, depth + 1, compilation, takesComparison);
  });
  return compileCall(expression, compiled, compilation.parts !== undefined);
}

function constant(text: string): Node {
  const word = findSpecialWord(text);
  if (word === undefined) return always(text);
  return running(({ assumptions, assume }) => {
    assume(word.assumption);
    return assumptions[word.assumption] ? word.result : text;
  });
}

function numberOf(name: string, reads: string[]): number {
  const known = reads.indexOf(name);
  return known < 0 ? reads.push(name) - 1 : known;
}

/** Entra keeps constants as text: digits that a number would not give back, as in `007`, stay as they are written. */
function number({ text, value, span }: NumberLiteral): Node {
  if (!text.startsWith("&")) return always(String(value) === text ? value : text);
  const [, digits = ""] = /^&H0*([0-9A-F]+)/i.exec(text) ?? [];
  if (digits.length > 16) return failing(span, l10n.t`${text} needs more than 64 bits.`);
  const bits = BigInt.asIntN(64, BigInt(`0x${digits}`));
  return always(Number.isSafeInteger(Number(bits)) ? Number(bits) : bits);
}

function jobParameter({ name, span }: JobParameter): Node {
  const absent = failureAt(span, l10n.t`%${name}% is not a setting of this provisioning job.`);
  return running(({ jobParameters }) => jobParameters.get(name) ?? absent);
}

function comparison(
  { operator, left, right, span }: BinaryOperation,
  depth: number,
  compilation: Compilation,
  isTaken: boolean,
): Node {
  const known = comparisonOperators.find(candidate => candidate === operator.text);
  if (known === undefined) return failing(operator.span, unknownOperator(operator.text));
  if (!isTaken)
    return failing(span, l10n.t('Only IIF and CBool take a comparison: write IIF(…, "True", "False") around it.'));
  const leftNode = compileNode(left, depth + 1, compilation);
  const rightNode = compileNode(right, depth + 1, compilation);
  const [emptyLeft, emptyRight] = [emptyOperand(left), emptyOperand(right)];
  if (rightNode.constant === undefined) {
    return running(frame => {
      const leftValue = leftNode.run(frame);
      if (interrupts(leftValue)) return leftValue;
      const rightValue = rightNode.run(frame);
      if (interrupts(rightValue)) return rightValue;
      const [one, other] = [leftValue === "" ? emptyLeft : leftValue, rightValue === "" ? emptyRight : rightValue];
      return isAbsent(one) || isAbsent(other) ? compareAbsent(known, one, other, frame) : compare(known, one, other);
    });
  }
  const constant = rightNode.constant;
  const holds = comparingWith(known, constant);
  return running(frame => {
    const value = read(leftNode, frame);
    if (interrupts(value)) return value;
    const one = value === "" ? emptyLeft : value;
    return typeof one !== "string" && isAbsent(one) ? compareAbsent(known, one, constant, frame) : holds(one);
  });
}

/** What "" compares as: an attribute that is empty is an absent one, unlike the constant "". */
function emptyOperand({ kind }: Expression): Value {
  return kind === "AttributeReference" ? null : "";
}

function unknownOperator(operator: string): string {
  const remedy =
    operator === "&"
      ? l10n.t("Put texts together with Append or Join.")
      : l10n.t("For AND and OR, put one IIF into another.");
  return l10n.t`${operator} is not an operator of Entra's language; conditions use ${comparisonOperators.join(" ")}. ${remedy}`;
}
