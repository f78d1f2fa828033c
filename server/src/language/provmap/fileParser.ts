import * as l10n from "@vscode/l10n";
import {
  CloseParenthesis,
  Comma,
  Name,
  NumberText,
  OpenParenthesis,
  Operator,
  SmartString,
  StringText,
  UnclosedString,
} from "../expression/kinds.ts";
import * as literals from "../expression/literals.ts";
import { isConjunction, type Surroundings } from "../expression/parser.ts";
import {
  endOfLast,
  isAhead,
  isAt,
  isAtEnd,
  isSecond,
  peek,
  type Reader,
  report,
  take,
  takeIf,
  textOf,
} from "../expression/reader.ts";
import { Arrow, CloseBrace, Colon, OpenBrace } from "./kinds.ts";
import * as nodes from "./nodes.ts";
import type { Name as NameNode } from "./tree.ts";

const blockKeywords = /^(?:application|mapping|attributes|test)$/;

/** The first word of a modifier, with what has to follow it: kinds of tokens, or a word. */
export interface ModifierWord {
  readonly word: "match" | "default" | "on" | "add" | "flow";
  readonly argument: number | string;
}

const AnyString = StringText | UnclosedString | SmartString;

const modifierWords: readonly ModifierWord[] = [
  { word: "match", argument: NumberText },
  { word: "default", argument: AnyString },
  { word: "on", argument: "create" },
  { word: "add", argument: "values" },
  { word: "flow", argument: "always" },
];

/** Whether a token ahead is this bare word. */
export function isWord(reader: Reader, text: string, ahead: 1 | 2 = 1): boolean {
  if (!isAhead(reader, ahead, Name)) return false;
  const { start, end } = peek(reader, ahead);
  return end - start === text.length && reader.text.startsWith(text, start - reader.at);
}

const NameOrString = Name | AnyString;

/** Whether a name lies ahead, bare or as a string. */
export function isName(reader: Reader): boolean {
  return isAt(reader, NameOrString);
}

/** Whether a token ahead is a name. */
export function isNameAhead(reader: Reader, ahead: number): boolean {
  return isAhead(reader, ahead, NameOrString);
}

/** `name:`: the head of a property. */
export function isPropertyStart(reader: Reader): boolean {
  return isSecond(reader, Colon) && isName(reader);
}

/** `name:` or `name <-`: the head of a statement. */
export function isStatementStart(reader: Reader): boolean {
  return isSecond(reader, Colon | Arrow) && isName(reader);
}

/** `keyword "name" {`: the head of a top-level block, which no block can hold. */
export function isBlockStart(reader: Reader): boolean {
  if (!isAt(reader, Name) || isSecond(reader, Colon | Arrow)) return false;
  let ahead = 2;
  while (ahead < 4 && isNameAhead(reader, ahead)) ahead++;
  return isAhead(reader, ahead, OpenBrace) && blockKeywords.test(textOf(reader, peek(reader)));
}

/** `filter {`, `filter "name" {`, or either behind `input` or `category`. */
export function isFilterStart(reader: Reader): boolean {
  if (!isAt(reader, Name) || isSecond(reader, Colon | Arrow)) return false;
  const ahead = isWord(reader, "input") || isWord(reader, "category") ? 2 : 1;
  return (
    isWord(reader, "filter", ahead) &&
    (isAhead(reader, ahead + 1, OpenBrace) || (isNameAhead(reader, ahead + 1) && isAhead(reader, ahead + 2, OpenBrace)))
  );
}

/** The modifier whose first word lies ahead. */
export function modifierAhead(reader: Reader): ModifierWord | undefined {
  if (!isAt(reader, Name) || isSecond(reader, Colon | Arrow | OpenParenthesis)) return undefined;
  for (const modifier of modifierWords) if (isWord(reader, modifier.word)) return modifier;
  return undefined;
}

/** Whether a token ahead is what has to follow the first word of a modifier. */
export function isModifierArgument(reader: Reader, { argument }: ModifierWord, ahead: 1 | 2 = 1): boolean {
  return typeof argument === "string" ? isWord(reader, argument, ahead) : isAhead(reader, ahead, argument);
}

/** The first word of a modifier with what has to follow it. */
function isCompleteModifier(reader: Reader): boolean {
  const modifier = modifierAhead(reader);
  return modifier !== undefined && isModifierArgument(reader, modifier, 2);
}

function isOperandName(reader: Reader): boolean {
  if (isConjunction(reader)) return false;
  if (reader.depth > 0) return isSecond(reader, OpenParenthesis | Comma | CloseParenthesis | Operator);
  if (isSecond(reader, OpenParenthesis)) return true;
  return !(isStatementStart(reader) || isBlockStart(reader) || isFilterStart(reader) || isCompleteModifier(reader));
}

/** An expression in a file, which ends where the next statement begins. */
export const inFile: Surroundings = {
  isOperandName,
  continuesArguments(reader) {
    if (isStatementStart(reader)) return false;
    return !isAt(reader, Name) || isOperandName(reader) || isConjunction(reader);
  },
};

/** Reads a name, where one lies ahead. */
export function readName(reader: Reader): NameNode {
  const node = nodes.name(reader, take(reader));
  if (isAhead(reader, 0, UnclosedString)) report(reader, l10n.t("Close the string with '\"'."), node.span);
  if (isAhead(reader, 0, SmartString))
    report(reader, l10n.t`Write straight quotes: ${literals.quote(node.text)}.`, node.span);
  return node;
}

/** Skips one thing that does not belong here, with what is in its braces; a run of them is one problem, which `say` words. */
export function skipJunk(reader: Reader, say: (found: string) => string): void {
  const token = peek(reader);
  if (reader.junkEnd !== endOfLast(reader)) report(reader, say(clip(textOf(reader, token))), token);
  if (takeIf(reader, OpenBrace) === undefined) take(reader);
  else {
    while (!isAtEnd(reader) && !isAt(reader, CloseBrace)) take(reader);
    takeIf(reader, CloseBrace);
  }
  reader.junkEnd = endOfLast(reader);
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
