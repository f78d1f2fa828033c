import type { Automaton, Position } from "./automaton.ts";
import { sharedTargets } from "./meetings.ts";
import { edgesOf, pairsFrom } from "./pairs.ts";

/**
 * Whether a loop leads back to one of its positions by two ways over the same text, so that each time around doubles
 * the ways. Undefined for a pattern that is too large. This is the ambiguity that Weber and Seidl call exponential
 * ("On the degree of ambiguity of finite automata", 1991).
 */
export function explodes(automaton: Automaton): boolean | undefined {
  const { positions } = automaton;
  const loops = new Set(positions.map(({ loop }) => loop).filter(loop => loop !== undefined));
  for (const loop of loops) {
    const members = [...positions.keys()].filter(position => positions[position]?.loop === loop);
    if (members.some(member => hasTwoEdges(positions, member, loop))) return true;
    const pairs = pairsFrom(positions, members, loop);
    if (pairs === undefined) return undefined;
    if (pairs.some(pair => sharedTargets(positions, pair, loop).length > 0)) return true;
  }
  return false;
}

/** Whether there are two ways to one and the same position. */
function hasTwoEdges(positions: readonly Position[], position: number, loop: number): boolean {
  const edges = edgesOf(positions, position, loop).filter(({ decided }) => !decided);
  return edges.some(({ ways }) => ways > 1) || new Set(edges.map(({ to }) => to)).size < edges.length;
}
