import type { AssumptionName, Assumptions } from "../functions/assumptions.ts";
import { compare, comparisonOperators } from "../functions/comparison.ts";
import { findFunction } from "../functions/index.ts";
import { findSpecialWord } from "../functions/specialWords.ts";
import { ignoredFlow, ignoredObject, isFailure, isList, toText, type Value } from "../functions/values.ts";
import type { BinaryOperation, Call, Expression, JobParameter, NumberLiteral } from "../language/expression/tree.ts";
import type { Span } from "../language/text.ts";
import { compileCall } from "./compileCall.ts";
import { failing, failureAt, interrupts, type Node, type Outcome } from "./node.ts";
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
}

/** What came of an expression, and the assumptions that had a part in it, each once. */
export interface Evaluation {
  readonly outcome:
    | { readonly kind: "value"; readonly value: Value }
    | { readonly kind: "ignored" }
    /** The whole object is left alone. */
    | { readonly kind: "objectIgnored" }
    | { readonly kind: "problem"; readonly message: string; readonly span: Span };
  readonly assumptions: readonly AssumptionName[];
  /** Redact had a part in it: the value may flow and must not be shown. */
  readonly redacted?: true;
}

/** An expression as closures, ready to be evaluated for any number of objects. */
export interface CompiledExpression {
  readonly node: Node;
  readonly span: Span;
}

/** The deepest nesting that is evaluated. Entra states no limit; its 10,000 characters rarely reach this one. */
const deepest = 200;

/** Compiles an expression once. What is wrong with it becomes a problem of its evaluation, never an exception. */
export function compile(expression: Expression): CompiledExpression {
  return { node: compileNode(expression, 1), span: expression.span };
}

/** Compiles an argument alone, as the call around it would see it. */
export function compileArgument(expression: Expression): CompiledExpression {
  return { node: compileNode(expression, 2), span: expression.span };
}

/** Evaluates for one object; an attribute that the map lacks is null. Never throws for what the expression or the object holds. */
export function evaluate(
  compiled: CompiledExpression,
  attributes: ReadonlyMap<string, Value>,
  world: World,
): Evaluation {
  const assumed = new Set<AssumptionName>();
  let redacted = false;
  const outcome = run(compiled, {
    ...world,
    attributes,
    assume: name => void assumed.add(name),
    redact: () => {
      redacted = true;
    },
  });
  const assumptions = [...assumed];
  if (!redacted) return { outcome: described(outcome), assumptions };
  return { outcome: withoutReason(described(outcome)), assumptions, redacted };
}

/** What flows of a value: texts, as Entra prints them. */
export function toFlowValue(value: Value): FlowValue {
  if (value === null) return null;
  return isList(value) ? value.map(toText) : toText(value);
}

function run({ node, span }: CompiledExpression, frame: Parameters<Node>[0]): Outcome {
  try {
    return node(frame);
  } catch (error) {
    // The runtime's own limits, as for a text of a gigabyte made by nested calls.
    if (error instanceof RangeError) return failureAt(span, "The expression gives a value that is too large.");
    throw error;
  }
}

function described(outcome: Outcome): Evaluation["outcome"] {
  if (outcome === ignoredFlow) return { kind: "ignored" };
  if (outcome === ignoredObject) return { kind: "objectIgnored" };
  if (!isFailure(outcome)) return { kind: "value", value: outcome };
  return { kind: "problem", message: outcome.message, span: outcome.span };
}

/** The reason of a problem may hold the value that is not to be shown. */
function withoutReason(outcome: Evaluation["outcome"]): Evaluation["outcome"] {
  if (outcome.kind !== "problem") return outcome;
  return { ...outcome, message: "This fails, and the reason is not shown, since it may hold a redacted value." };
}

function compileNode(expression: Expression, depth: number): Node {
  if (depth > deepest) return failing(expression.span, `The expression is nested deeper than ${deepest} levels.`);
  switch (expression.kind) {
    case "Call":
      return call(expression, depth);
    case "AttributeReference":
      return attribute(expression.name.text);
    case "StringLiteral":
      return always(expression.value);
    case "NumberLiteral":
      return always(numberValue(expression));
    case "Constant":
      return constant(expression.text);
    case "JobParameter":
      return jobParameter(expression);
    case "BinaryOperation":
      return comparison(expression, depth);
    case "Parenthesized":
      return failing(
        expression.span,
        "Parentheses around an expression are not part of Entra's language; remove them.",
      );
    case "Omitted":
    case "Missing":
      return failing(expression.span, "An expression is missing here.");
  }
}

function call(expression: Call, depth: number): Node {
  const name = expression.name.text;
  if (depth > 1 && findFunction(name)?.outermost)
    return failing(expression.span, `${name} must be the outermost function; it cannot stand in another.`);
  return compileCall(
    expression,
    expression.arguments.map(argument => (argument.kind === "Omitted" ? undefined : compileNode(argument, depth + 1))),
  );
}

function always(value: Value): Node {
  return () => value;
}

function constant(text: string): Node {
  const word = findSpecialWord(text);
  if (word === undefined) return always(text);
  return ({ assumptions, assume }) => {
    assume(word.assumption);
    return assumptions[word.assumption] ? word.result : text;
  };
}

function attribute(name: string): Node {
  return ({ attributes }) => attributes.get(name) ?? null;
}

/** Entra keeps constants as text: digits that a number would not give back, as in `007`, stay as they are written. */
function numberValue({ text, value }: NumberLiteral): Value {
  return text.startsWith("&") || String(value) === text ? value : text;
}

function jobParameter({ name, span }: JobParameter): Node {
  const absent = failureAt(span, `%${name}% is not a setting of this provisioning job.`);
  return ({ jobParameters }) => jobParameters.get(name) ?? absent;
}

function comparison({ operator, left, right }: BinaryOperation, depth: number): Node {
  const known = comparisonOperators.find(candidate => candidate === operator.text);
  if (known === undefined) return failing(operator.span, unknownOperator(operator.text));
  const [leftNode, rightNode] = [operand(left, depth), operand(right, depth)];
  return frame => {
    const leftValue = leftNode(frame);
    if (interrupts(leftValue)) return leftValue;
    const rightValue = rightNode(frame);
    return interrupts(rightValue) ? rightValue : compare(known, leftValue, rightValue);
  };
}

/** An attribute that is empty compares as an absent one, unlike the constant "". */
function operand(expression: Expression, depth: number): Node {
  const node = compileNode(expression, depth + 1);
  if (expression.kind !== "AttributeReference") return node;
  return frame => {
    const value = node(frame);
    return value === "" ? null : value;
  };
}

function unknownOperator(operator: string): string {
  const remedy =
    operator === "&" ? "Put texts together with Append or Join." : "For AND and OR, put one IIF into another.";
  return `${operator} is not an operator of Entra's language; conditions use ${comparisonOperators.join(" ")}. ${remedy}`;
}
