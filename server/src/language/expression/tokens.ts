import * as characters from "./characters.ts";
import * as kinds from "./kinds.ts";
import { type Scanner, scanCharacter } from "./scan.ts";

const { ampersand, backslash, beyondAscii, closingBracket, dot, minus, openingBracket, percent, quotationMark, slash } =
  characters;
const { codeAt, isDigit, isLetter } = characters;

/** The tokens of one character that expressions and files have. */
export const commonSymbols: Readonly<Record<string, number>> = {
  "(": kinds.OpenParenthesis | kinds.Stray,
  ")": kinds.CloseParenthesis,
  ",": kinds.Comma,
};

const symbols = characters.byCharacter(commonSymbols);

/** Tells a token of an expression that stands alone. */
export function scanExpressionToken(scanner: Scanner): number {
  const first = scanCharacter(scanner);
  const { codes, start } = scanner;
  if (isLetter(first)) {
    scanner.end = endOfWord(codes, start);
    return kinds.Name;
  }
  const symbol = symbols[first] ?? 0;
  if (symbol !== 0) return symbol;
  if (first === quotationMark) return scanString(scanner);
  if (first === openingBracket) return scanAttribute(scanner);
  return scanRareToken(scanner, first);
}

/** Tells a token that is the same in expressions and in files. */
export function scanRareToken(scanner: Scanner, first: number): number {
  switch (first) {
    case slash:
      return matches(scanner, comment) ? kinds.Comment : operator;
    case percent:
      return matches(scanner, jobParameter) ? kinds.JobParameterText | kinds.Operand : kinds.Stray;
    case ampersand:
      return matches(scanner, hexadecimal) ? kinds.HexText | kinds.Operand : scanOperator(scanner);
    case minus:
      return matches(scanner, number) ? kinds.NumberText | kinds.Operand : operator;
    default:
      if (isDigit(first)) return scanNumber(scanner);
      if (first >= beyondAscii) return scanBeyondAscii(scanner);
      return scanner.start < scanner.text.length ? scanOperator(scanner) : scanEnd(scanner);
  }
}

const operator = kinds.Operator | kinds.Stray;
const comment = /\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/y;
const jobParameter = /%[A-Za-z][A-Za-z0-9_.]*%/y;
const hexadecimal = /&[Hh][0-9A-Fa-f]+&?/y;
const number = /-?[0-9]+(?:\.[0-9]+)?/y;
const operators = /<>|<=|>=|&&|\|\||!&|[=<>&+*/-]/y;
const rareBlanks = /\s+/y;
const smartString = /[“”„‟][^“”„‟"\r\n]*[“”„‟"]?/y;
const unclosedString = /"[^\r\n]*/y;
const plainAttribute = /\[[^[\]"\r\n]*\]/y;
const unclosedAttribute = /\[[^\]\s,()"[]*/y;

/** Puts the end behind what a sticky pattern matches at the start; false where it does not. */
export function matches(scanner: Scanner, pattern: RegExp): boolean {
  pattern.lastIndex = scanner.start;
  const matched = pattern.test(scanner.text);
  if (matched) scanner.end = pattern.lastIndex;
  return matched;
}

function scanOperator(scanner: Scanner): number {
  return matches(scanner, operators) ? operator : kinds.Stray;
}

function scanNumber(scanner: Scanner): number {
  const { codes } = scanner;
  while (isDigit(codeAt(codes, scanner.end))) scanner.end++;
  if (codeAt(codes, scanner.end) === dot) matches(scanner, number);
  return kinds.NumberText | kinds.Operand;
}

function scanEnd(scanner: Scanner): number {
  scanner.end = scanner.start;
  return 0;
}

function scanBeyondAscii(scanner: Scanner): number {
  if (matches(scanner, rareBlanks)) return scanner.scanToken(scanner);
  return matches(scanner, smartString) ? kinds.SmartString | kinds.Operand : kinds.Stray;
}

/** Tells a string, which may run over lines; one that ends nowhere is not closed. */
export function scanString(scanner: Scanner): number {
  const { codes } = scanner;
  let plain = kinds.Plain;
  for (let end = scanner.start + 1; end < codes.length; end++) {
    const code = codeAt(codes, end);
    if (code === quotationMark) {
      scanner.end = end + 1;
      return kinds.StringText | kinds.Operand | plain;
    }
    if (code !== backslash) continue;
    plain = 0;
    if (isEscapable(codeAt(codes, end + 1))) end++;
  }
  return scanUnclosedString(scanner);
}

/** Tells a string of which the line has the beginning alone. */
export function scanUnclosedString(scanner: Scanner): number {
  matches(scanner, unclosedString);
  return kinds.UnclosedString | kinds.Operand;
}

/** Tells an attribute, closed or not. */
export function scanAttribute(scanner: Scanner): number {
  const { text, codes, start } = scanner;
  const word = endOfWord(codes, start + 1);
  if (word > start + 1 && codeAt(codes, word) === closingBracket) {
    scanner.end = word + 1;
    return kinds.AttributeText | kinds.Operand | kinds.Plain;
  }
  const end = matches(scanner, plainAttribute) ? scanner.end : endOfNested(text, start);
  if (end > start) {
    scanner.end = end;
    return kinds.AttributeText | kinds.Operand;
  }
  matches(scanner, unclosedAttribute);
  return kinds.UnclosedAttribute | kinds.Operand;
}

/** The end of the letters, digits and `_` from here on. */
export function endOfWord(codes: Uint16Array, offset: number): number {
  let end = offset;
  let code = codeAt(codes, end);
  while (isLetter(code) || isDigit(code)) code = codeAt(codes, ++end);
  return end;
}

/** What a backslash before it makes a plain character of a string. */
export function isEscapable(code: number): boolean {
  return code === quotationMark || code === backslash;
}

/** The end of `[name]` on one line; a name may hold a value path, as `[emails[type eq "work"].value]`, so brackets nest and quotes hide them. */
function endOfNested(text: string, offset: number): number {
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
