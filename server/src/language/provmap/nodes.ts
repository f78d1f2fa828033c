import { StringText } from "../expression/kinds.ts";
import * as literals from "../expression/literals.ts";
import type { Token } from "../expression/scan.ts";
import type { Span } from "../text.ts";
import type { ListValue, Name, ScalarValue } from "./tree.ts";

/** A token as a name: a string's value, or the token as written. */
export function name(token: Token): Name {
  const quoted = /^["“”„‟]/.test(token.text);
  const text = quoted ? literals.string(token).value : token.text;
  return { text, quoted, span: literals.spanOf(token) };
}

/** A name that the text lacks, at this place. */
export function missingName(at: number): Name {
  return { text: "", quoted: false, span: { start: at, end: at } };
}

/** True for a string that has its closing quote. */
export function isWholeString(token: Token): boolean {
  return (token.kinds & StringText) !== 0;
}

/** `[true, Admin]`: a list of bare words, which the lexer reads as one attribute. */
export function wordList(token: Token): ListValue {
  const inner = token.text.slice(1, token.text.endsWith("]") ? -1 : undefined);
  const items: ScalarValue[] = [];
  let at = token.start + 1;
  for (const part of inner.split(",")) {
    const start = at + (part.length - part.trimStart().length);
    const text = part.trim();
    const span: Span = { start, end: start + text.length };
    if (text !== "") items.push({ kind: "ScalarValue", name: { text, quoted: false, span }, span });
    at += part.length + 1;
  }
  return { kind: "ListValue", items, span: literals.spanOf(token) };
}
