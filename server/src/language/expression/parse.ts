import * as l10n from "@vscode/l10n";
import type { Span, SyntaxProblem } from "../text.ts";
import { alone, isAtOperand, readExpression } from "./parser.ts";
import { isAtEnd, peek, readerOf, report, startOfNext, take, textOf } from "./reader.ts";
import { scanExpressionToken } from "./tokens.ts";
import type { Expression } from "./tree.ts";

/** The length, in UTF-16 units, from which on a text is not read at all. Entra refuses expressions of over 10,000 characters. */
export const longestText = 1_000_000;

export interface ParsedExpression {
  readonly expression: Expression;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads one expression, as it stands in Entra's expression box, or in a longer text at an offset. Total: any text gives a
 * whole tree and the problems found.
 */
export function parseExpression(text: string, at = 0): ParsedExpression {
  const whole = { start: at, end: at + text.length };
  if (text.length > longestText)
    return unread(whole, l10n.t`Shorten the expression: it has ${text.length} characters.`);
  const reader = readerOf(text, scanExpressionToken, at);
  if (isAtEnd(reader)) return unread(whole, l10n.t("Write an expression: an attribute, a string or a function call."));
  if (!isAtOperand(reader, alone))
    return unread(whole, l10n.t`An expression cannot begin with '${textOf(reader, peek(reader))}'.`);
  const expression = readExpression(reader, alone);
  if (!isAtEnd(reader)) {
    const rest = { start: startOfNext(reader), end: at + text.trimEnd().length };
    report(reader, l10n.t`Remove what follows the expression: '${clip(textOf(reader, rest))}'.`, rest);
    while (!isAtEnd(reader)) take(reader);
  }
  const unwanted = reader.comments.map(span => ({
    message: l10n.t("Remove the comment: Entra's expressions have none."),
    span,
  }));
  return { expression, problems: [...reader.problems, ...unwanted] };
}

function unread(span: Span, message: string): ParsedExpression {
  return { expression: { kind: "Missing", span }, problems: [{ message, span }] };
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
