import { SmartString, StringText, UnclosedString } from "../expression/kinds.ts";
import * as literals from "../expression/literals.ts";
import { isAhead, type Reader, textOf } from "../expression/reader.ts";
import type { Span } from "../text.ts";
import type { ListValue, Name, ScalarValue } from "./tree.ts";

const AnyString = StringText | UnclosedString | SmartString;

/** The token just read as a name: a string's value, or the token as written. */
export function name(reader: Reader, span: Span): Name {
  const quoted = isAhead(reader, 0, AnyString);
  const text = quoted ? literals.stringValue(reader, span) : textOf(reader, span);
  return { text, quoted, span };
}

/** A name that the text lacks, at this place. */
export function missingName(at: number): Name {
  return { text: "", quoted: false, span: { start: at, end: at } };
}

/** `[true, Admin]`: a list of bare words, which the lexer reads as one attribute. */
export function wordList(reader: Reader, whole: Span): ListValue {
  const written = textOf(reader, whole);
  const inner = written.slice(1, written.endsWith("]") ? -1 : undefined);
  const items: ScalarValue[] = [];
  let at = whole.start + 1;
  for (const part of inner.split(",")) {
    const start = at + (part.length - part.trimStart().length);
    const text = part.trim();
    const span: Span = { start, end: start + text.length };
    if (text !== "") items.push({ kind: "ScalarValue", name: { text, quoted: false, span }, span });
    at += part.length + 1;
  }
  return { kind: "ListValue", items, span: whole };
}
