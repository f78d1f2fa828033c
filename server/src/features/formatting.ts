import type { TextEdit } from "vscode-languageserver-types";
import { formatProvmap } from "../language/provmap/format.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { rangeOf } from "./ranges.ts";

/** The edit that gives the text its canonical layout; none where it has it, or where its syntax is broken. */
export function formatting(document: ProvmapDocument): TextEdit[] {
  const { text } = document;
  const formatted = formatProvmap(text);
  if (formatted === text) return [];
  const start = commonStart(text, formatted);
  const end = commonEnd(text, formatted, start);
  return [
    {
      range: rangeOf(document, { start, end: text.length - end }),
      newText: formatted.slice(start, formatted.length - end),
    },
  ];
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
