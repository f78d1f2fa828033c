import type { Span, SyntaxProblem } from "../text.ts";
import { codesOf } from "./characters.ts";
import { Comment } from "./kinds.ts";
import type { Scanner, ScanToken } from "./scan.ts";
import type { Stack } from "./stack.ts";
import type { Expression } from "./tree.ts";

/** The tokens around the place where the reading stands, and the problems found so far. The scanner is at the second token ahead. */
export interface Reader extends Scanner {
  /** Where the text is: places count from there. */
  readonly at: number;
  /** The kinds of the last token read and of the two ahead. */
  last: number;
  first: number;
  second: number;
  /** The places of the last token read and of the first ahead. */
  lastStart: number;
  lastEnd: number;
  firstStart: number;
  firstEnd: number;
  readonly comments: Span[];
  readonly problems: SyntaxProblem[];
  /** The arguments and the commas of the calls that are open. */
  readonly operands: Stack<Expression>;
  readonly commas: Stack<number>;
  /** How many calls, parentheses and objects are open. */
  depth: number;
  /** Where the last problem was told. */
  lastPlace: number;
  /** Where the last thing ended that was skipped. */
  junkEnd: number;
}

/** How deep calls, parentheses and objects may nest; what lies deeper is a problem and not an overflow of the stack. */
export const maximumDepth = 200;

/** Begins to read a text, which may be a piece of a longer one at an offset. */
export function readerOf(text: string, scanToken: ScanToken, at = 0): Reader {
  const reader: Reader = {
    text,
    codes: codesOf(text),
    scanToken,
    start: 0,
    end: 0,
    at,
    last: 0,
    first: 0,
    second: 0,
    lastStart: 0,
    lastEnd: 0,
    firstStart: 0,
    firstEnd: 0,
    comments: [],
    problems: [],
    operands: { items: [], size: 0 },
    commas: { items: [], size: 0 },
    depth: 0,
    lastPlace: -1,
    junkEnd: -1,
  };
  skip(reader);
  skip(reader);
  return reader;
}

/** The place of a token ahead, 1 being the next one and 0 the last one read. Outside the text there are only ends of the text. */
export function peek(reader: Reader, ahead: 0 | 1 | 2 = 1): Span {
  if (ahead === 0) return { start: reader.lastStart, end: reader.lastEnd };
  if (ahead === 1) return { start: reader.firstStart, end: reader.firstEnd };
  return { start: reader.at + reader.start, end: reader.at + reader.end };
}

/** Reads the token ahead. */
export function take(reader: Reader): Span {
  skip(reader);
  return { start: reader.lastStart, end: reader.lastEnd };
}

function skip(reader: Reader): void {
  const { at } = reader;
  reader.last = reader.first;
  reader.lastStart = reader.firstStart;
  reader.lastEnd = reader.firstEnd;
  reader.first = reader.second;
  reader.firstStart = at + reader.start;
  reader.firstEnd = at + reader.end;
  let kinds = reader.scanToken(reader);
  while (kinds === Comment) {
    reader.comments.push({ start: at + reader.start, end: at + reader.end });
    kinds = reader.scanToken(reader);
  }
  reader.second = kinds;
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
  return (kindsOf(reader, ahead) & kinds) !== 0;
}

function kindsOf(reader: Reader, ahead: number): number {
  if (ahead === 0) return reader.last;
  if (ahead === 1) return reader.first;
  return ahead === 2 ? reader.second : kindsBehindSecond(reader, ahead - 2);
}

/** The tokens behind the second are seldom looked at, so they are scanned twice then. */
function kindsBehindSecond(reader: Reader, count: number): number {
  const { start, end } = reader;
  let kinds = reader.second;
  for (let left = count; left > 0; left--) {
    do kinds = reader.scanToken(reader);
    while (kinds === Comment);
  }
  reader.start = start;
  reader.end = end;
  return kinds;
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
  return reader.firstStart;
}

/** The place behind the last token that was read. */
export function endOfLast(reader: Reader): number {
  return reader.lastEnd;
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
