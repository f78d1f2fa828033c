import type { Position } from "./automaton.ts";
import { edgesOf, type Pair, pairsFrom } from "./pairs.ts";

/** The positions at which ways over the same text meet, each with those from which they come. */
export type Meetings = ReadonlyMap<number, ReadonlySet<number>>;

/** All meetings of ways from the beginning of an automaton. Undefined for a pattern that is too large. */
export function meetingsIn(positions: readonly Position[]): Meetings | undefined {
  const pairs = pairsFrom(positions, [0]);
  if (pairs === undefined) return undefined;
  const found = new Map<number, Set<number>>();
  for (const pair of pairs) {
    for (const meeting of sharedTargets(positions, pair)) {
      const sources = found.get(meeting) ?? new Set();
      found.set(meeting, sources.add(pair[0]).add(pair[1]));
    }
  }
  return found;
}

/** The positions that both of a pair lead to, inside the loop if one is given. */
export function sharedTargets(positions: readonly Position[], [left, right]: Pair, loop?: number): readonly number[] {
  const targets = new Set(edgesOf(positions, left, loop).map(({ to }) => to));
  return edgesOf(positions, right, loop).flatMap(({ to }) => (targets.has(to) ? [to] : []));
}
