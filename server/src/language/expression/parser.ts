import * as l10n from "@vscode/l10n";
import type { SyntaxProblem, Word } from "../text.ts";
import * as kinds from "./kinds.ts";
import * as literals from "./literals.ts";
import {
  endOfLast,
  isAhead,
  isAt,
  isSecond,
  mayNest,
  peek,
  type Reader,
  report,
  startOfNext,
  take,
  takeIf,
  textOf,
} from "./reader.ts";
import { cut, push } from "./stack.ts";
import { type Call, type Expression, type Omitted, type Parenthesized, writtenString } from "./tree.ts";

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
  if (!isAt(reader, kinds.Name)) return false;
  const word = peek(reader);
  return word.end - word.start <= 3 && /^(?:and|or)$/i.test(textOf(reader, word));
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
    const operator = literals.word(reader, take(reader));
    const right = isAtOperand(reader, surroundings) ? readOperand(reader, surroundings) : undefined;
    left = binaryOperation(reader, left, operator, right);
  }
  return left;
}

function readOperand(reader: Reader, surroundings: Surroundings): Expression {
  if (isAt(reader, kinds.AttributeText)) return literals.attribute(reader, take(reader));
  if (isAt(reader, kinds.StringText)) return literals.string(reader, take(reader));
  if (isAt(reader, kinds.Name)) {
    const isCall = isSecond(reader, kinds.OpenParenthesis) && mayNest(reader);
    return isCall ? readCall(reader, surroundings) : literals.constant(reader, take(reader));
  }
  if (isAt(reader, kinds.NumberText | kinds.HexText)) return literals.number(reader, take(reader));
  if (isAt(reader, kinds.JobParameterText)) return literals.jobParameter(reader, take(reader));
  if (isAt(reader, kinds.OpenParenthesis)) return readParenthesized(reader, surroundings);
  return readMalformed(reader);
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

/**
 * Nothing between two commas is an omitted argument, two operands side by side lack a comma, a stray token stands for a
 * missing argument. The first of these mistakes is told.
 */
function readCall(reader: Reader, surroundings: Surroundings): Call {
  const { operands, commas } = reader;
  const firstOperand = operands.size;
  const firstComma = commas.size;
  const { start } = peek(reader);
  const name = textOf(reader, take(reader));
  const open = take(reader).end;
  let end = open;
  let due = true;
  let mistake: SyntaxProblem | undefined;
  reader.depth++;
  for (;;) {
    if (isAt(reader, kinds.Comma)) {
      const comma = take(reader);
      if (due) push(operands, omitted(end, comma.start));
      push(commas, comma.start);
      due = true;
      end = comma.end;
    } else if (!surroundings.continuesArguments(reader)) break;
    else if (isAtOperand(reader, surroundings)) {
      const operand = readExpression(reader, surroundings);
      if (!due) mistake ??= { message: l10n.t("Separate the arguments with a comma."), span: operand.span };
      push(operands, operand);
      due = false;
      end = operand.span.end;
    } else if (isAt(reader, kinds.Stray | kinds.Name)) {
      const stray = take(reader);
      mistake ??= { message: strayMessage(textOf(reader, stray)), span: stray };
      if (due) push(operands, { kind: "Missing", span: stray });
      due = false;
      end = stray.end;
    } else break;
  }
  const close = takeIf(reader, kinds.CloseParenthesis)?.start;
  reader.depth--;
  const behind = close ?? (due ? startOfNext(reader) : endOfLast(reader));
  if (due && commas.size > firstComma) push(operands, omitted(end, behind));
  if (mistake !== undefined) report(reader, mistake.message, mistake.span);
  const list = cut(operands, firstOperand);
  const separators = cut(commas, firstComma);
  if (close !== undefined)
    return { kind: "Call", name, arguments: list, separators, open, close, span: { start, end: close + 1 } };
  report(reader, l10n.t`Close the call of '${name}' with ')'.`, { start, end: start + name.length });
  return { kind: "Call", name, arguments: list, separators, open, span: { start, end: behind } };
}

function omitted(start: number, end: number): Omitted {
  return { kind: "Omitted", span: { start, end } };
}

function strayMessage(text: string): string {
  if (text === "(") return l10n.t("Calls and parentheses are nested too deeply: use at most 200 levels.");
  if (text === "'") return l10n.t("Write strings in double quotes.");
  return l10n.t`'${text}' is not part of an expression: write an attribute, a string or a function call.`;
}

function readMalformed(reader: Reader): Expression {
  if (isAt(reader, kinds.UnclosedAttribute)) {
    const node = literals.attribute(reader, take(reader));
    report(reader, l10n.t`Close the attribute '${node.name}' with ']'.`, node.span);
    return node;
  }
  const node = literals.string(reader, take(reader));
  const unclosed = isAhead(reader, 0, kinds.UnclosedString);
  const message = unclosed
    ? l10n.t("Close the string with '\"'.")
    : l10n.t`Write straight quotes: ${writtenString(node)}.`;
  report(reader, message, node.span);
  return node;
}

function binaryOperation(reader: Reader, left: Expression, operator: Word, right: Expression | undefined): Expression {
  if (right === undefined) report(reader, l10n.t`Write a value behind '${operator.text}'.`, operator.span);
  const whole = right ?? ({ kind: "Missing", span: { start: operator.span.end, end: operator.span.end } } as const);
  const span = { start: left.span.start, end: whole.span.end };
  return { kind: "BinaryOperation", operator, left, right: whole, span };
}
