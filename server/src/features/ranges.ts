import type { Range } from "vscode-languageserver-types";
import { offsetAt, placeAt } from "../language/lines.ts";
import type { Span } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";

/** The range of a span as the Language Server Protocol counts it. */
export function rangeOf(document: ProvmapDocument, span: Span): Range {
  return { start: placeAt(document.lineStarts, span.start), end: placeAt(document.lineStarts, span.end) };
}

/** The span of a range. */
export function spanOf(document: ProvmapDocument, range: Range): Span {
  return {
    start: offsetAt(document.text, document.lineStarts, range.start),
    end: offsetAt(document.text, document.lineStarts, range.end),
  };
}
