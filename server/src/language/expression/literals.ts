import type { Span, Word } from "../text.ts";
import { AttributeText, Plain, StringText } from "./kinds.ts";
import { innerText, isAhead, type Reader, textOf } from "./reader.ts";
import { isEscapable } from "./tokens.ts";
import type { AttributeReference, Constant, JobParameter, NumberLiteral, StringLiteral } from "./tree.ts";

/** A token as a word. */
export function word(reader: Reader, span: Span): Word {
  return { text: textOf(reader, span), span };
}

/** The value of a string between its quotes: `\\` is a backslash, `\"` a quote, any other backslash stays. */
export function unescaped(inner: string): string {
  let value = "";
  let from = 0;
  for (let at = inner.indexOf("\\"); at >= 0; at = inner.indexOf("\\", at + 1)) {
    if (!isEscapable(inner.charCodeAt(at + 1))) continue;
    value += inner.slice(from, at);
    from = ++at;
  }
  return value + inner.slice(from);
}

/** Entra's literal of a value: backslashes and quotes are escaped. */
export function quote(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

/** A string token just read, whole, unclosed or in typographic quotes. */
export function string(reader: Reader, span: Span): StringLiteral {
  if (isAhead(reader, 0, Plain)) return { kind: "StringLiteral", value: innerText(reader, span), span };
  const value = stringValue(reader, span);
  const raw = isAhead(reader, 0, StringText) ? textOf(reader, span) : quote(value);
  return { kind: "StringLiteral", value, raw, span };
}

/** The value of a string token just read. */
export function stringValue(reader: Reader, span: Span): string {
  if (isAhead(reader, 0, Plain)) return innerText(reader, span);
  if (isAhead(reader, 0, StringText)) return unescaped(innerText(reader, span));
  return withoutQuotes(textOf(reader, span));
}

function withoutQuotes(text: string): string {
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) return unescaped(text.slice(1, -1));
  return text.replace(/^["“”„‟]|[“”„‟]$/g, "").trimEnd();
}

/** An attribute token just read, closed or not. */
export function attribute(reader: Reader, span: Span): AttributeReference {
  const closed = isAhead(reader, 0, AttributeText);
  const inner = closed ? innerText(reader, span) : textOf(reader, span).slice(1);
  const name = isAhead(reader, 0, Plain) ? inner : inner.trim();
  const blanks = name.length === inner.length ? 0 : inner.length - inner.trimStart().length;
  return { kind: "AttributeReference", name, nameStart: span.start + 1 + blanks, span };
}

/** A decimal or hexadecimal number. */
export function number(reader: Reader, span: Span): NumberLiteral {
  const text = textOf(reader, span);
  const hexadecimal = /^&H([0-9A-F]+)&?$/i.exec(text)?.[1];
  const value = hexadecimal === undefined ? Number(text) : Number.parseInt(hexadecimal, 16);
  return { kind: "NumberLiteral", text, value, span };
}

/** A bare word. */
export function constant(reader: Reader, span: Span): Constant {
  return { kind: "Constant", text: textOf(reader, span), span };
}

/** `%Name%`. */
export function jobParameter(reader: Reader, span: Span): JobParameter {
  return { kind: "JobParameter", name: innerText(reader, span), span };
}
