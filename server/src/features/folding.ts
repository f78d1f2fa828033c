import type { FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { placeAt } from "../language/lines.ts";
import { children, type Node } from "../language/provmap/path.ts";
import type { Span, Word } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";

/** A fold for each block, long call, inline object, comment and row of line comments that spans lines. */
export function folding(document: ProvmapDocument): FoldingRange[] {
  const regions = [...foldable(document.file)].map(node => fold(document, node.span));
  const comments = commentRows(document).map(span => fold(document, span, "comment"));
  return [...regions, ...comments].filter(({ startLine, endLine }) => endLine > startLine);
}

function fold({ lineStarts }: ProvmapDocument, span: Span, kind?: FoldingRangeKind): FoldingRange {
  const last = placeAt(lineStarts, span.end).line;
  const first = placeAt(lineStarts, span.start).line;
  return kind === undefined ? { startLine: first, endLine: last - 1 } : { startLine: first, endLine: last, kind };
}

function* foldable(node: Node): Generator<Node> {
  if (node.kind !== "ProvmapFile" && foldedKinds.has(node.kind)) yield node;
  for (const child of children(node)) yield* foldable(child);
}

const foldedKinds: ReadonlySet<string> = new Set<Node["kind"]>([
  "ApplicationBlock",
  "MappingBlock",
  "FilterBlock",
  "AttributesBlock",
  "TestBlock",
  "ExpectBlock",
  "ObjectValue",
  "ListValue",
  "Call",
]);

/** Comments, where neighbouring lines of `//` count as one. */
function commentRows({ file, lineStarts }: ProvmapDocument): Span[] {
  const rows: Span[] = [];
  for (const comment of file.comments) {
    const row = rows.at(-1);
    const follows =
      row !== undefined && isLineComment(comment) && lineAfter(lineStarts, row) === lineAt(lineStarts, comment);
    if (follows) rows.splice(-1, 1, { start: row.start, end: comment.span.end });
    else rows.push(comment.span);
  }
  return rows;
}

function isLineComment(comment: Word): boolean {
  return comment.text.startsWith("//");
}

function lineAfter(lineStarts: readonly number[], row: Span): number {
  return placeAt(lineStarts, row.end).line + 1;
}

function lineAt(lineStarts: readonly number[], comment: Word): number {
  return placeAt(lineStarts, comment.span.start).line;
}
