import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Span } from "../language/text.ts";
import { offsetOf, type ProvmapDocument, placeOf, writtenAt } from "../model/document.ts";

/** The range in the file of a span, as the Language Server Protocol counts it. */
export function rangeOf(document: ProvmapDocument, span: Span): Range {
  return { start: placeOf(document, span.start), end: placeOf(document, span.end) };
}

/** The span of a range of the file. */
export function spanOf(document: ProvmapDocument, range: Range): Span {
  return { start: offsetOf(document, range.start), end: offsetOf(document, range.end) };
}

/** The edit that puts a text in the place of a span, with escapes where that lies in a string of JSON. */
export function editOf(document: ProvmapDocument, span: Span, text: string): TextEdit {
  return { range: rangeOf(document, span), newText: writtenAt(document, span, text) };
}
