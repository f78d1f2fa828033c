/** What makes a text of another: the part from `start` to `end` of the one before has become `text`. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The one change between two texts, which lies between what both begin and what both end with. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const kept = longest(shorter - start, (from, to) => fromEnd(before, from, to) === fromEnd(after, from, to));
  return { start, end: before.length - kept, text: after.slice(start, after.length - kept) };
}

/** The greatest length up to which two texts are the same, found by halves, as runtimes compare long pieces fast. */
function longest(limit: number, isSame: (from: number, to: number) => boolean): number {
  let length = 0;
  let high = limit;
  while (length < high) {
    const middle = Math.ceil((length + high) / 2);
    if (isSame(length, middle)) length = middle;
    else high = middle - 1;
  }
  return length;
}

function fromEnd(text: string, from: number, to: number): string {
  return text.slice(text.length - to, text.length - from);
}
