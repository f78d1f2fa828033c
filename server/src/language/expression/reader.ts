import type { Span, SyntaxProblem } from "../text.ts";
import { Comment } from "./kinds.ts";
import type { Scanner, ScanToken } from "./scan.ts";
import type { Stack } from "./stack.ts";
import type { Expression } from "./tree.ts";

/** The tokens of a text around the place where the reading stands, and the problems found so far. */
export interface Reader {
  readonly text: string;
  /** Where the text is: places count from there. */
  readonly at: number;
  readonly scanner: Scanner;
  /** The kinds of the tokens ahead, the first and the second of which are looked at most. */
  first: number;
  second: number;
  /** The kinds and places of the last token read and of those ahead, each at its number modulo the size of the window. */
  readonly kinds: number[];
  readonly spans: Span[];
  /** The number of the last token read. */
  last: number;
  readonly comments: Span[];
  readonly problems: SyntaxProblem[];
  /** The arguments and the commas of the calls that are open. */
  readonly operands: Stack<Expression>;
  readonly commas: Stack<Span>;
  /** How many calls, parentheses and objects are open. */
  depth: number;
  /** Where the last problem was told. */
  lastPlace: number;
  /** Where the last thing ended that was skipped. */
  junkEnd: number;
}

/** How deep calls, parentheses and objects may nest; what lies deeper is a problem and not an overflow of the stack. */
export const maximumDepth = 200;

const nowhere: Span = { start: 0, end: 0 };
const farthest = 4;
const window = 7;

/** Begins to read a text, which may be a piece of a longer one at an offset. */
export function readerOf(text: string, scanToken: ScanToken, at = 0): Reader {
  const reader: Reader = {
    text,
    at,
    scanner: { text, scanToken, start: 0, end: 0 },
    first: 0,
    second: 0,
    kinds: [0, 0, 0, 0, 0, 0, 0, 0],
    spans: [nowhere, nowhere, nowhere, nowhere, nowhere, nowhere, nowhere, nowhere],
    last: -farthest,
    comments: [],
    problems: [],
    operands: { items: [], size: 0 },
    commas: { items: [], size: 0 },
    depth: 0,
    lastPlace: -1,
    junkEnd: -1,
  };
  while (reader.last < 0) take(reader);
  return reader;
}

/** A token ahead, 1 being the next one and 0 the last one read. Outside the text there are only ends of the text. */
export function peek(reader: Reader, ahead = 1): Span {
  return reader.spans[(reader.last + ahead) & window] ?? nowhere;
}

/** Reads the token ahead. */
export function take(reader: Reader): Span {
  const { scanner, spans, at } = reader;
  let kinds = scanner.scanToken(scanner);
  while (kinds === Comment) {
    reader.comments.push({ start: at + scanner.start, end: at + scanner.end });
    kinds = scanner.scanToken(scanner);
  }
  const last = ++reader.last;
  reader.kinds[(last + farthest) & window] = kinds;
  reader.first = reader.second;
  reader.second = reader.kinds[(last + 2) & window] ?? 0;
  spans[(last + farthest) & window] = { start: at + scanner.start, end: at + scanner.end };
  return spans[last & window] ?? nowhere;
}

/** Reads the token ahead if it is of one of these kinds. */
export function takeIf(reader: Reader, kinds: number): Span | undefined {
  return isAt(reader, kinds) ? take(reader) : undefined;
}

/** Whether the token ahead is of one of these kinds. */
export function isAt({ first }: Reader, kinds: number): boolean {
  return (first & kinds) !== 0;
}

/** Whether the token behind the one ahead is of one of these kinds. */
export function isSecond({ second }: Reader, kinds: number): boolean {
  return (second & kinds) !== 0;
}

/** Whether a token ahead, or with 0 the last one read, is of one of these kinds. */
export function isAhead(reader: Reader, ahead: number, kinds: number): boolean {
  return ((reader.kinds[(reader.last + ahead) & window] ?? 0) & kinds) !== 0;
}

/** Whether everything is read. */
export function isAtEnd({ first }: Reader): boolean {
  return first === 0;
}

/** The text of a range. */
export function textOf({ text, at }: Reader, { start, end }: Span): string {
  return text.slice(start - at, end - at);
}

/** The text of a range without its first and last character. */
export function innerText({ text, at }: Reader, { start, end }: Span): string {
  return text.slice(start - at + 1, end - at - 1);
}

/** The place of the token ahead, or the end of the text. */
export function startOfNext(reader: Reader): number {
  return peek(reader).start;
}

/** The place behind the last token that was read. */
export function endOfLast(reader: Reader): number {
  return peek(reader, 0).end;
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
  report(reader, message, peek(reader, 0));
}
