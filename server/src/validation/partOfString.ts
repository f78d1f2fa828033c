import { quote } from "../language/expression/print.ts";
import type { Span, Word } from "../language/text.ts";
import type { Pattern } from "./patterns.ts";

/** Where a part of a string's text is written: offsets into the text become offsets into the file, over the escapes of the string. */
export function partOfString(word: Pattern, part: Span): Span {
  const written = word.raw ?? writtenForm(word);
  if (written === undefined) return word.span;
  const offsets = offsetsOf(written);
  const [start, end] = [offsets[part.start], offsets[part.end]];
  return start === undefined || end === undefined
    ? word.span
    : { start: word.span.start + start, end: word.span.start + end };
}

/** The word as it stands in the file, which its length tells; undefined where only some of its backslashes are escaped. */
function writtenForm({ text, span }: Word): string | undefined {
  return [text, `"${text}"`, quote(text)].find(({ length }) => length === span.end - span.start);
}

/** The offset of every character of the text, and of its end, in the written form. */
function offsetsOf(written: string): readonly number[] {
  const isQuoted = written.startsWith('"');
  const characters = [...written.slice(isQuoted ? 1 : 0, isQuoted ? -1 : undefined).matchAll(/\\["\\]|./gs)];
  const start = isQuoted ? 1 : 0;
  const last = characters.at(-1);
  const end = last === undefined ? 0 : last.index + last[0].length;
  return [...characters.map(({ index }) => index), end].map(offset => start + offset);
}
