import type { Position, SelectionRange } from "vscode-languageserver-types";
import { type Node, pathTo } from "../language/provmap/path.ts";
import type { Span } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { wordSpan } from "./completion/place.ts";
import { cursorAt } from "./cursorAt.ts";
import { rangeOf, spanOf } from "./ranges.ts";

/** For each position what a selection there grows over: the word, the text of a string, each node, the inside of each block, the file. In a schema, as far as the expression reaches. */
export function selectionRanges(document: ProvmapDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map(position => {
    const offset = spanOf(document, { start: position, end: position }).start;
    const spans = growing([{ start: offset, end: offset }, ...spansAround(document, offset)]);
    return spans.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: rangeOf(document, span), ...(parent && { parent }) }),
      undefined,
    ) as SelectionRange;
  });
}

function spansAround(document: ProvmapDocument, offset: number): Span[] {
  const nodes = nodesAround(document, offset).toReversed();
  const word = wordSpan(document.text, offset, /[\w$-]/);
  return [word, ...nodes.flatMap(node => [...insides(document, node), node.span])].filter(
    ({ start, end }) => start <= offset && offset <= end,
  );
}

/** From the file inwards; in a schema from the expression. */
function nodesAround(document: ProvmapDocument, offset: number): readonly Node[] {
  if (document.language === "provmap") return pathTo(document.file, offset);
  const cursor = cursorAt(document, offset);
  return cursor.kind === "Source" ? cursor.path : [];
}

/** What lies between the quotes of a string, the brackets of an attribute, the parentheses of a call, the braces of a block. */
function insides({ text }: ProvmapDocument, node: Node): Span[] {
  if (node.kind === "Call") return [{ start: node.open, end: node.close ?? node.span.end }];
  if ("open" in node && node.open !== undefined)
    return [{ start: node.open.end, end: node.close?.start ?? node.span.end }];
  const written = text.slice(node.span.start, node.span.end);
  return /^(?:".*"|\[.*\]|\{.*\})$/s.test(written) ? [{ start: node.span.start + 1, end: node.span.end - 1 }] : [];
}

/** Those spans that hold all before them and more. */
function growing(spans: readonly Span[]): Span[] {
  const grown: Span[] = [];
  for (const span of spans) {
    const last = grown.at(-1);
    const holds = last === undefined || (span.start <= last.start && last.end <= span.end);
    const isLarger = last === undefined || span.end - span.start > last.end - last.start;
    if (holds && isLarger) grown.push(span);
  }
  return grown;
}
