import { beginsWith, type RegexNode } from "../tree.ts";
import { type Arrivals, arrivalsAt } from "./arrivals.ts";
import { buildAutomaton } from "./buildAutomaton.ts";
import { explodes } from "./explosion.ts";
import { overhead } from "./overhead.ts";

/**
 * How the steps of one attempt to match grow with the length of the text: the coefficients of a polynomial that they do
 * not exceed, the constant first; or that they can double with each character; or that the pattern is too large to say.
 */
export type Growth = readonly number[] | "exponential" | "unknown";

/** The most steps that looking for a match anywhere in a text of some length can take; undefined where there is no bound. */
export function mostSteps(tree: RegexNode): ((length: number) => number) | undefined {
  const growth = growthOf(tree, false);
  if (typeof growth === "string") return undefined;
  const once = beginsWith(tree, "start") || beginsWith(tree, "searchStart");
  return length => valueAt(growth, length) * (once ? 1 : length + 1);
}

/** The growth of one attempt; `behind` tells that it goes from right to left. */
export function growthOf(tree: RegexNode, behind: boolean): Growth {
  const automaton = buildAutomaton(tree, behind);
  const explosive = automaton && explodes(automaton);
  if (automaton === undefined || explosive === undefined) return "unknown";
  if (explosive) return "exponential";
  const arrivals = arrivalsAt(automaton);
  if (arrivals === undefined) return "unknown";
  const { positions } = automaton;
  const between = overhead(tree) * Math.max(...positions.flatMap(({ edges }) => edges.map(({ ways }) => ways)));
  const total: number[] = [];
  for (const [index, { edges, tried }] of positions.entries()) {
    const tries = edges.reduce((sum, { ways }) => sum + ways, 1);
    const each = tried === undefined ? [tries + between] : growthOf(tried.body, tried.behind);
    if (typeof each === "string") return each;
    addTo(total, each, arrivals[index]);
  }
  return total;
}

/** Adds what happens at each arrival to the sum of all. */
function addTo(total: number[], each: readonly number[], arrivals: Arrivals = { count: 0, power: 0 }): void {
  const { count, power } = arrivals;
  while (total.length < power + each.length) total.push(0);
  for (const [degree, coefficient] of each.entries()) {
    total[power + degree] = (total[power + degree] ?? 0) + count * coefficient;
  }
}

function valueAt(coefficients: readonly number[], length: number): number {
  let value = 0;
  for (let power = coefficients.length - 1; power >= 0; power--) value = value * length + (coefficients[power] ?? 0);
  return value;
}
