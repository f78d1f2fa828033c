import type { IToken } from "chevrotain";
import type { Span, Word } from "../text.ts";
import type { AttributeReference, Constant, JobParameter, NumberLiteral, StringLiteral } from "./tree.ts";

/** The range of a token. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

/** A token as a word. */
export function word(token: IToken): Word {
  return { text: token.image, span: spanOf(token) };
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
export function string(token: IToken): StringLiteral {
  const { image } = token;
  if (image.length > 1 && image.startsWith('"') && image.endsWith('"'))
    return { kind: "StringLiteral", value: unescaped(image.slice(1, -1)), raw: image, span: spanOf(token) };
  const inner = image.replace(/^["“”„‟]|[“”„‟]$/g, "").trimEnd();
  return { kind: "StringLiteral", value: inner, raw: quote(inner), span: spanOf(token) };
}

/** `[name]`, closed or not. */
export function attribute(token: IToken): AttributeReference {
  const inner = token.image.slice(1, token.image.endsWith("]") ? -1 : undefined);
  const text = inner.trim();
  const start = token.startOffset + 1 + (inner.length - inner.trimStart().length);
  return {
    kind: "AttributeReference",
    name: { text, span: { start, end: start + text.length } },
    span: spanOf(token),
  };
}

/** A decimal or hexadecimal number. */
export function number(token: IToken): NumberLiteral {
  const hexadecimal = /^&H([0-9A-F]+)&?$/i.exec(token.image)?.[1];
  const value = hexadecimal === undefined ? Number(token.image) : Number.parseInt(hexadecimal, 16);
  return { kind: "NumberLiteral", text: token.image, value, span: spanOf(token) };
}

/** A bare word. */
export function constant(token: IToken): Constant {
  return { kind: "Constant", text: token.image, span: spanOf(token) };
}

/** `%Name%`. */
export function jobParameter(token: IToken): JobParameter {
  return { kind: "JobParameter", name: token.image.slice(1, -1), span: spanOf(token) };
}
