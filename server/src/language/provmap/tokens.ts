import { AttributeText, Name, Operand, Stray, StringText } from "../expression/kinds.ts";
import { type Lexeme, matching, symbol, vocabularyOf } from "../expression/scan.ts";
import * as tokens from "../expression/tokens.ts";
import { Arrow, CloseBrace, CloseBracket, Colon, FileAttribute, OpenBrace, OpenBracket } from "./kinds.ts";

/**
 * A bare name: letters, digits, `_`, `-`, `$` with dots between parts, or a URN up to the next blank, bracket or quote, which
 * never ends with a colon; directly behind it a value path and its sub-attribute, as in `emails[type eq "work"].value`.
 * Three and more words between colons are read as one misspelt URN.
 */
export const path =
  /(?:urn:[^\s[\](){}",]*[^\s[\](){}",:]|[A-Za-z]\w*(?::\w[\w.$-]*){2,}|[A-Za-z_][A-Za-z0-9_$-]*(?:\.[A-Za-z0-9_$-]+)*)(?:\[(?:[^\]"\r\n]|"[^"\r\n]*")*\](?:\.[A-Za-z0-9_$-]+)*)?/y;

const endOfListStart = matching(/\[(?=\s*["{[\]])/y);

/** What a `.provmap` file is made of, in the order in which it is tried. */
export const provmapLexemes: readonly Lexeme[] = [
  tokens.rareBlank,
  tokens.comment,
  { kinds: StringText | Operand, first: '"', end: endOfFileString },
  tokens.unclosedString,
  tokens.smartString,
  { kinds: FileAttribute | AttributeText | Operand, first: "[", end: endOfFileAttribute },
  { kinds: OpenBracket | Stray, first: "[", end: endOfListStart },
  tokens.unclosedAttribute,
  tokens.jobParameter,
  tokens.hex,
  tokens.number,
  { kinds: Name, first: tokens.nameStart, end: endOfPath },
  { kinds: Arrow, first: "<", end: matching(/<-(?![0-9])/y) },
  symbol(":", Colon),
  symbol("{", OpenBrace),
  symbol("}", CloseBrace),
  symbol("]", CloseBracket | Stray),
  tokens.openParenthesis,
  tokens.closeParenthesis,
  tokens.comma,
  tokens.operator,
];

/** The same by first characters. */
export const provmapVocabulary = vocabularyOf(provmapLexemes);

const endOfAnyPath = matching(path);

/** Most names are plain words, which need no pattern. */
function endOfPath(text: string, offset: number): number {
  const end = tokens.endOfWord(text, offset);
  if (end === offset) return offset;
  return ".-$:[".includes(text.charAt(end)) && end < text.length ? endOfAnyPath(text, offset) : end;
}

const endOfWordAttribute = matching(/\[[A-Za-z]\w*\]/y);
const endOfPlainString = matching(/"[^"\\\r\n]*"/y);

/** `[name]` where a name stands; a bracket before a quote or a brace opens the list of a test. */
function endOfFileAttribute(text: string, offset: number): number {
  const plain = endOfWordAttribute(text, offset);
  if (plain > offset) return plain;
  return endOfListStart(text, offset) > offset ? offset : tokens.endOfAttribute(text, offset);
}

/** A string may run over lines only as an argument: so a forgotten quote does not swallow the statements that follow. */
function endOfFileString(text: string, offset: number): number {
  const plain = endOfPlainString(text, offset);
  if (plain > offset) return plain;
  const end = tokens.endOfString(text, offset);
  const string = text.slice(offset, end);
  const oneLine = !string.includes("\n") && !string.includes("\r");
  const isArgument = () => /^\s*[,)]/.test(text.slice(end, end + 80)) && !string.includes("<-");
  return oneLine || isArgument() ? end : offset;
}
