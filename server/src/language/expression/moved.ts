import type { Span, SyntaxProblem, Word } from "../text.ts";
import type { Expression } from "./tree.ts";

/** The tree of an expression that begins so many UTF-16 units further on in its text. */
export function moved<E extends Expression>(expression: E, by: number): E;
export function moved(expression: Expression, by: number): Expression {
  const span = movedSpan(expression.span, by);
  switch (expression.kind) {
    case "Call": {
      const { open, close, separators } = expression;
      return {
        ...expression,
        name: movedWord(expression.name, by),
        arguments: expression.arguments.map(argument => moved(argument, by)),
        open: movedSpan(open, by),
        separators: separators.map(separator => movedSpan(separator, by)),
        ...(close && { close: movedSpan(close, by) }),
        span,
      };
    }
    case "AttributeReference":
      return { ...expression, name: movedWord(expression.name, by), span };
    case "BinaryOperation":
      return {
        ...expression,
        operator: movedWord(expression.operator, by),
        left: moved(expression.left, by),
        right: moved(expression.right, by),
        span,
      };
    case "Parenthesized":
      return { ...expression, inner: moved(expression.inner, by), span };
    default:
      return { ...expression, span };
  }
}

/** A syntax problem, so many UTF-16 units further on. */
export function movedProblem({ message, span }: SyntaxProblem, by: number): SyntaxProblem {
  return { message, span: movedSpan(span, by) };
}

function movedWord({ text, span }: Word, by: number): Word {
  return { text, span: movedSpan(span, by) };
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
