import type { CharacterSet } from "../characterSet.ts";
import type { Repeat } from "../tree.ts";
import type { Position, Tried } from "./automaton.ts";
import { type Fragment, join } from "./fragment.ts";

/** An automaton being built. */
export interface Builder {
  readonly positions: Position[];
  readonly nullableSlots: ReadonlySet<string>;
  /** Whether counted repetitions are written out, so far as that gives few positions; otherwise they count as endless. */
  readonly writtenOut: boolean;
  /** How many edges there are. */
  edges: number;
  /** How many loops there are. */
  loops: number;
  /** The loop and the repetition that are being built. */
  loop: number | undefined;
  repeat: Repeat | undefined;
  /** Whether an atomic group is being built. */
  decided: boolean;
}

const mostPositions = 10_000;
const mostWrittenOut = 1000;
const mostEdges = 20_000;

/** Whether the pattern is too large to be looked through. */
export function isTooLarge({ positions, edges, writtenOut }: Builder): boolean {
  return edges > mostEdges || positions.length > (writtenOut ? mostWrittenOut : mostPositions);
}

/** A code unit of the set, or with no set a pattern that is tried. */
export function addPosition(builder: Builder, set: CharacterSet, inner?: Tried): Fragment {
  const ends = [{ position: builder.positions.length, ways: 1 }];
  const { loop, repeat } = builder;
  builder.positions.push({ set, loop, repeat, tried: inner, edges: [] });
  return { empty: 0, first: ends, last: ends };
}

/** The second part behind the first, with the edges between them. */
export function joined(builder: Builder, before: Fragment, behind: Fragment): Fragment {
  connect(builder, before, behind);
  return join(before, behind);
}

/** Edges from the ends of one part to the beginnings of another. */
export function connect(builder: Builder, { last }: Fragment, { first }: Fragment): void {
  if (isTooLarge(builder)) return;
  const { decided } = builder;
  for (const { position, ways } of last) {
    const edges = builder.positions[position]?.edges;
    edges?.push(...first.map(to => ({ to: to.position, ways: ways * to.ways, decided })));
    builder.edges += first.length;
  }
}

/** What `make` builds is decided once, as in an atomic group. */
export function decidedOnce(builder: Builder, make: () => Fragment): Fragment {
  const outside = builder.decided;
  builder.decided = true;
  const fragment = make();
  builder.decided = outside;
  return fragment;
}

/** What `make` builds belongs to a repetition. */
export function within(builder: Builder, repeat: Repeat, make: () => Fragment): Fragment {
  const outside = builder.repeat;
  builder.repeat = repeat;
  const fragment = make();
  builder.repeat = outside;
  return fragment;
}

/** What `make` builds belongs to a loop: the one around, or else a new one. */
export function inLoop(builder: Builder, make: () => Fragment): Fragment {
  const outside = builder.loop;
  builder.loop = outside ?? builder.loops++;
  const fragment = make();
  builder.loop = outside;
  return fragment;
}
