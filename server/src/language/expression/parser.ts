import * as l10n from "@vscode/l10n";
import type { Word } from "../text.ts";
import { type ArgumentItem, arrangeArguments } from "./arguments.ts";
import * as kinds from "./kinds.ts";
import * as literals from "./literals.ts";
import { endOfLast, isAt, mayNest, peek, type Reader, report, startOfNext, take, takeIf } from "./reader.ts";
import type { Token } from "./scan.ts";
import type { Call, Expression, Parenthesized } from "./tree.ts";

/** What surrounds an expression and so may end it. */
export interface Surroundings {
  /** Whether the word ahead can be an operand here. In a file a word may begin the next statement instead. */
  readonly isOperandName: (reader: Reader) => boolean;
  /** Whether what lies ahead still belongs between the parentheses of a call. */
  readonly continuesArguments: (reader: Reader) => boolean;
}

/** An expression that stands alone: everything belongs to it. */
export const alone: Surroundings = {
  isOperandName: reader => !isConjunction(reader),
  continuesArguments: () => true,
};

/** Whether a word ahead stands where an operator should: AND and OR, which Entra does not know. */
export function isConjunction(reader: Reader): boolean {
  return isAt(reader, kinds.Name) && /^(?:and|or)$/i.test(peek(reader).text);
}

/** Whether an operand lies ahead. */
export function isAtOperand(reader: Reader, surroundings: Surroundings): boolean {
  if (isAt(reader, kinds.Name)) return surroundings.isOperandName(reader);
  return isAt(reader, kinds.Operand) || (isAt(reader, kinds.OpenParenthesis) && mayNest(reader));
}

/**
 * Reads an expression, where an operand lies ahead. Every sequence of tokens between two parentheses is accepted and the
 * mistakes are told, one for each place, so the tree is whole for any text.
 */
export function readExpression(reader: Reader, surroundings: Surroundings): Expression {
  let left = readOperand(reader, surroundings);
  while (isAt(reader, kinds.Operator) || isConjunction(reader)) {
    const operator = literals.word(take(reader));
    const right = isAtOperand(reader, surroundings) ? readOperand(reader, surroundings) : undefined;
    left = binaryOperation(reader, left, operator, right);
  }
  return left;
}

function readOperand(reader: Reader, surroundings: Surroundings): Expression {
  if (isAt(reader, kinds.Name)) {
    const isCall = mayNest(reader) && isAt(reader, kinds.OpenParenthesis, 2);
    return isCall ? readCall(reader, surroundings) : literals.constant(take(reader));
  }
  if (isAt(reader, kinds.AttributeText)) return literals.attribute(take(reader));
  if (isAt(reader, kinds.StringText)) return literals.string(take(reader));
  if (isAt(reader, kinds.NumberText | kinds.HexText)) return literals.number(take(reader));
  if (isAt(reader, kinds.JobParameterText)) return literals.jobParameter(take(reader));
  if (isAt(reader, kinds.OpenParenthesis)) return readParenthesized(reader, surroundings);
  return malformed(reader, take(reader));
}

function readParenthesized(reader: Reader, surroundings: Surroundings): Parenthesized {
  const { start } = take(reader);
  reader.depth++;
  const inner = isAtOperand(reader, surroundings) ? readExpression(reader, surroundings) : undefined;
  const close = takeIf(reader, kinds.CloseParenthesis);
  reader.depth--;
  const end = endOfLast(reader);
  if (inner === undefined) report(reader, l10n.t("Write an expression between the parentheses."), { start, end });
  else if (close === undefined) report(reader, l10n.t("Close the parenthesis with ')'."), { start, end: start + 1 });
  return {
    kind: "Parenthesized",
    inner: inner ?? { kind: "Missing", span: { start: start + 1, end } },
    span: { start, end },
  };
}

function readCall(reader: Reader, surroundings: Surroundings): Call {
  const name = literals.word(take(reader));
  const open = take(reader);
  reader.depth++;
  const items: ArgumentItem[] = [];
  while (surroundings.continuesArguments(reader)) {
    const item = readArgumentItem(reader, surroundings);
    if (item === undefined) break;
    items.push(item);
  }
  const close = takeIf(reader, kinds.CloseParenthesis);
  reader.depth--;
  return callNode(reader, name, open, items, close);
}

/** Undefined where nothing lies ahead that could stand between parentheses. */
function readArgumentItem(reader: Reader, surroundings: Surroundings): ArgumentItem | undefined {
  if (isAt(reader, kinds.Comma)) return item("Comma", take(reader));
  if (isAtOperand(reader, surroundings)) return readExpression(reader, surroundings);
  if (!isAt(reader, kinds.Stray | kinds.Name)) return undefined;
  return item("Stray", take(reader));
}

function item<K extends "Comma" | "Stray">(kind: K, token: Token): Word & { readonly kind: K } {
  return { kind, text: token.text, span: literals.spanOf(token) };
}

function malformed(reader: Reader, token: Token): Expression {
  if ((token.kinds & kinds.UnclosedAttribute) !== 0) {
    const node = literals.attribute(token);
    report(reader, l10n.t`Close the attribute '${node.name.text}' with ']'.`, node.span);
    return node;
  }
  const node = literals.string(token);
  const unclosed = (token.kinds & kinds.UnclosedString) !== 0;
  const message = unclosed ? l10n.t("Close the string with '\"'.") : l10n.t`Write straight quotes: ${node.raw}.`;
  report(reader, message, node.span);
  return node;
}

function binaryOperation(reader: Reader, left: Expression, operator: Word, right: Expression | undefined): Expression {
  if (right === undefined) report(reader, l10n.t`Write a value behind '${operator.text}'.`, operator.span);
  const whole = right ?? ({ kind: "Missing", span: { start: operator.span.end, end: operator.span.end } } as const);
  const span = { start: left.span.start, end: whole.span.end };
  return { kind: "BinaryOperation", operator, left, right: whole, span };
}

function callNode(
  reader: Reader,
  name: Word,
  open: Token,
  items: readonly ArgumentItem[],
  close: Token | undefined,
): Call {
  const start = open.start + 1;
  const endsWithComma = items.length === 0 || items.at(-1)?.kind === "Comma";
  const end = close?.start ?? (endsWithComma ? startOfNext(reader) : endOfLast(reader));
  const { arguments: found, separators } = arrangeArguments(items, { start, end }, reader);
  const opened = literals.spanOf(open);
  if (close === undefined) {
    report(reader, l10n.t`Close the call of '${name.text}' with ')'.`, name.span);
    return { kind: "Call", name, arguments: found, separators, open: opened, span: { start: name.span.start, end } };
  }
  const closed = literals.spanOf(close);
  const span = { start: name.span.start, end: closed.end };
  return { kind: "Call", name, arguments: found, separators, open: opened, close: closed, span };
}
