import assert from "node:assert/strict";
import fc from "fast-check";
import { codesOf } from "../../../server/src/language/expression/characters.ts";
import * as kinds from "../../../server/src/language/expression/kinds.ts";
import type { ScanToken } from "../../../server/src/language/expression/scan.ts";
import { scanExpressionToken } from "../../../server/src/language/expression/tokens.ts";
import * as fileKinds from "../../../server/src/language/provmap/kinds.ts";
import { path, scanFileToken } from "../../../server/src/language/provmap/tokens.ts";

interface Token {
  readonly kinds: number;
  readonly text: string;
  readonly start: number;
}

/** What a token is by a pattern; the first that matches counts. */
type Lexeme = readonly [kinds: number, pattern: RegExp];

const attribute = String.raw`\[(?:[^[\]"\r\n]*|[^[\]"\r\n]*(?:"[^"\r\n]*"[^[\]"\r\n]*|\[(?:[^[\]"\r\n]|"[^"\r\n]*")*\][^[\]"\r\n]*)+)\]`;
const word: Lexeme = [kinds.Name, /[A-Za-z_][A-Za-z0-9_]*/y];
const string: Lexeme = [kinds.StringText | kinds.Operand, /"(?:[^"\\]|\\["\\]|\\(?!["\\]))*"/y];
const before: readonly Lexeme[] = [
  [0, /\s+/y],
  [kinds.Comment, /\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/y],
];
const unclosedString: Lexeme = [kinds.UnclosedString | kinds.Operand, /"[^\r\n]*/y];
const smartString: Lexeme = [kinds.SmartString | kinds.Operand, /[“”„‟][^“”„‟"\r\n]*[“”„‟"]?/y];
const unclosedAttribute: Lexeme = [kinds.UnclosedAttribute | kinds.Operand, /\[[^\]\s,()"[]*/y];
const values: readonly Lexeme[] = [
  [kinds.JobParameterText | kinds.Operand, /%[A-Za-z][A-Za-z0-9_.]*%/y],
  [kinds.HexText | kinds.Operand, /&[Hh][0-9A-Fa-f]+&?/y],
  [kinds.NumberText | kinds.Operand, /-?[0-9]+(?:\.[0-9]+)?/y],
];
const symbols: readonly Lexeme[] = [
  [kinds.OpenParenthesis | kinds.Stray, /\(/y],
  [kinds.CloseParenthesis, /\)/y],
  [kinds.Comma, /,/y],
  [kinds.Operator | kinds.Stray, /<>|<=|>=|&&|\|\||!&|[=<>&+*/-]/y],
  [kinds.Stray, /[\s\S]/y],
];

const ofExpressions: readonly Lexeme[] = [
  ...before,
  string,
  unclosedString,
  smartString,
  [kinds.AttributeText | kinds.Operand, new RegExp(attribute, "y")],
  unclosedAttribute,
  ...values,
  word,
  ...symbols,
];

const ofFiles: readonly Lexeme[] = [
  ...before,
  [string[0], /"(?:[^"\\\r\n]|\\["\\]|\\(?!["\\]))*"/y],
  [string[0], /"(?:(?!<-)[^"\\]|\\["\\]|\\(?!["\\]))*"(?=\s{0,79}[,)])/y],
  unclosedString,
  smartString,
  [fileKinds.OpenBracket | kinds.Stray, /\[(?=\s*["{[\]])/y],
  [fileKinds.FileAttribute | kinds.AttributeText | kinds.Operand, new RegExp(attribute, "y")],
  unclosedAttribute,
  ...values,
  [kinds.Name, path],
  word,
  [fileKinds.Arrow, /<-(?![0-9])/y],
  [fileKinds.Colon, /:/y],
  [fileKinds.OpenBrace, /\{/y],
  [fileKinds.CloseBrace, /\}/y],
  [fileKinds.CloseBracket | kinds.Stray, /\]/y],
  ...symbols,
];

function byPatterns(text: string, lexemes: readonly Lexeme[]): readonly Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length; ) {
    const lexeme = lexemes.find(([, pattern]) => {
      pattern.lastIndex = start;
      return pattern.test(text);
    });
    assert.ok(lexeme);
    const end = lexeme[1].lastIndex;
    if (lexeme[0] !== 0) tokens.push({ kinds: lexeme[0], text: text.slice(start, end), start });
    start = end;
  }
  return tokens;
}

/** Scanned tokens, and what those that are plain mean. */
function scanned(text: string, scanToken: ScanToken): readonly Token[] {
  const scanner = { text, codes: codesOf(text), scanToken, start: 0, end: 0 };
  const tokens: Token[] = [];
  for (let found = scanToken(scanner); found !== 0; found = scanToken(scanner)) {
    const token = { kinds: found & ~kinds.Plain, text: text.slice(scanner.start, scanner.end), start: scanner.start };
    if ((found & kinds.Plain) !== 0) assert.doesNotMatch(token.text, /\\|^\[\s|\s\]$/);
    tokens.push(token);
  }
  return tokens;
}

const pieces = [
  ...[
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    ",",
    ":",
    '"',
    "\\",
    "<-",
    "<-1",
    "<>",
    "&&",
    "&H1F",
    "!&",
    "||",
    "-",
    "-1.5",
    "%a%",
  ],
  ...[
    "//",
    "/*",
    "*/",
    "\n",
    "\r\n",
    " ",
    "\u00a0",
    "\ufeff",
    "\u2028",
    "“",
    "”",
    "ß",
    "😀",
    "\0",
    "~",
    "a.b$-c",
    "_x1",
  ],
  ...["urn:a:b:c:", 'emails[type eq "work"].value', '"a\nb",', '[{"a": 1}]', "Join(", "match 1", "[a\nb]"],
];

const texts = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 3 })))
    .map(parts => parts.join("")),
  fc.string({ unit: "grapheme-ascii", maxLength: 60 }),
);

suite("tokens", () => {
  const languages = [
    ["an expression", scanExpressionToken, ofExpressions],
    ["a file", scanFileToken, ofFiles],
  ] as const;
  for (const [name, scanToken, lexemes] of languages) {
    test(`of ${name} are those of the first pattern that matches`, () => {
      const check = (text: string) => assert.deepEqual(scanned(text, scanToken), byPatterns(text, lexemes));
      fc.assert(fc.property(texts, check), { numRuns: 2_000, seed: 1 });
    });

    test(`of ${name} begin alike with every character`, () => {
      for (let code = 0; code < 0x10000; code++) {
        const text = `${String.fromCharCode(code)}1 a"`;
        assert.deepEqual(scanned(text, scanToken)[0], byPatterns(text, lexemes)[0], `U+${code.toString(16)}`);
      }
    });
  }
});
