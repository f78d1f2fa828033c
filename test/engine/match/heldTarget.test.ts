import assert from "node:assert/strict";
import { heldTarget } from "../../../server/src/engine/match/heldTarget.ts";

const resources = [
  { id: "1", userName: "Ada", externalId: "A" },
  {
    id: "2",
    userName: 'eve "&" +',
    emails: [
      { type: "work", value: "eve@contoso.com" },
      { type: "work", value: "eve@fabrikam.com" },
      { type: "home", value: "eve@home.example" },
    ],
  },
];
const target = heldTarget(resources, attribute => attribute === "externalId");

suite("a target in memory", () => {
  const found: readonly (readonly [filter: string, ids: readonly string[]])[] = [
    ['userName eq "ada"', ["1"]],
    ['userName eq "nobody"', []],
    ['externalId eq "a"', []],
    ['externalId eq "A"', ["1"]],
    ['userName eq "eve \\"&\\" +"', ["2"]],
    ['emails[type eq "work"].value eq "EVE@contoso.com"', ["2"]],
    ['emails[type eq "work"].value eq "eve@fabrikam.com"', ["2"]],
    ['emails[type eq "work"].value eq "eve@home.example"', []],
    ['emails.value eq "eve@home.example"', ["2"]],
    ["userName pr", []],
  ];
  for (const [filter, ids] of found) {
    test(`finds ${ids.join(", ") || "nothing"} by ${filter}`, async () => {
      const answer = await target.send({ method: "GET", path: `/Users?${new URLSearchParams({ filter })}` });
      assert.ok(answer.kind === "list");
      assert.deepEqual(
        answer.resources.map(({ id }) => id),
        ids,
      );
      assert.equal(answer.totalResults, ids.length);
    });
  }

  test("refuses to be written to", async () => {
    const answer = await target.send({ method: "POST", path: "/Users", body: "{}" });
    assert.ok(answer.kind === "failure" && answer.status === 405);
  });
});
