import * as kinds from "./kinds.ts";
import { type Lexeme, matching, symbol, vocabularyOf } from "./scan.ts";

const digits = "0123456789";
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** What a name begins with. */
export const nameStart = `_${letters}`;

/** Blanks beyond ASCII. */
export const rareBlank: Lexeme = { kinds: 0, first: "\u00a0", end: matching(/\s+/y) };
export const comment: Lexeme = {
  kinds: kinds.Comment,
  first: "/",
  end: matching(/\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/y),
};
export const unclosedString: Lexeme = {
  kinds: kinds.UnclosedString | kinds.Operand,
  first: '"',
  end: matching(/"[^\r\n]*/y),
};
export const smartString: Lexeme = {
  kinds: kinds.SmartString | kinds.Operand,
  first: "“",
  end: matching(/[“”„‟][^“”„‟"\r\n]*[“”„‟"]?/y),
};
export const unclosedAttribute: Lexeme = {
  kinds: kinds.UnclosedAttribute | kinds.Operand,
  first: "[",
  end: matching(/\[[^\]\s,()"[]*/y),
};
export const jobParameter: Lexeme = {
  kinds: kinds.JobParameterText | kinds.Operand,
  first: "%",
  end: matching(/%[A-Za-z][A-Za-z0-9_.]*%/y),
};
export const hex: Lexeme = {
  kinds: kinds.HexText | kinds.Operand,
  first: "&",
  end: matching(/&[Hh][0-9A-Fa-f]+&?/y),
};
export const number: Lexeme = {
  kinds: kinds.NumberText | kinds.Operand,
  first: `-${digits}`,
  end: matching(/-?[0-9]+(?:\.[0-9]+)?/y),
};
export const openParenthesis = symbol("(", kinds.OpenParenthesis | kinds.Stray);
export const closeParenthesis = symbol(")", kinds.CloseParenthesis);
export const comma = symbol(",", kinds.Comma);
export const operator: Lexeme = {
  kinds: kinds.Operator | kinds.Stray,
  first: "=<>&|!+*/-",
  end: matching(/<>|<=|>=|&&|\|\||!&|[=<>&+*/-]/y),
};

/** The end of a letter or `_` with the letters, digits and `_` behind it. */
export function endOfWord(text: string, offset: number): number {
  let end = offset;
  if (isDigit(text.charCodeAt(end))) return offset;
  while (isOfWord(text.charCodeAt(end))) end++;
  return end;
}

function isOfWord(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || isDigit(code) || code === 0x5f;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A string, whole; it may run over lines. */
export const endOfString = matching(/"(?:[^"\\]|\\["\\]|\\(?!["\\]))*"/y);

const endOfPlainAttribute = matching(/\[[^[\]"\r\n]*\]/y);

/** `[name]` on one line; a name may hold a value path, as `[emails[type eq "work"].value]`, so brackets nest and quotes hide them. */
export function endOfAttribute(text: string, offset: number): number {
  const end = endOfPlainAttribute(text, offset);
  if (end > offset || text[offset] !== "[") return end;
  let depth = 0;
  let quoted = false;
  for (let index = offset; index < text.length; index++) {
    const character = text[index];
    if (character === "\n" || character === "\r") return offset;
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return index + 1;
  }
  return offset;
}

/** What an expression that stands alone is made of, in the order in which it is tried. */
export const expressionLexemes: readonly Lexeme[] = [
  rareBlank,
  comment,
  { kinds: kinds.StringText | kinds.Operand, first: '"', end: endOfString },
  unclosedString,
  smartString,
  { kinds: kinds.AttributeText | kinds.Operand, first: "[", end: endOfAttribute },
  unclosedAttribute,
  jobParameter,
  hex,
  number,
  { kinds: kinds.Name, first: nameStart, end: endOfWord },
  openParenthesis,
  closeParenthesis,
  comma,
  operator,
];

/** The same by first characters. */
export const expressionVocabulary = vocabularyOf(expressionLexemes);
