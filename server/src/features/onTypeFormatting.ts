import type { TextEdit } from "vscode-languageserver-types";
import { children, type Node, pathTo } from "../language/provmap/path.ts";
import { type Span, touches } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { isInArguments } from "./argumentIndex.ts";
import { rangeFormatting } from "./formatting.ts";
import { rangeOf } from "./ranges.ts";

/** Behind a closing brace its block gets its layout; behind a line break, and where the layout is not known, the line its indentation. */
export function onTypeFormatting(document: ProvmapDocument, offset: number, typed: string): TextEdit[] {
  if (document.language !== "provmap" || isInText(document, offset)) return [];
  if (typed !== "}") return indentation(document, offset);
  const closed = pathTo(document.file, offset).find(
    node => node.kind !== "Call" && "close" in node && node.close?.end === offset,
  );
  const edits = closed === undefined ? [] : rangeFormatting(document, rangeOf(document, closed.span));
  return edits.length > 0 ? edits : indentation(document, offset);
}

/** Inside a string or a comment every blank counts. */
function isInText({ file }: ProvmapDocument, offset: number): boolean {
  const isWithin = ({ start, end }: Span) => start < offset && offset < end;
  const innermost = pathTo(file, offset).at(-1);
  return (
    (innermost?.kind === "StringLiteral" && isWithin(innermost.span)) ||
    file.comments.some(({ span, text }) => isWithin(span) || (text.startsWith("//") && offset === span.end))
  );
}

/** Two blanks for each brace, bracket and parenthesis that is open at the start of the line, without those that the line begins by closing. */
function indentation(document: ProvmapDocument, offset: number): TextEdit[] {
  const { text, file } = document;
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const [blanks = ""] = /^[ \t]*/.exec(text.slice(start)) ?? [];
  const closes = /^[)\]}]/.test(text.slice(start + blanks.length));
  const depth = Math.max(0, depthAt(file, start, text) - (closes ? 1 : 0));
  const newText = "  ".repeat(depth);
  return newText === blanks ? [] : [{ range: rangeOf(document, { start, end: start + blanks.length }), newText }];
}

function depthAt(node: Node, offset: number, text: string): number {
  const inner = children(node).findLast(({ span }) => span.start < offset);
  const below = inner === undefined ? 0 : depthAt(inner, offset, text);
  return (isOpenAt(node, offset, text) ? 1 : 0) + below;
}

function isOpenAt(node: Node, offset: number, text: string): boolean {
  if (node.kind === "Call") return isInArguments(node, offset);
  if ("open" in node && node.open !== undefined) {
    return node.open.end <= offset && (node.close === undefined || offset <= node.close.start);
  }
  if (node.kind !== "ObjectValue" && node.kind !== "ListValue") return false;
  const isClosed = /[}\]]/.test(text.charAt(node.span.end - 1)) && node.span.end - node.span.start > 1;
  return !isClosed || (touches(node.span, offset) && offset < node.span.end);
}
