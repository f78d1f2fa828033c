import * as l10n from "@vscode/l10n";
import {
  CloseParenthesis,
  Comma,
  Name,
  OpenParenthesis,
  Operator,
  SmartString,
  StringText,
  UnclosedString,
} from "../expression/kinds.ts";
import * as literals from "../expression/literals.ts";
import { isConjunction, type Surroundings } from "../expression/parser.ts";
import { endOfLast, isAt, isAtEnd, peek, type Reader, report, take, takeIf } from "../expression/reader.ts";
import { Arrow, CloseBrace, Colon, OpenBrace } from "./kinds.ts";
import * as nodes from "./nodes.ts";
import type { Name as NameNode } from "./tree.ts";

/** A reader of a file, which tells a run of things that do not belong there once. */
export interface FileReader extends Reader {
  /** Where the last thing ended that was skipped. */
  junkEnd: number;
}

const blockKeywords = /^(?:application|mapping|attributes|test)$/;

/** The modifiers by their first word, with the shape of what follows it. */
export const modifierWords: Readonly<Record<string, RegExp>> = {
  match: /^[0-9]/,
  default: /^["“”„‟]/,
  on: /^create$/,
  add: /^values$/,
  flow: /^always$/,
};

/** Whether a token ahead is this bare word. */
export function isWord(reader: Reader, text: string, ahead = 1): boolean {
  return peek(reader, ahead).text === text && isAt(reader, Name, ahead);
}

const NameOrString = Name | StringText | UnclosedString | SmartString;

/** Whether a token ahead is a name, bare or as a string. */
export function isName(reader: Reader, ahead = 1): boolean {
  return isAt(reader, NameOrString, ahead);
}

/** `name:`: the head of a property. */
export function isPropertyStart(reader: Reader): boolean {
  return isAt(reader, Colon, 2) && isName(reader);
}

/** `name:` or `name <-`: the head of a statement. */
export function isStatementStart(reader: Reader): boolean {
  return isAt(reader, Colon | Arrow, 2) && isName(reader);
}

/** `keyword "name" {`: the head of a top-level block, which no block can hold. */
export function isBlockStart(reader: Reader): boolean {
  if (!isAt(reader, Name) || !blockKeywords.test(peek(reader).text)) return false;
  if (isAt(reader, Colon | Arrow, 2)) return false;
  let ahead = 2;
  while (ahead < 4 && isName(reader, ahead)) ahead++;
  return isAt(reader, OpenBrace, ahead);
}

/** `filter {`, `filter "name" {`, or either behind `input` or `category`. */
export function isFilterStart(reader: Reader): boolean {
  const ahead = isWord(reader, "input") || isWord(reader, "category") ? 2 : 1;
  return (
    isWord(reader, "filter", ahead) &&
    (isAt(reader, OpenBrace, ahead + 1) || (isName(reader, ahead + 1) && isAt(reader, OpenBrace, ahead + 2)))
  );
}

/** The first word of a modifier. */
export function isModifierStart(reader: Reader): boolean {
  if (!isAt(reader, Name) || isAt(reader, Colon | Arrow | OpenParenthesis, 2)) return false;
  return Object.hasOwn(modifierWords, peek(reader).text);
}

/** The first word of a modifier with what has to follow it. */
function isCompleteModifier(reader: Reader): boolean {
  return isModifierStart(reader) && modifierWords[peek(reader).text]?.test(peek(reader, 2).text) === true;
}

function isOperandName(reader: Reader): boolean {
  if (isAt(reader, OpenParenthesis, 2)) return !isConjunction(reader);
  if (isConjunction(reader) || isStatementStart(reader) || isBlockStart(reader) || isFilterStart(reader)) return false;
  if (reader.depth === 0) return !isCompleteModifier(reader);
  return isAt(reader, Comma | CloseParenthesis | Operator, 2);
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
  const node = nodes.name(take(reader));
  if (isAt(reader, UnclosedString, 0)) report(reader, l10n.t("Close the string with '\"'."), node.span);
  if (isAt(reader, SmartString, 0))
    report(reader, l10n.t`Write straight quotes: ${literals.quote(node.text)}.`, node.span);
  return node;
}

/** Skips one thing that does not belong here, with what is in its braces; a run of them is one problem, which `say` words. */
export function skipJunk(reader: FileReader, say: (found: string) => string): void {
  const token = peek(reader);
  if (reader.junkEnd !== endOfLast(reader)) report(reader, say(clip(token.text)), literals.spanOf(token));
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
