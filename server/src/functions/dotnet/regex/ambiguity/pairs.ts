import type { CharacterSet } from "../characterSet.ts";
import { overlap } from "../membership.ts";
import type { Edge, Position } from "./automaton.ts";

/** Two positions where a match can be after the same text, by different ways. */
export type Pair = readonly [number, number];

/** So many transitions are looked at before a pattern counts as too large. */
const mostTransitions = 150_000;

/**
 * The pairs of different positions that one text can lead to from one of the positions in `starts`, going through the
 * positions of `loop` only, if it is given. Undefined for a pattern that is too large.
 */
export function pairsFrom(
  positions: readonly Position[],
  starts: readonly number[],
  loop?: number,
): readonly Pair[] | undefined {
  const size = positions.length;
  const share = sharing(positions);
  const found = new Set(starts.map(start => start * size + start));
  let transitions = 0;

  function add(left: number, right: number): void {
    if (share(left, right)) found.add(Math.min(left, right) * size + Math.max(left, right));
  }

  // A set visits what is added to it while it is visited.
  for (const key of found) {
    const [left, right] = [Math.floor(key / size), key % size];
    const [lefts, rights] = [edgesOf(positions, left, loop), edgesOf(positions, right, loop)];
    transitions += left === right ? lefts.length ** 2 / 2 : lefts.length * rights.length;
    if (transitions > mostTransitions) return undefined;
    if (left === right) addForks(lefts, add);
    else for (const one of lefts) for (const other of rights) add(one.to, other.to);
  }
  return Array.from(found, (key): Pair => [Math.floor(key / size), key % size]).filter(
    ([left, right]) => left !== right,
  );
}

/** Where one match can become two: at every two edges, unless an atomic group decides between them. */
function addForks(edges: readonly Edge[], add: (left: number, right: number) => void): void {
  for (const [index, one] of edges.entries()) {
    add(one.to, one.to);
    if (one.decided) continue;
    for (const other of edges.slice(index + 1)) if (!other.decided) add(one.to, other.to);
  }
}

/** The edges of a position that take a character, or those of them that stay in the loop. */
export function edgesOf(positions: readonly Position[], position: number, loop?: number): readonly Edge[] {
  const edges = positions[position]?.edges ?? [];
  return edges.filter(({ to }) => {
    const target = positions[to];
    return target?.tried === undefined && (loop === undefined || target?.loop === loop);
  });
}

/** Whether two positions have a code unit in common. */
function sharing(positions: readonly Position[]): (left: number, right: number) => boolean {
  const sets = [...new Set(positions.map(({ set }) => set))];
  const numbers = new Map<CharacterSet, number>(sets.map((set, index) => [set, index]));
  const setOf = positions.map(({ set }) => numbers.get(set) ?? 0);
  const known = new Map<number, boolean>();
  return (left, right) => {
    const [one = 0, other = 0] = [setOf[left], setOf[right]];
    const key = one * sets.length + other;
    let shared = known.get(key);
    if (shared === undefined) {
      shared = overlap(sets[one] ?? [], sets[other] ?? []);
      known.set(key, shared);
    }
    return shared;
  };
}
