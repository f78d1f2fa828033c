import * as l10n from "@vscode/l10n";
import * as literals from "../expression/literals.ts";
import { endOfLast, isAt, isAtEnd, report, reportMissing, take, takeIf } from "../expression/reader.ts";
import type { Token } from "../expression/scan.ts";
import { type FileReader, isBlockStart, isName, isStatementStart, readName } from "./fileParser.ts";
import { CloseBrace, OpenBrace } from "./kinds.ts";
import * as nodes from "./nodes.ts";
import type { Name as NameNode } from "./tree.ts";

/** The braces of a block as they were read. */
export interface Braces {
  readonly open: Token | undefined;
  readonly close: Token | undefined;
}

/** Where a block is over: it closes, or another one begins although it does not close. */
export function isBehindBlock(reader: FileReader): boolean {
  return isAt(reader, CloseBrace) || isBlockStart(reader);
}

/** Reads `{ member … }`: members until the block closes or, where a brace is missing, until it `isOver`. */
export function readBraces(
  reader: FileReader,
  readMember: (reader: FileReader) => void,
  isOver: (reader: FileReader) => boolean = isBehindBlock,
): Braces {
  const open = takeIf(reader, OpenBrace);
  if (open === undefined) reportMissing(reader, l10n.t("Open the block with '{'."));
  while (!isAtEnd(reader) && !isOver(reader)) readMember(reader);
  return { open, close: takeIf(reader, CloseBrace) };
}

/** The shape that every block shares; reports a closing brace that is missing. */
export function blockShape(reader: FileReader, keyword: Token, { open, close }: Braces) {
  const word = literals.word(keyword);
  if (open !== undefined && close === undefined) report(reader, l10n.t("Close the block with '}'."), word.span);
  return {
    keyword: word,
    ...(open === undefined ? {} : { open: literals.spanOf(open) }),
    ...(close === undefined ? {} : { close: literals.spanOf(close) }),
    span: { start: word.span.start, end: endOfLast(reader) },
  };
}

/** Reads the name of a block; `missing` is told where there is none. */
export function readBlockName(reader: FileReader, missing: string): NameNode {
  if (isName(reader) && !isStatementStart(reader) && !isBlockStart(reader)) return readName(reader);
  reportMissing(reader, missing);
  return nodes.missingName(endOfLast(reader));
}

/** Skips a closing brace that closes nothing, as the message says. */
export function skipStrayBrace(reader: FileReader, message: string): void {
  const token = take(reader);
  report(reader, message, literals.spanOf(token));
}
