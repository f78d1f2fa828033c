import { EOF, type IToken } from "chevrotain";
import type { Span, SyntaxProblem } from "../text.ts";

/** The tokens of a text, where the reading stands, and the problems found so far. */
export interface Reader {
  readonly tokens: readonly IToken[];
  /** The kinds of each token. */
  readonly kinds: Int32Array;
  readonly textLength: number;
  readonly problems: SyntaxProblem[];
  /** The index of the token ahead. */
  next: number;
  /** How many calls, parentheses and objects are open. */
  depth: number;
  /** Where the last problem was told. */
  lastPlace: number;
}

/** How deep calls, parentheses and objects may nest; what lies deeper is a problem and not an overflow of the stack. */
export const maximumDepth = 200;

/** Begins to read the tokens of a text; `kinds` are those of its types, by `tokenTypeIdx`. */
export function readerOf(tokens: readonly IToken[], kinds: readonly number[], textLength: number): Reader {
  const kindsOfTokens = new Int32Array(tokens.length);
  for (let index = 0; index < tokens.length; index++) {
    kindsOfTokens[index] = kinds[tokens[index]?.tokenTypeIdx ?? 0] ?? 0;
  }
  return { tokens, kinds: kindsOfTokens, textLength, problems: [], next: 0, depth: 0, lastPlace: -1 };
}

const endOfText: IToken = {
  image: "",
  startOffset: Number.NaN,
  tokenType: EOF,
  tokenTypeIdx: EOF.tokenTypeIdx ?? 0,
} as IToken;

/** A token ahead, 1 being the next one and 0 the last one read. Outside the text there are only ends of the text. */
export function peek({ tokens, next }: Reader, ahead = 1): IToken {
  return tokens[next + ahead - 1] ?? endOfText;
}

/** Reads the token ahead. */
export function take(reader: Reader): IToken {
  const token = peek(reader);
  reader.next++;
  return token;
}

/** Reads the token ahead if it is of one of these kinds. */
export function takeIf(reader: Reader, kinds: number): IToken | undefined {
  return isAt(reader, kinds) ? take(reader) : undefined;
}

/** Whether a token ahead is of one of these kinds. */
export function isAt({ kinds, next }: Reader, wanted: number, ahead = 1): boolean {
  return ((kinds[next + ahead - 1] ?? 0) & wanted) !== 0;
}

/** Whether everything is read. */
export function isAtEnd({ tokens, next }: Reader): boolean {
  return next >= tokens.length;
}

/** The place of the token ahead, or the end of the text. */
export function startOfNext(reader: Reader): number {
  return isAtEnd(reader) ? reader.textLength : peek(reader).startOffset;
}

/** The place behind the last token that was read. */
export function endOfLast(reader: Reader): number {
  const last = peek(reader, 0);
  return last.startOffset + last.image.length;
}

/** Whether something more may be opened here. */
export function mayNest({ depth }: Reader): boolean {
  return depth < maximumDepth;
}

/** Adds a problem, unless one was told with the same token ahead: what follows a mistake is not another. */
export function report(reader: Reader, message: string, span: Span): void {
  const place = startOfNext(reader);
  if (place === reader.lastPlace) return;
  reader.lastPlace = place;
  reader.problems.push({ message, span });
}

/** A problem at a missing piece: on the last thing read, which the piece should follow. */
export function reportMissing(reader: Reader, message: string): void {
  report(reader, message, { start: peek(reader, 0).startOffset, end: endOfLast(reader) });
}
