import { type CustomPatternMatcherReturn, createToken, type TokenType } from "chevrotain";
import {
  Anything,
  AttributeText,
  CloseParenthesis,
  Comma,
  Comment,
  HexText,
  JobParameterText,
  Junk,
  Name,
  NumberText,
  OpenParenthesis,
  Operand,
  Operator,
  SmartString,
  Stray,
  StringText,
  UnclosedAttribute,
  UnclosedString,
  Whitespace,
} from "../expression/tokens.ts";

export const Arrow = createToken({ name: "Arrow", pattern: /<-(?![0-9])/, categories: Anything });
export const Colon = createToken({ name: "Colon", pattern: /:/, categories: Anything });
export const OpenBrace = createToken({ name: "OpenBrace", pattern: /\{/ });
export const CloseBrace = createToken({ name: "CloseBrace", pattern: /\}/ });
export const OpenBracket = createToken({ name: "OpenBracket", pattern: /\[(?=\s*["{[\]])/, categories: Stray });
export const CloseBracket = createToken({ name: "CloseBracket", pattern: /\]/, categories: Stray });

/**
 * A bare name: letters, digits, `_`, `-`, `$` with dots between parts, or a URN up to the next blank, bracket or quote, which
 * never ends with a colon; directly behind it a value path and its sub-attribute, as in `emails[type eq "work"].value`.
 * Three and more words between colons are read as one misspelt URN.
 */
export const Path = createToken({
  name: "Path",
  pattern:
    /(?:urn:[^\s[\](){}",]*[^\s[\](){}",:]|[A-Za-z]\w*(?::\w[\w.$-]*){2,}|[A-Za-z_][A-Za-z0-9_$-]*(?:\.[A-Za-z0-9_$-]+)*)(?:\[(?:[^\]"\r\n]|"[^"\r\n]*")*\](?:\.[A-Za-z0-9_$-]+)*)?/,
  categories: Name,
});

/** A string may run over lines only as an argument: so a forgotten quote does not swallow the statements that follow. */
export const FileString = createToken({
  name: "FileString",
  pattern: { exec: matchString },
  start_chars_hint: ['"'],
  line_breaks: true,
  categories: StringText,
});

/** `[name]` where a name stands; a bracket before a quote or a brace opens the list of a test. */
export const FileAttribute = createToken({
  name: "FileAttribute",
  pattern: {
    exec: (text, offset) => (opensList(text, offset) ? null : attributeAt(text, offset)),
  },
  start_chars_hint: ["["],
  line_breaks: false,
  categories: AttributeText,
});

/** The vocabulary of a `.provmap` file, in the order in which the lexer tries. */
export const provmapTokens: readonly TokenType[] = [
  Whitespace,
  Comment,
  FileString,
  UnclosedString,
  SmartString,
  FileAttribute,
  OpenBracket,
  UnclosedAttribute,
  JobParameterText,
  HexText,
  NumberText,
  Path,
  Arrow,
  Colon,
  OpenBrace,
  CloseBrace,
  CloseBracket,
  OpenParenthesis,
  CloseParenthesis,
  Comma,
  Operator,
  Junk,
  Name,
  StringText,
  AttributeText,
  Stray,
  Operand,
  Anything,
];

const listStart = /\[\s*["{[\]]/y;

function opensList(text: string, offset: number): boolean {
  listStart.lastIndex = offset;
  return listStart.test(text);
}

function attributeAt(text: string, offset: number): CustomPatternMatcherReturn | null {
  const pattern = AttributeText.PATTERN as {
    exec: (text: string, offset: number) => CustomPatternMatcherReturn | null;
  };
  return pattern.exec(text, offset);
}

const string = /"(?:[^"\\]|\\["\\]|\\(?!["\\]))*"/y;

function matchString(text: string, offset: number): CustomPatternMatcherReturn | null {
  string.lastIndex = offset;
  const found = string.exec(text);
  if (found === null) return null;
  const image = found[0];
  const oneLine = !image.includes("\n") && !image.includes("\r");
  if (
    oneLine ||
    (/^\s*[,)]/.test(text.slice(offset + image.length, offset + image.length + 80)) && !image.includes("<-"))
  ) {
    return [image] as unknown as CustomPatternMatcherReturn;
  }
  return null;
}
