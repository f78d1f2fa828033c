import { lastNotBehind, type Span } from "../language/text.ts";

/** Tells of a span whether one of these covers it, without looking at each of them. */
export function coverage(spans: readonly Span[]): (span: Span) => boolean {
  const ordered = spans.toSorted((left, right) => left.start - right.start);
  const starts = ordered.map(({ start }) => start);
  let furthest = 0;
  const ends = ordered.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return ({ start, end }) => end <= (ends[lastNotBehind(starts, start)] ?? -1);
}
