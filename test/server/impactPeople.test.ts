import assert from "node:assert/strict";
import type { ImpactPeopleParams, ImpactPerson } from "../../server/src/protocol/impact.ts";
import { pageOf } from "../../server/src/requests/impactPeople.ts";

function person(displayName: string, facts: Partial<ImpactPerson>): ImpactPerson {
  return {
    id: `id-of-${displayName}`,
    displayName,
    objectType: "User",
    mapping: "Users",
    before: "noChange",
    after: "update",
    reason: "Other values flow: title.",
    changes: [],
    ...facts,
  };
}

const people = [
  person("Ada Lovelace", { changes: [{ target: "title", oldValue: "Aide", newValue: "Countess" }] }),
  person("Bob Builder", {
    after: "disable",
    reason: 'In the filter "Staff", department EQUALS \'IT\' fails: department is "Sales".',
    clause: { version: "after", filter: "Staff", clause: "department EQUALS 'IT'", span: { start: 0, end: 1 } },
  }),
  person("Cy Twombly", { after: "disable", reason: "It is not assigned." }),
  person("Dan Ek", {
    changes: [{ target: "emails", oldValue: null, newValue: ["dan@contoso.com", "ek@contoso.com"] }],
  }),
];

const all = { offset: 0, limit: 10 };
const rows: readonly (readonly [string, Omit<ImpactPeopleParams, "run">, total: number, names: readonly string[]])[] = [
  ["everybody", all, 4, ["Ada", "Bob", "Cy", "Dan"]],
  ["of one action", { ...all, action: "disable" }, 2, ["Bob", "Cy"]],
  ["by name, in any case", { ...all, search: "LOVE" }, 1, ["Ada"]],
  ["by id", { ...all, search: "id-of-cy" }, 1, ["Cy"]],
  ["by reason", { ...all, search: "not assigned" }, 1, ["Cy"]],
  ["by clause", { ...all, search: "department equals 'it'" }, 1, ["Bob"]],
  ["by attribute and value", { ...all, search: "title countess" }, 1, ["Ada"]],
  ["by a value of a list", { ...all, search: "ek@" }, 1, ["Dan"]],
  ["by several words, in any order", { ...all, search: "  builder   staff bob " }, 1, ["Bob"]],
  ["by words and action", { ...all, action: "update", search: "bob" }, 0, []],
  ["page by page", { offset: 1, limit: 2 }, 4, ["Bob", "Cy"]],
  ["behind the end", { offset: 9, limit: 2 }, 4, []],
];

suite("people of an impact are found", () => {
  for (const [name, wanted, total, names] of rows)
    test(name, () => {
      const page = pageOf(people, wanted);
      assert.equal(page.total, total);
      assert.deepEqual(
        page.people.map(({ displayName }) => displayName.split(" ")[0]),
        names,
      );
    });
});
