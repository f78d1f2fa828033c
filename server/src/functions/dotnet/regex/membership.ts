import type { CharacterSet } from "./characterSet.ts";

/** Whether a code unit belongs to a set. */
export type Membership = (code: number) => boolean;

const tabled = 128;

/** The set as a test: a table for ASCII, a search by halves among the ranges for the rest. */
export function membership(set: CharacterSet): Membership {
  const [only] = set;
  if (set.length === 1 && only !== undefined) {
    const [first, last] = only;
    return code => first <= code && code <= last;
  }
  const table = Uint8Array.from({ length: tabled }, (_, code) => (hasMember(set, code) ? 1 : 0));
  return code => (code < tabled ? table[code] === 1 : hasMember(set, code));
}

/** Whether two sets have a member in common. */
export function overlap(left: CharacterSet, right: CharacterSet): boolean {
  let index = 0;
  for (const [first, last] of left) {
    while ((right[index]?.[1] ?? Number.POSITIVE_INFINITY) < first) index++;
    if ((right[index]?.[0] ?? Number.POSITIVE_INFINITY) <= last) return true;
  }
  return false;
}

function hasMember(set: CharacterSet, code: number): boolean {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle]?.[1] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return (set[low]?.[0] ?? Number.POSITIVE_INFINITY) <= code;
}
