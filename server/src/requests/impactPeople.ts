import type { ImpactPeopleParams, ImpactPerson } from "../protocol/impact.ts";

/** A page of the people who are asked for, and how many they are in all. */
export function pageOf(
  people: readonly ImpactPerson[],
  { action, search = "", offset, limit }: Omit<ImpactPeopleParams, "run">,
): { readonly total: number; readonly people: readonly ImpactPerson[] } {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = people.filter(
    person => (action === undefined || person.after === action) && (words.length === 0 || hasAll(person, words)),
  );
  return { total: found.length, people: found.slice(offset, offset + limit) };
}

function hasAll(person: ImpactPerson, words: readonly string[]): boolean {
  const { displayName, id, reason, clause, changes } = person;
  const values = changes.flatMap(({ target, oldValue, newValue }) => [target, oldValue, newValue].flat());
  const text = [displayName, id, reason, clause?.filter, clause?.clause, ...values].join("\n").toLowerCase();
  return words.every(word => text.includes(word));
}
