import { compare, comparingWith, comparisonOperators } from "../functions/comparison.ts";
import { findFunction } from "../functions/index.ts";
import { findSpecialWord } from "../functions/specialWords.ts";
import type { Value } from "../functions/values.ts";
import { once } from "../language/expression/parse.ts";
import type { BinaryOperation, Call, Expression, JobParameter, NumberLiteral } from "../language/expression/tree.ts";
import type { Span } from "../language/text.ts";
import { compileCall } from "./compileCall.ts";
import { always, failing, failureAt, interrupts, type Node } from "./node.ts";

/** An expression as closures, ready to be evaluated for any number of objects. */
export interface CompiledExpression {
  readonly node: Node;
  readonly span: Span;
  /** The same with an eye on every part, compiled when it is first asked for. */
  readonly observed: () => ObservedExpression;
}

/** An expression whose parts leave in `Frame.seen` what they gave, each at its place in `parts`. */
export interface ObservedExpression {
  readonly node: Node;
  readonly parts: readonly Expression[];
}

/** The deepest nesting that is evaluated. Entra states no limit; its 10,000 characters rarely reach this one. */
const deepest = 200;

/** Compiles an expression once. What is wrong with it becomes a problem of its evaluation, never an exception. */
export function compile(expression: Expression): CompiledExpression {
  return compileAt(expression, 1);
}

/** Compiles an argument alone, as the call around it would see it. */
export function compileArgument(expression: Expression): CompiledExpression {
  return compileAt(expression, 2);
}

function compileAt(expression: Expression, depth: number): CompiledExpression {
  return {
    node: compileNode(expression, depth, undefined),
    span: expression.span,
    observed: once(() => {
      const parts: Expression[] = [];
      return { node: compileNode(expression, depth, parts), parts };
    }),
  };
}

/** The parts of an observed expression, as far as they are compiled; undefined where nobody looks. */
type Parts = Expression[] | undefined;

function compileNode(expression: Expression, depth: number, parts: Parts): Node {
  if (parts === undefined) return nodeOf(expression, depth, parts);
  const index = parts.push(expression) - 1;
  const node = nodeOf(expression, depth, parts);
  return {
    ...node,
    run: frame => {
      const outcome = node.run(frame);
      frame.seen[index] = outcome;
      return outcome;
    },
  };
}

function nodeOf(expression: Expression, depth: number, parts: Parts): Node {
  if (depth > deepest) return failing(expression.span, `The expression is nested deeper than ${deepest} levels.`);
  switch (expression.kind) {
    case "Call":
      return call(expression, depth, parts);
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
      return comparison(expression, depth, parts);
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

function call(expression: Call, depth: number, parts: Parts): Node {
  const name = expression.name.text;
  if (depth > 1 && findFunction(name)?.outermost)
    return failing(expression.span, `${name} must be the outermost function; it cannot stand in another.`);
  const compiled = expression.arguments.map(argument =>
    argument.kind === "Omitted" ? undefined : compileNode(argument, depth + 1, parts),
  );
  return compileCall(expression, compiled, parts !== undefined);
}

function constant(text: string): Node {
  const word = findSpecialWord(text);
  if (word === undefined) return always(text);
  return {
    run: ({ assumptions, assume }) => {
      assume(word.assumption);
      return assumptions[word.assumption] ? word.result : text;
    },
  };
}

function attribute(name: string): Node {
  return { run: ({ attributes }) => attributes.get(name) ?? null };
}

/** Entra keeps constants as text: digits that a number would not give back, as in `007`, stay as they are written. */
function numberValue({ text, value }: NumberLiteral): Value {
  return text.startsWith("&") || String(value) === text ? value : text;
}

function jobParameter({ name, span }: JobParameter): Node {
  const absent = failureAt(span, `%${name}% is not a setting of this provisioning job.`);
  return { run: ({ jobParameters }) => jobParameters.get(name) ?? absent };
}

function comparison({ operator, left, right }: BinaryOperation, depth: number, parts: Parts): Node {
  const known = comparisonOperators.find(candidate => candidate === operator.text);
  if (known === undefined) return failing(operator.span, unknownOperator(operator.text));
  const [leftNode, rightNode] = [operand(left, depth, parts), operand(right, depth, parts)];
  if (rightNode.constant !== undefined && parts === undefined) {
    const holds = comparingWith(known, rightNode.constant);
    return {
      run: frame => {
        const value = leftNode.run(frame);
        return interrupts(value) ? value : holds(value);
      },
    };
  }
  return {
    run: frame => {
      const leftValue = leftNode.run(frame);
      if (interrupts(leftValue)) return leftValue;
      const rightValue = rightNode.run(frame);
      return interrupts(rightValue) ? rightValue : compare(known, leftValue, rightValue);
    },
  };
}

/** An attribute that is empty compares as an absent one, unlike the constant "". */
function operand(expression: Expression, depth: number, parts: Parts): Node {
  const node = compileNode(expression, depth + 1, parts);
  if (expression.kind !== "AttributeReference") return node;
  return {
    run: frame => {
      const value = node.run(frame);
      return value === "" ? null : value;
    },
  };
}

function unknownOperator(operator: string): string {
  const remedy =
    operator === "&" ? "Put texts together with Append or Join." : "For AND and OR, put one IIF into another.";
  return `${operator} is not an operator of Entra's language; conditions use ${comparisonOperators.join(" ")}. ${remedy}`;
}
