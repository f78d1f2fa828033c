import { stepsOfATenthOfASecond } from "../budget.ts";
import type { Range } from "../search.ts";
import { everyNode, type RegexNode } from "../tree.ts";
import { buildAutomaton } from "./buildAutomaton.ts";
import { explodes } from "./explosion.ts";
import { growthOf, mostSteps } from "./growth.ts";
import { pairsFrom } from "./pairs.ts";

/** Why matching can take too long, and where in the pattern. */
export interface Ambiguity {
  /** The part that can match the same text in several ways; undefined for the pattern as a whole. */
  readonly part: Range | undefined;
  /** Whether the steps can double with each further character. */
  readonly doubles: boolean;
}

/** A pattern that keeps to the budget on every text of so many characters is not called ambiguous. */
export const harmlessLength = 40;

/** Looks for what can make a pattern take too long. A pattern that is too large to be looked through has no finding. */
export function findAmbiguity(tree: RegexNode): Ambiguity | undefined {
  const growth = growthOf(tree, false);
  if (growth === "unknown") return undefined;
  if (growth === "exponential") return { part: innermostExplosion(tree), doubles: true };
  const steps = mostSteps(tree)?.(harmlessLength) ?? 0;
  return steps <= stepsOfATenthOfASecond ? undefined : { part: ambiguousPart(tree), doubles: false };
}

/** The innermost repetition that explodes by itself. */
function innermostExplosion(tree: RegexNode): Range | undefined {
  const repeats = Array.from(everyNode(tree)).filter(node => node.kind === "Repeat");
  return repeats.findLast(repeat => {
    const automaton = buildAutomaton(repeat, false);
    return automaton !== undefined && explodes(automaton);
  });
}

/** From the first to the last of the repetitions between which ways over the same text part. */
function ambiguousPart(tree: RegexNode): Range | undefined {
  const { positions } = buildAutomaton(tree, false) ?? { positions: [] };
  const parted = (pairsFrom(positions, [0]) ?? []).flat();
  const repeats = [...new Set(parted.map(position => positions[position]?.repeat))].filter(one => one !== undefined);
  if (repeats.length === 0) return undefined;
  return { start: Math.min(...repeats.map(({ start }) => start)), end: Math.max(...repeats.map(({ end }) => end)) };
}
