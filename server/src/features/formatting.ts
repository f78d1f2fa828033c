import type { Range, TextEdit } from "vscode-languageserver-types";
import { formatProvmap } from "../language/provmap/format.ts";
import { parseProvmap } from "../language/provmap/parse.ts";
import { statementEnds } from "../language/provmap/statements.ts";
import { type Span, touches } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { rangeOf, spanOf } from "./ranges.ts";

/**
 * The edits that give the text its canonical layout; none where it has it. Where the syntax of a block is broken, that block
 * stays as it is, and the others are formatted.
 */
export function formatting(document: ProvmapDocument): TextEdit[] {
  return formattedPieces(document).flatMap(piece => edits(document, piece));
}

/** The edits of the statements that a range touches. */
export function rangeFormatting(document: ProvmapDocument, range: Range): TextEdit[] {
  const { start, end } = spanOf(document, range);
  return formattedPieces(document).flatMap(piece => {
    const from = start - piece.start;
    const to = end - piece.start;
    return to < 0 || from > piece.before.length ? [] : edits(document, partOf(piece, from, to));
  });
}

/** A part of a text that is formatted by itself. */
interface Piece {
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/** The whole text, or of a broken one each block that has no mistake in it. */
function formattedPieces({ language, text, file, syntaxProblems }: ProvmapDocument): Piece[] {
  if (language !== "provmap") return [];
  if (syntaxProblems.length === 0) return [{ start: 0, before: text, after: formatProvmap(text) }];
  const isSound = (span: Span) =>
    !syntaxProblems.some(problem => touches(span, problem.span.start) || touches(span, problem.span.end));
  return file.blocks
    .filter(({ span }) => isSound(span))
    .map(({ span: { start, end } }) => {
      const before = text.slice(start, end);
      return { start, before, after: formatProvmap(before).trimEnd() };
    });
}

/** The part between the last statement that ends before `from` and the first that ends at `to` or behind it. */
function partOf(piece: Piece, from: number, to: number): Piece {
  const { start, before, after } = piece;
  if (before === after || (from <= 0 && to >= before.length)) return piece;
  const [old, changed] = [anchorsOf(before), anchorsOf(after)];
  if (old.length !== changed.length) return { start, before: "", after: "" };
  const first = Math.max(
    0,
    old.findLastIndex(anchor => anchor <= from),
  );
  const last = to >= before.length ? old.length - 1 : old.findIndex(anchor => anchor >= to);
  return {
    start: start + (old[first] ?? 0),
    before: before.slice(old[first], old[last]),
    after: after.slice(changed[first], changed[last]),
  };
}

/** The ends of the statements, between the ends of the text: formatting keeps their number and their order. */
function anchorsOf(text: string): number[] {
  return [0, ...statementEnds(parseProvmap(text).file), text.length];
}

function edits(document: ProvmapDocument, { start: offset, before, after }: Piece): TextEdit[] {
  if (before === after) return [];
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const range = rangeOf(document, { start: offset + start, end: offset + before.length - end });
  return [{ range, newText: after.slice(start, after.length - end) }];
}

/** How many characters both texts share from the start, up to the beginning of a line, so that cursors outside the change stay. */
function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length++;
  return length === 0 ? 0 : left.lastIndexOf("\n", length - 1) + 1;
}

/** How many characters both texts share at the end, from the beginning of a line on and behind `start`. */
function commonEnd(left: string, right: string, start: number): number {
  const limit = Math.min(left.length, right.length) - start;
  let length = 0;
  while (length < limit && left.at(-1 - length) === right.at(-1 - length)) length++;
  const lineFeed = left.indexOf("\n", left.length - length);
  return lineFeed === -1 ? 0 : left.length - lineFeed - 1;
}
