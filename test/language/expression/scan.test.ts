import assert from "node:assert/strict";
import fc from "fast-check";
import { Comment, Stray } from "../../../server/src/language/expression/kinds.ts";
import { type Lexeme, scan, type Token, vocabularyOf } from "../../../server/src/language/expression/scan.ts";
import { expressionLexemes } from "../../../server/src/language/expression/tokens.ts";
import { provmapLexemes } from "../../../server/src/language/provmap/tokens.ts";

/** What a text is cut into where every lexeme is tried at every place behind the blanks. */
function tryingEach(text: string, lexemes: readonly Lexeme[]): readonly Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length; ) {
    if (" \t\n\r\v\f".includes(text.charAt(start))) {
      start++;
      continue;
    }
    const lexeme = lexemes.find(({ end }) => end(text, start) > start);
    const end = lexeme?.end(text, start) ?? start + 1;
    tokens.push({ kinds: lexeme?.kinds ?? Stray, text: text.slice(start, end), start });
    start = end;
  }
  return tokens.filter(({ kinds }) => kinds !== 0);
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
  const vocabularies = [
    ["an expression", expressionLexemes],
    ["a file", provmapLexemes],
  ] as const;
  for (const [name, lexemes] of vocabularies) {
    test(`of ${name} are those of the first lexeme that matches, looked for by its first character`, () => {
      const vocabulary = vocabularyOf(lexemes);
      const check = (text: string) => {
        const { tokens, comments } = scan(text, vocabulary);
        const all = [...tokens, ...comments].sort((left, right) => left.start - right.start);
        assert.deepEqual(all, tryingEach(text, lexemes));
        assert.ok(comments.every(({ kinds }) => kinds === Comment));
      };
      fc.assert(fc.property(texts, check), { numRuns: 2_000, seed: 1 });
    });

    test(`of ${name} begin alike with every character`, () => {
      const vocabulary = vocabularyOf(lexemes);
      for (let code = 0; code < 0x10000; code++) {
        const text = `${String.fromCharCode(code)}1 a"`;
        const { tokens, comments } = scan(text, vocabulary);
        assert.deepEqual(tokens.concat(comments)[0], tryingEach(text, lexemes)[0], `U+${code.toString(16)}`);
      }
    });
  }
});
