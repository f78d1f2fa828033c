import { type RegexNode, slotsIn } from "./tree.ts";

/** A group of a .NET regular expression. The name of an unnamed group is its number. */
export interface RegexGroup {
  readonly name: string;
  readonly number: number;
}

/** The group that is the whole match. */
export const wholeMatch: RegexGroup = { name: "0", number: 0 };

/**
 * Every group but the whole match, in .NET's order: numbers ascending, then names as they appear, each with the lowest
 * number free. `unnamed` is how many groups have no name.
 */
export function groupsOf(tree: RegexNode, unnamed: number): readonly RegexGroup[] {
  const numbered = Array.from({ length: unnamed }, (_, index) => String(index + 1));
  const slots = [...new Set([...numbered, ...slotsIn(tree)])];
  const numbers = slots
    .filter(isNumber)
    .map(Number)
    .sort((left, right) => left - right);
  const taken = new Set(numbers);
  const groups = numbers.map(number => ({ name: String(number), number }));
  let next = 1;
  for (const name of slots.filter(slot => !isNumber(slot))) {
    while (taken.has(next)) next++;
    groups.push({ name, number: next++ });
  }
  return groups;
}

/** The slot that each name and each number of a group stands for. */
export function spellings(groups: readonly RegexGroup[]): ReadonlyMap<string, string> {
  return new Map([
    ["0", "0"],
    ...groups.map(({ name, number }) => [String(number), name] as const),
    ...groups.map(({ name }) => [name, name] as const),
  ]);
}

function isNumber(slot: string): boolean {
  return /^\d+$/.test(slot);
}
