import assert from "node:assert/strict";
import { openImpact } from "../../../server/src/engine/impact/impact.ts";
import type { MappingImpact } from "../../../server/src/engine/impact/result.ts";
import { stillWorld } from "../world.ts";
import { edition, user, usersFile } from "./editions.ts";

const people = [
  user("ada", { department: "Sales", jobTitle: "Boss" }),
  user("bob", { department: "Sales", jobTitle: "Aide" }),
  user("cy", { department: "IT", jobTitle: "Aide" }),
  user("dan", { department: "IT", jobTitle: "Boss" }),
  user("eve", { department: "IT", accountEnabled: false }),
];

const sales = 'filter "Sales" { department EQUALS "Sales" }';
const bosses = 'filter "Bosses" { jobTitle EQUALS "Boss" }';

const rows: readonly {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Of the mapping, then of each filter: before, after, come in, fall out. */
  readonly counts: Readonly<Record<string, readonly number[]>>;
}[] = [
  {
    name: "one filter has the counts of its mapping",
    before: sales,
    after: 'filter "IT" { department EQUALS "IT" }',
    counts: { Users: [2, 2, 2, 2], IT: [2, 2, 2, 2] },
  },
  {
    name: "of several filters each counts those who pass it, some of them twice",
    before: `${sales} ${bosses}`,
    after: `${sales} ${bosses}`,
    counts: { Users: [3, 3, 0, 0], Sales: [2, 2, 0, 0], Bosses: [2, 2, 0, 0] },
  },
  {
    name: "who fails one filter and passes another does not fall out",
    before: `${sales} ${bosses}`,
    after: `filter "Sales" { department EQUALS "Nobody" } ${bosses}`,
    counts: { Users: [3, 2, 0, 1], Sales: [2, 0, 0, 1], Bosses: [2, 2, 0, 0] },
  },
  {
    name: "a filter that is added lets people in",
    before: sales,
    after: `${sales} ${bosses}`,
    counts: { Users: [2, 3, 1, 0], Sales: [2, 2, 0, 0], Bosses: [0, 2, 1, 0] },
  },
  {
    name: "a first filter keeps people out whom no filter let in",
    before: "",
    after: sales,
    counts: { Users: [4, 2, 0, 2], Sales: [0, 2, 0, 0] },
  },
  {
    name: "who falls out is counted where the mapping does nothing about it, too",
    before: `actions: create ${sales}`,
    after: `actions: create ${bosses}`,
    counts: { Users: [2, 2, 1, 1], Bosses: [2, 2, 1, 1] },
  },
];

suite("impact on scopes", () => {
  for (const { name, before, after, counts } of rows)
    test(name, () => {
      const [was, is] = [before, after].map(filters =>
        edition(usersFile(`${filters} userName <- [userPrincipalName] match 1`, "scope: all")),
      );
      assert.ok(was && is);
      const impact = openImpact({ before: was, after: is, world: stillWorld, limit: 10 });
      impact.take(people);
      const [mapping] = impact.result().mappings;
      assert.ok(mapping);
      const filters = mapping.filters.map(({ filter, ...counted }) => [filter, figures(counted)]);
      assert.deepEqual({ Users: figures(mapping), ...Object.fromEntries(filters) }, counts);
      for (const { filter, span } of mapping.filters)
        assert.ok(is.text.slice(span.start, span.end).startsWith(`filter "${filter}"`));
    });
});

function figures({ inScope, joins, leaves }: Pick<MappingImpact, "inScope" | "joins" | "leaves">): readonly number[] {
  return [inScope.before, inScope.after, joins, leaves];
}
