import type { Range } from "vscode-languageserver-types";
import { type Span, touches } from "../../language/text.ts";
import type { ProvmapDocument } from "../../model/document.ts";
import { rangeOf } from "../ranges.ts";

/** Where a completion is asked for. */
export interface Place {
  readonly document: ProvmapDocument;
  readonly offset: number;
}

/** The range of the node that the cursor touches, as far as it lies on the cursor's line; otherwise of the word there. */
export function replacing({ document, offset }: Place, span?: Span): Range {
  const oneLine = span !== undefined && !/[\r\n]/.test(document.text.slice(span.start, span.end));
  const replaced = oneLine && touches(span, offset) ? span : wordSpan(document.text, offset, /[\w$.:-]/);
  return rangeOf(document, replaced);
}

/** The characters around the offset that match, as far as they go. */
export function wordSpan(text: string, offset: number, character: RegExp): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && character.test(text.charAt(start - 1))) start--;
  while (end < text.length && character.test(text.charAt(end))) end++;
  return { start, end };
}
