import * as l10n from "@vscode/l10n";
import * as literals from "../expression/literals.ts";
import { endOfLast, isAt, isAtEnd, type Reader, report, reportMissing, take, takeIf } from "../expression/reader.ts";
import type { Span } from "../text.ts";
import { isBlockStart, isName, isStatementStart, readName } from "./fileParser.ts";
import { CloseBrace, OpenBrace } from "./kinds.ts";
import * as nodes from "./nodes.ts";
import type { Name as NameNode } from "./tree.ts";

/** The braces of a block as they were read. */
export interface Braces {
  readonly open: Span | undefined;
  readonly close: Span | undefined;
}

/** Where a block is over: it closes, or another one begins although it does not close. */
export function isBehindBlock(reader: Reader): boolean {
  return isAt(reader, CloseBrace) || isBlockStart(reader);
}

/** Reads `{ member … }`: members until the block closes or, where a brace is missing, until it `isOver`. */
export function readBraces(
  reader: Reader,
  readMember: (reader: Reader) => void,
  isOver: (reader: Reader) => boolean = isBehindBlock,
): Braces {
  const open = takeIf(reader, OpenBrace);
  if (open === undefined) reportMissing(reader, l10n.t("Open the block with '{'."));
  while (!isAtEnd(reader) && !isOver(reader)) readMember(reader);
  return { open, close: takeIf(reader, CloseBrace) };
}

/** The shape that every block shares; reports a closing brace that is missing. */
export function blockShape(reader: Reader, keyword: Span, { open, close }: Braces) {
  const word = literals.word(reader, keyword);
  if (open !== undefined && close === undefined) report(reader, l10n.t("Close the block with '}'."), word.span);
  return {
    keyword: word,
    ...(open === undefined ? {} : { open }),
    ...(close === undefined ? {} : { close }),
    span: { start: word.span.start, end: endOfLast(reader) },
  };
}

/** Reads the name of a block; `say` words that there is none. */
export function readBlockName(reader: Reader, say: () => string): NameNode {
  if (isName(reader) && !isStatementStart(reader) && !isBlockStart(reader)) return readName(reader);
  reportMissing(reader, say());
  return nodes.missingName(endOfLast(reader));
}

/** Skips a closing brace that closes nothing, as the message says. */
export function skipStrayBrace(reader: Reader, message: string): void {
  report(reader, message, take(reader));
}
