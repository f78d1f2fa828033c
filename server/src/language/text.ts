/** A half-open range of UTF-16 offsets into one text: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of the source text with its place. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** A mistake found while parsing. The message names the place's content and the remedy. */
export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}

/** The span that covers both. */
export function cover(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** True where the offset lies in the span or directly behind it, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The index of the last of some ascending offsets that is not behind another; -1 where all are. */
export function lastNotBehind(offsets: readonly number[], offset: number): number {
  let low = -1;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2);
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
