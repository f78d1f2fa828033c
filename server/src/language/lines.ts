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
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    const ends = unit === lineFeed || (unit === carriageReturn && text.charCodeAt(offset + 1) !== lineFeed);
    if (ends) starts.push(offset + 1);
  }
  return starts;
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
