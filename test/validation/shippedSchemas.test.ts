import assert from "node:assert/strict";
import { attribute, call, constant, type Json, schemaWith } from "../harness/graphSchemas.ts";
import { problemsOf } from "../harness/ruleTests.ts";

const input = {
  groups: [],
  inputFilterGroups: [{ name: "F", clauses: [{ operatorName: "IS NOT NULL", sourceOperandName: "mail" }] }],
};

const presence = call(
  'IIF(IsPresent([mail]), [mail], "x")',
  "IIF",
  ["one", call("IsPresent([mail])", "IsPresent", ["source", attribute("mail")])],
  ["four", attribute("mail")],
  ["five", constant("x")],
);

/** What Entra's own schemas have, the codes that it has in a schema of another job, and those in one of cloud sync. */
const rows: readonly (readonly [
  what: string,
  members: { readonly [name: string]: Json },
  other: string[],
  cloudSync: string[],
])[] = [
  [
    "a mapping of a photo",
    { targetAttributeName: "thumbnailPhoto" },
    ["photo-target", "target-unknown"],
    ["target-unknown"],
  ],
  ["a filter of the input group", { scope: input }, ["scope-experimental"], []],
  ["a test for a value by IIF", { source: presence }, ["iif-null-condition"], []],
  ["a mapping that is off and maps nothing", { enabled: false, sourceObjectName: "", attributeMappings: [] }, [], []],
];

suite("In the schemas that Entra makes", () => {
  for (const [what, members, other, cloudSync] of rows) {
    const schema = schemaWith(members) as object;
    const codes = (id: string) => problemsOf(JSON.stringify({ id, ...schema }, null, 2)).map(({ code }) => code);
    test(`${what} has ${other.join(", ") || "no problem"}`, () =>
      assert.deepEqual(codes("contoso.1").toSorted(), other));
    test(`${what} of cloud sync has ${cloudSync.join(", ") || "no problem"}`, () =>
      assert.deepEqual(codes("AD2AADProvisioning.1"), cloudSync));
  }
});
