import type { Automaton, Position } from "./automaton.ts";
import { type Meetings, meetingsIn } from "./meetings.ts";

/** How many ways through an automaton lead to a position: so many, times a power of the text's length. */
export interface Arrivals {
  readonly count: number;
  readonly power: number;
}

/** A single position, or those of a loop. */
interface Unit {
  readonly members: readonly number[];
  readonly loop?: number;
}

/** An edge into a unit from outside, with the ways that come by it. */
interface Entry extends Arrivals {
  readonly from: number;
  readonly to: number;
}

/**
 * The arrivals at each position of an automaton that does not explode, over all prefixes of a text together. Ways add up
 * only where they meet over the same text. Where they meet in a loop, they may have come in at any place of the text,
 * which makes their number grow by a power. Undefined for a pattern that is too large.
 */
export function arrivalsAt({ positions }: Automaton): readonly Arrivals[] | undefined {
  const meeting = meetingsIn(positions);
  if (meeting === undefined) return undefined;
  const incoming = incomingEdges(positions);
  const arrivals: Arrivals[] = [];
  for (const unit of units(positions)) {
    const entries = unit.members.flatMap(to =>
      (incoming[to] ?? [])
        .filter(({ from }) => unit.loop === undefined || positions[from]?.loop !== unit.loop)
        .map(({ from, ways }): Entry => ({ from, to, ...manifold(arrivals[from], ways) })),
    );
    const own = arrivalsOver(entries, unit, meeting, positions);
    for (const member of unit.members) arrivals[member] = own;
  }
  return arrivals;
}

function arrivalsOver(
  entries: readonly Entry[],
  { members, loop }: Unit,
  meeting: Meetings,
  positions: readonly Position[],
): Arrivals {
  if (entries.length === 0) return { count: 1, power: 0 };
  const meets = members.some(member => meeting.has(member));
  const isTried = members.some(member => positions[member]?.tried !== undefined);
  const together = entries.filter(
    ({ from, to }) => isTried || (loop === undefined ? meeting.get(to)?.has(from) : meets),
  );
  const count = Math.max(sum(together), ...oneByOne(entries));
  const power = Math.max(...entries.map(entry => entry.power));
  return { count, power: loop === undefined ? power : Math.max(1, power) + (meets ? 1 : 0) };
}

function manifold({ count, power }: Arrivals = { count: 0, power: 0 }, ways: number): Arrivals {
  return { count: count * ways, power };
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, { count }) => total + count, 0);
}

/** The ways from each position to each. */
function oneByOne(entries: readonly Entry[]): Iterable<number> {
  const counts = new Map<string, number>();
  for (const { from, to, count } of entries) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + count);
  return counts.values();
}

/** The units in the order in which a match goes through them; those that are tried, from which nothing goes on, come last. */
function units(positions: readonly Position[]): readonly Unit[] {
  const single: Unit[] = [];
  const loops = new Map<number, number[]>();
  const tried: Unit[] = [];
  for (const [index, { loop, tried: pattern }] of positions.entries()) {
    const members = loop === undefined ? undefined : loops.get(loop);
    if (pattern !== undefined) tried.push({ members: [index] });
    else if (loop === undefined) single.push({ members: [index] });
    else if (members !== undefined) members.push(index);
    else {
      const begun = [index];
      loops.set(loop, begun);
      single.push({ members: begun, loop });
    }
  }
  return [...single, ...tried];
}

function incomingEdges(positions: readonly Position[]): readonly (readonly { from: number; ways: number }[])[] {
  const incoming = positions.map((): { from: number; ways: number }[] => []);
  for (const [from, { edges }] of positions.entries()) {
    for (const { to, ways } of edges) incoming[to]?.push({ from, ways });
  }
  return incoming;
}
