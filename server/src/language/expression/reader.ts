import type { Span, SyntaxProblem } from "../text.ts";
import type { Token } from "./scan.ts";

/** The tokens of a text, where the reading stands, and the problems found so far. */
export interface Reader {
  readonly tokens: readonly Token[];
  /** Where the text ends. */
  readonly end: number;
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

/** Begins to read the tokens of a text. */
export function readerOf(tokens: readonly Token[], end: number): Reader {
  return { tokens, end, problems: [], next: 0, depth: 0, lastPlace: -1 };
}

const endOfText: Token = { kinds: 0, text: "", start: Number.NaN };

/** A token ahead, 1 being the next one and 0 the last one read. Outside the text there are only ends of the text. */
export function peek({ tokens, next }: Reader, ahead = 1): Token {
  return tokens[next + ahead - 1] ?? endOfText;
}

/** Reads the token ahead. */
export function take(reader: Reader): Token {
  const token = peek(reader);
  reader.next++;
  return token;
}

/** Reads the token ahead if it is of one of these kinds. */
export function takeIf(reader: Reader, kinds: number): Token | undefined {
  return isAt(reader, kinds) ? take(reader) : undefined;
}

/** Whether a token ahead is of one of these kinds. */
export function isAt({ tokens, next }: Reader, kinds: number, ahead = 1): boolean {
  return ((tokens[next + ahead - 1]?.kinds ?? 0) & kinds) !== 0;
}

/** Whether everything is read. */
export function isAtEnd({ tokens, next }: Reader): boolean {
  return next >= tokens.length;
}

/** The place of the token ahead, or the end of the text. */
export function startOfNext(reader: Reader): number {
  return isAtEnd(reader) ? reader.end : peek(reader).start;
}

/** The place behind the last token that was read. */
export function endOfLast(reader: Reader): number {
  const last = peek(reader, 0);
  return last.start + last.text.length;
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
  report(reader, message, { start: peek(reader, 0).start, end: endOfLast(reader) });
}
