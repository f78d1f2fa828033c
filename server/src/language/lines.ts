import type { Change } from "./change.ts";
import { lastNotBehind } from "./text.ts";

/** A place in a text as the Language Server Protocol counts it: line and UTF-16 unit in the line, both from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/** The offset at which each line begins. `\n`, `\r\n` and a lone `\r` end a line (LSP, "Text Documents"). */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  let feed = text.indexOf("\n");
  let lone = loneReturn(text, 0);
  while (feed !== -1 || lone !== -1) {
    const isFeed = lone === -1 || (feed !== -1 && feed < lone);
    const start = (isFeed ? feed : lone) + 1;
    starts.push(start);
    if (isFeed) feed = text.indexOf("\n", start);
    else lone = loneReturn(text, start);
  }
  return starts;
}

/** The same for a text after a change, given those before it. */
export function lineStartsAfter(
  before: readonly number[],
  text: string,
  { start, end, text: put }: Change,
): readonly number[] {
  const by = put.length - (end - start);
  const isInLine = lastNotBehind(before, start) === lastNotBehind(before, end) && !/[\r\n]/.test(put);
  const touchesReturn = text.charCodeAt(start - 1) === carriageReturn;
  if (!isInLine || touchesReturn) return lineStarts(text);
  return before.map(offset => (offset > start ? offset + by : offset));
}

/** The next carriage return that no line feed follows, or -1. */
function loneReturn(text: string, from: number): number {
  let found = text.indexOf("\r", from);
  while (found !== -1 && text.charCodeAt(found + 1) === lineFeed) found = text.indexOf("\r", found + 2);
  return found;
}

/** The place of an offset; one outside the text counts as its nearest end. */
export function placeAt(starts: readonly number[], offset: number): Place {
  const line = Math.max(0, lastNotBehind(starts, offset));
  return { line, character: Math.max(0, offset - (starts[line] ?? 0)) };
}

/** The offset of a place. A character behind the end of its line means the line's end, a line behind the last means the text's. */
export function offsetAt(text: string, starts: readonly number[], place: Place): number {
  const start = starts[place.line];
  if (start === undefined) return text.length;
  const end = lineEnd(text, starts, place.line);
  return Math.min(start + Math.max(0, place.character), end);
}

/** Where the content of a line ends, before the characters that end the line. */
export function lineEnd(text: string, starts: readonly number[], line: number): number {
  let end = starts[line + 1] ?? text.length;
  const start = starts[line] ?? 0;
  const terminated = line + 1 < starts.length;
  if (terminated && end > start) end--;
  if (terminated && text.charCodeAt(end) === lineFeed && end > start && text.charCodeAt(end - 1) === carriageReturn)
    end--;
  return end;
}
