import { type CustomPatternMatcherReturn, createToken, Lexer, type TokenType } from "chevrotain";

/** The group of comments: Entra has none, so they are kept aside to be named in a problem or, around expressions, to be printed. */
export const commentGroup = "comments";

export const Whitespace = createToken({ name: "Whitespace", pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
export const Comment = createToken({
  name: "Comment",
  pattern: /\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/,
  group: commentGroup,
  line_breaks: true,
});

/** Every token but braces: what may be skipped where it does not belong. */
export const Anything = createToken({ name: "Anything", pattern: Lexer.NA });
/** Tokens that may stand inside parentheses only by mistake. */
export const Stray = createToken({ name: "Stray", pattern: Lexer.NA, categories: Anything });
/** What an operand can begin with, besides a word or a parenthesis. */
export const Operand = createToken({ name: "Operand", pattern: Lexer.NA, categories: Anything });
export const Name = createToken({ name: "Name", pattern: /[A-Za-z_][A-Za-z0-9_]*/, categories: Anything });
export const StringText = createToken({
  name: "StringText",
  pattern: /"(?:[^"\\]|\\["\\]|\\(?!["\\]))*"/,
  categories: Operand,
  line_breaks: true,
});
export const UnclosedString = createToken({ name: "UnclosedString", pattern: /"[^\r\n]*/, categories: Operand });
export const SmartString = createToken({
  name: "SmartString",
  pattern: /[“”„‟][^“”„‟"\r\n]*[“”„‟"]?/,
  categories: Operand,
});
export const NumberText = createToken({ name: "NumberText", pattern: /-?[0-9]+(?:\.[0-9]+)?/, categories: Operand });
export const HexText = createToken({ name: "HexText", pattern: /&[Hh][0-9A-Fa-f]+&?/, categories: Operand });
export const JobParameterText = createToken({
  name: "JobParameterText",
  pattern: /%[A-Za-z][A-Za-z0-9_.]*%/,
  categories: Operand,
});
export const OpenParenthesis = createToken({ name: "OpenParenthesis", pattern: /\(/, categories: Stray });
export const CloseParenthesis = createToken({ name: "CloseParenthesis", pattern: /\)/, categories: Anything });
export const Comma = createToken({ name: "Comma", pattern: /,/, categories: Anything });
export const Operator = createToken({ name: "Operator", pattern: /<>|<=|>=|&&|\|\||!&|[=<>&+*/-]/, categories: Stray });
export const Junk = createToken({
  name: "Junk",
  pattern: { exec: (text, offset) => [text.charAt(offset)] as unknown as CustomPatternMatcherReturn },
  start_chars_hint: everyCharacter(),
  categories: Stray,
  line_breaks: true,
});
export const AttributeText = createToken({
  name: "AttributeText",
  pattern: { exec: matchAttribute },
  categories: Operand,
  start_chars_hint: ["["],
  line_breaks: false,
});
export const UnclosedAttribute = createToken({
  name: "UnclosedAttribute",
  pattern: /\[[^\]\s,()"[]*/,
  categories: Operand,
});

/** The vocabulary of an expression that stands alone, in the order in which the lexer tries. */
export const expressionTokens: readonly TokenType[] = [
  Whitespace,
  Comment,
  StringText,
  UnclosedString,
  SmartString,
  AttributeText,
  UnclosedAttribute,
  JobParameterText,
  HexText,
  NumberText,
  Name,
  OpenParenthesis,
  CloseParenthesis,
  Comma,
  Operator,
  Junk,
  Stray,
  Operand,
  Anything,
];

/** One character of each bucket by which the lexer chooses the patterns to try: 256 single ones, then blocks of 256. */
function everyCharacter(): number[] {
  return Array.from({ length: 511 }, (_, index) => (index < 256 ? index : (index - 255) * 256));
}

/** What most attributes are. */
const plainAttribute = /\[[^[\]"\r\n]*\]/y;

/** `[name]` on one line; a name may hold a value path, as `[emails[type eq "work"].value]`, so brackets nest and quotes hide them. */
function matchAttribute(text: string, offset: number): CustomPatternMatcherReturn | null {
  if (text[offset] !== "[") return null;
  plainAttribute.lastIndex = offset;
  const plain = plainAttribute.exec(text);
  if (plain !== null) return [plain[0]] as unknown as CustomPatternMatcherReturn;
  let depth = 0;
  let quoted = false;
  for (let index = offset; index < text.length; index++) {
    const character = text[index];
    if (character === "\n" || character === "\r") return null;
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) {
      return [text.slice(offset, index + 1)] as unknown as CustomPatternMatcherReturn;
    }
  }
  return null;
}
