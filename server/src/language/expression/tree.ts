import type { Span, Word } from "../text.ts";

/** A node of Entra's expression language. Spans are offsets into the text that was parsed; children never lie outside their parent. */
export type Expression =
  | Call
  | AttributeReference
  | StringLiteral
  | NumberLiteral
  | Constant
  | JobParameter
  | BinaryOperation
  | Parenthesized
  | Omitted
  | Missing;

/** `Name(argument, …)`. A call without arguments, as `Now()`, has an empty list and not one omitted argument. */
export interface Call {
  readonly kind: "Call";
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** Where the arguments begin: behind the opening parenthesis. */
  readonly open: number;
  /** Where the commas stand, in order. */
  readonly separators: readonly number[];
  /** Where the closing parenthesis stands; absent where the text lacks it. */
  readonly close?: number;
  readonly span: Span;
}

/** `[name]`. The name is verbatim but for surrounding blanks. */
export interface AttributeReference {
  readonly kind: "AttributeReference";
  readonly name: string;
  /** Where the name begins. */
  readonly nameStart: number;
  readonly span: Span;
}

/** A double-quoted string. `\\` and `\"` are escapes; any other backslash belongs to the value. */
export interface StringLiteral {
  readonly kind: "StringLiteral";
  readonly value: string;
  /** As written, quotes included; a missing closing quote is added. Absent: the value between quotes. */
  readonly raw?: string;
  readonly span: Span;
}

/** A decimal or `&H` hexadecimal number, as written. */
export interface NumberLiteral {
  readonly kind: "NumberLiteral";
  readonly text: string;
  readonly value: number;
  readonly span: Span;
}

/** A bare word, such as `vbTextCompare`. */
export interface Constant {
  readonly kind: "Constant";
  readonly text: string;
  readonly span: Span;
}

/** `%Name%`: the setting of that name of the provisioning job. */
export interface JobParameter {
  readonly kind: "JobParameter";
  readonly name: string;
  readonly span: Span;
}

/** `left operator right`. Entra knows only `= <> < <= > >=`, and those only as a condition; others are parsed to be named in a problem. */
export interface BinaryOperation {
  readonly kind: "BinaryOperation";
  readonly operator: Word;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

/** `(inner)`: not part of Entra's language, parsed to be named in a problem. */
export interface Parenthesized {
  readonly kind: "Parenthesized";
  readonly inner: Expression;
  readonly span: Span;
}

/** Nothing between two commas: an argument left out, distinct from `""`. Its span is the blank between them. */
export interface Omitted {
  readonly kind: "Omitted";
  readonly span: Span;
}

/** Stands where the text should have an expression and has none, or something that is none. */
export interface Missing {
  readonly kind: "Missing";
  readonly span: Span;
}

/** The name of an attribute or of the function that is called, with its place. */
export function nameOf(node: AttributeReference | Call): Word {
  const start = node.kind === "Call" ? node.span.start : node.nameStart;
  return { text: node.name, span: { start, end: start + node.name.length } };
}

/** A string as written, quotes included, so that printing it gives a whole string. */
export function writtenString({ value, raw }: StringLiteral): string {
  return raw ?? `"${value}"`;
}

/** The nodes directly below a node, in the order of the text. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "Call":
      return expression.arguments;
    case "BinaryOperation":
      return [expression.left, expression.right];
    case "Parenthesized":
      return [expression.inner];
    default:
      return [];
  }
}

/** The nodes from the root to the innermost one that the offset touches; empty where it touches none. */
export function pathTo(expression: Expression, offset: number): readonly Expression[] {
  if (offset < expression.span.start || offset > expression.span.end) return [];
  const below = children(expression).find(child => child.span.start <= offset && offset <= child.span.end);
  return below === undefined ? [expression] : [expression, ...pathTo(below, offset)];
}

/** Every node of the tree, parents before their children. */
export function walk(expression: Expression): readonly Expression[] {
  const nodes: Expression[] = [];
  const visit = (node: Expression) => {
    nodes.push(node);
    for (const child of children(node)) visit(child);
  };
  visit(expression);
  return nodes;
}
