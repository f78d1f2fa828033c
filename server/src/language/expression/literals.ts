import type { Span, Word } from "../text.ts";
import type { Token } from "./scan.ts";
import type { AttributeReference, Constant, JobParameter, NumberLiteral, StringLiteral } from "./tree.ts";

/** The range of a token. */
export function spanOf(token: Token): Span {
  return { start: token.start, end: token.start + token.text.length };
}

/** A token as a word. */
export function word(token: Token): Word {
  return { text: token.text, span: spanOf(token) };
}

/** The value of a string between its quotes: `\\` is a backslash, `\"` a quote, any other backslash stays. */
export function unescaped(inner: string): string {
  return inner.includes("\\") ? inner.replace(/\\(["\\])/g, "$1") : inner;
}

/** Entra's literal of a value: backslashes and quotes are escaped. */
export function quote(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

/** A string token, whole, unclosed or in typographic quotes. */
export function string(token: Token): StringLiteral {
  const { text } = token;
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"'))
    return { kind: "StringLiteral", value: unescaped(text.slice(1, -1)), raw: text, span: spanOf(token) };
  const inner = text.replace(/^["“”„‟]|[“”„‟]$/g, "").trimEnd();
  return { kind: "StringLiteral", value: inner, raw: quote(inner), span: spanOf(token) };
}

/** `[name]`, closed or not. */
export function attribute(token: Token): AttributeReference {
  const inner = token.text.slice(1, token.text.endsWith("]") ? -1 : undefined);
  const text = inner.trim();
  const start = token.start + 1 + (inner.length - inner.trimStart().length);
  return {
    kind: "AttributeReference",
    name: { text, span: { start, end: start + text.length } },
    span: spanOf(token),
  };
}

/** A decimal or hexadecimal number. */
export function number(token: Token): NumberLiteral {
  const hexadecimal = /^&H([0-9A-F]+)&?$/i.exec(token.text)?.[1];
  const value = hexadecimal === undefined ? Number(token.text) : Number.parseInt(hexadecimal, 16);
  return { kind: "NumberLiteral", text: token.text, value, span: spanOf(token) };
}

/** A bare word. */
export function constant(token: Token): Constant {
  return { kind: "Constant", text: token.text, span: spanOf(token) };
}

/** `%Name%`. */
export function jobParameter(token: Token): JobParameter {
  return { kind: "JobParameter", name: token.text.slice(1, -1), span: spanOf(token) };
}
