import { lineEnd, lineStarts, placeAt } from "../../language/lines.ts";
import type { Span } from "../../language/text.ts";
import { columns, cut, visible } from "./visible.ts";

const shownBefore = 60;
const longest = 120;

/** The line in which the span begins, and carets under the span. Of a long line, what is around the span. */
export function excerpt(text: string, span: Span): readonly string[] {
  const starts = lineStarts(text);
  const { line, character } = placeAt(starts, span.start);
  const end = lineEnd(text, starts, line);
  const from = Math.max(starts[line] ?? 0, span.start - shownBefore);
  const markEnd = Math.min(span.end, end);
  const lead = (span.start - character < from ? "…" : "") + visible(text.slice(from, span.start));
  const marked = visible(text.slice(span.start, markEnd));
  const rest = visible(text.slice(markEnd, end));
  const carets = Math.max(1, Math.min(columns(marked), longest - columns(lead)));
  return [cut(lead + marked + rest, longest), " ".repeat(columns(lead)) + "^".repeat(carets)];
}
