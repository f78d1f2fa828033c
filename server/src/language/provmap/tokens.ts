import * as characters from "../expression/characters.ts";
import { AttributeText, Name, Operand, Plain, Stray, StringText } from "../expression/kinds.ts";
import { type Scanner, scanCharacter } from "../expression/scan.ts";
import * as tokens from "../expression/tokens.ts";
import { Arrow, CloseBrace, CloseBracket, Colon, FileAttribute, OpenBrace, OpenBracket } from "./kinds.ts";

const urn = /urn:[^\s[\](){}",]*[^\s[\](){}",:]|[A-Za-z]\w*(?::\w[\w.$-]*){2,}/.source;
const dotted = /[A-Za-z_][A-Za-z0-9_$-]*(?:\.[A-Za-z0-9_$-]+)*/.source;
const valuePath = /\[(?:[^\]"\r\n]|"[^"\r\n]*")*\](?:\.[A-Za-z0-9_$-]+)*/.source;

/**
 * A bare name: letters, digits, `_`, `-`, `$` with dots between parts, or a URN up to the next blank, bracket or quote, which
 * never ends with a colon; directly behind it a value path and its sub-attribute, as in `emails[type eq "work"].value`.
 * Three and more words between colons are read as one misspelt URN.
 */
export const path = new RegExp(`(?:${urn}|${dotted})(?:${valuePath})?`, "y");
/** A name that is no URN. */
const plainPath = new RegExp(`${dotted}(?:${valuePath})?`, "y");

const {
  backslash,
  carriageReturn,
  codeAt,
  colon,
  isDigit,
  isLetter,
  lessThan,
  lineFeed,
  minus,
  openingBracket,
  quotationMark,
} = characters;

const symbols = characters.byCharacter({
  ...tokens.commonSymbols,
  ":": Colon,
  "{": OpenBrace,
  "}": CloseBrace,
  "]": CloseBracket | Stray,
});
/** What goes on with a name that a word alone is not. */
const joints = characters.byCharacter({ ".": 1, "-": 1, $: 1, "[": 1 });
const listStart = /\[(?=\s*["{[\]])/y;

/** Tells a token of a `.provmap` file. */
export function scanFileToken(scanner: Scanner): number {
  const first = scanCharacter(scanner);
  if (isLetter(first)) return scanPath(scanner);
  const symbol = symbols[first] ?? 0;
  if (symbol !== 0) return symbol;
  if (first === quotationMark) return scanLineString(scanner);
  if (first === openingBracket) return scanFileAttribute(scanner);
  if (first === lessThan && isArrow(scanner)) {
    scanner.end++;
    return Arrow;
  }
  return tokens.scanRareToken(scanner, first);
}

/** Most names are plain words, which need no pattern. Only what has a colon behind its first word can be a URN. */
function scanPath(scanner: Scanner): number {
  const { codes } = scanner;
  const end = tokens.endOfWord(codes, scanner.end);
  const joint = codeAt(codes, end);
  if (joint === colon) tokens.matches(scanner, path);
  else if (joints[joint] === 1) tokens.matches(scanner, plainPath);
  else scanner.end = end;
  return Name;
}

/** `<-` points at a source, unless a negative number follows it. */
function isArrow({ codes, end }: Scanner): boolean {
  return codeAt(codes, end) === minus && !isDigit(codeAt(codes, end + 1));
}

/** `[name]` where a name stands; a bracket before a quote or a brace opens the list of a test. */
function scanFileAttribute(scanner: Scanner): number {
  if (!isLetter(codeAt(scanner.codes, scanner.end)) && tokens.matches(scanner, listStart)) return OpenBracket | Stray;
  const kinds = tokens.scanAttribute(scanner);
  return (kinds & AttributeText) === 0 ? kinds : kinds | FileAttribute;
}

/** Tells a string on one line. */
function scanLineString(scanner: Scanner): number {
  const { codes } = scanner;
  let plain = Plain;
  for (let end = scanner.end; end < codes.length; end++) {
    const code = codeAt(codes, end);
    if (code === quotationMark) {
      scanner.end = end + 1;
      return StringText | Operand | plain;
    }
    if (code === lineFeed || code === carriageReturn) break;
    if (code !== backslash) continue;
    plain = 0;
    if (tokens.isEscapable(codeAt(codes, end + 1))) end++;
  }
  return scanStringOfLines(scanner);
}

/** A string may run over lines only as an argument: so a forgotten quote does not swallow the statements that follow. */
function scanStringOfLines(scanner: Scanner): number {
  const { text, start } = scanner;
  const kinds = tokens.scanString(scanner);
  const { end } = scanner;
  if ((kinds & StringText) === 0) return kinds;
  const isArgument = /^\s*[,)]/.test(text.slice(end, end + 80)) && !text.slice(start, end).includes("<-");
  return isArgument ? kinds : tokens.scanUnclosedString(scanner);
}
