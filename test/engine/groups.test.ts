import assert from "node:assert/strict";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { LastKnown, Resource, ScimAnswer, TargetSystem } from "../../server/src/engine/ports.ts";
import { defaultWire } from "../../server/src/engine/requests/wire.ts";
import type { ProvisioningResult } from "../../server/src/engine/result.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { type Scenario, scenarioRun, type WrittenObject } from "../harness/scenario.ts";

const names = ["ada", "bob", "eve"];
const people: readonly WrittenObject[] = names.map(id => ({
  id,
  attributes: { userPrincipalName: `${id}@contoso.com`, displayName: id },
}));
const accounts: readonly Resource[] = names.map(name => ({ userName: `${name}@contoso.com` }));
const group: Resource = { displayName: "Team", externalId: "team", meta: { resourceType: "Group" } };

function team(written: Partial<WrittenObject> = {}, members: readonly string[] = names): WrittenObject {
  return { id: "team", type: "Group", attributes: { displayName: "Team", members }, ...written };
}

function run(scenario: Partial<Scenario> = {}): Promise<ProvisioningResult> {
  const target = memoryTarget(...accounts);
  return provision(scenarioRun({ directory: [team(), ...people], subject: "team", target, ...scenario }));
}

function members({ attributes }: ProvisioningResult) {
  const row = attributes.find(({ target }) => target === "members");
  assert.ok(row);
  return row;
}

function patches({ requests }: ProvisioningResult): readonly string[] {
  return requests.filter(({ method }) => method === "PATCH").map(({ body = "" }) => body);
}

function lastKnown(links: Readonly<Record<string, string>>, held: readonly string[]): LastKnown {
  return { targetId: id => links[id], references: () => held };
}

suite("a group", () => {
  test("tells each member with its name and its ids", async () => {
    const result = await run({ live: true });
    assert.equal(result.summary, "Team was created in ServiceNow.");
    assert.deepEqual(members(result).newValue, ["1", "2", "3"]);
    assert.deepEqual(members(result).references?.[0], {
      objectId: "ada",
      displayName: "ada",
      targetId: "1",
      outcome: "added",
    });
  });

  test("is created although members are left out, and says whom and why", async () => {
    const [ada, bob, eve] = people;
    assert.ok(ada && bob && eve);
    const result = await run({
      directory: [team({}, [...names, "nobody"]), { ...ada, assigned: false }, bob, eve],
      target: memoryTarget({ userName: "bob@contoso.com" }),
    });
    assert.equal(result.action, "create");
    assert.deepEqual(result.notes, [
      "members, 3 of 4 left out: ada is out of scope: it is not assigned; eve is not in ServiceNow; the directory has no object nobody.",
    ]);
    assert.deepEqual(
      members(result).references?.map(({ outcome }) => outcome),
      ["leftOut", "added", "leftOut", "leftOut"],
    );
  });

  test("names ten of those who are left out, and counts the others", async () => {
    const strangers = Array.from({ length: 25 }, (_, index) => `s${index}`);
    const { notes } = await run({ directory: [team({}, strangers)] });
    assert.match(notes[0] ?? "", /^members, 25 of 25 left out: the directory has no object s0; .* s9; and 15 more\.$/);
  });

  test("names the groups among its members, whose own members are not added", async () => {
    const inner: WrittenObject = { id: "core", type: "Group", attributes: { displayName: "Core", members: ["ada"] } };
    const target = memoryTarget(...accounts, { displayName: "Core", meta: { resourceType: "Group" } });
    const result = await run({ directory: [team({}, ["core"]), inner, ...people], target });
    assert.deepEqual(result.notes, ["members added with a remark: Core is a group: its own members are not added."]);
    assert.deepEqual(members(result).newValue, ["4"]);
  });

  test("is not read for its members, even where the target shows them", async () => {
    const target = memoryTarget(...accounts, { ...group, members: [{ value: "1" }] });
    const result = await run({ target });
    assert.equal(members(result).oldValue, null);
    assert.equal(patches(result).length, 3);
  });

  test("keeps a member who is only out of scope", async () => {
    const [ada, bob, eve] = people;
    assert.ok(ada && bob && eve);
    const links = { ada: "1", bob: "2", eve: "3", team: "4" };
    const result = await run({
      directory: [team(), { ...ada, assigned: false }, bob, eve],
      target: memoryTarget(...accounts, group),
      run: { lastKnown: lastKnown(links, ["1", "2"]) },
    });
    assert.deepEqual(members(result).oldValue, ["1", "2"]);
    assert.deepEqual(members(result).newValue, ["1", "2", "3"]);
    assert.equal(patches(result).length, 1);
  });

  test("on demand comes with the chosen members alone, and loses none", async () => {
    const links = { team: "4", ada: "1", bob: "2", eve: "3" };
    const result = await run({
      target: memoryTarget(...accounts, group),
      directory: [team({}, ["bob", "eve"]), ...people],
      run: { onDemand: { members: ["eve"] }, lastKnown: lastKnown(links, ["1"]) },
    });
    assert.deepEqual(patches(result).length, 1);
    assert.match(patches(result)[0] ?? "", /"op":"Add".*"value":"3"/);
    assert.deepEqual(result.notes, ["Provisioned on demand with 1 of its 2 members."]);
  });

  const refusing = (answer: ScimAnswer): TargetSystem => {
    const store = memoryTarget(...accounts);
    return { send: async request => (request.body?.includes('"value":"2"') ? answer : store.send(request)) };
  };
  const refusal = { kind: "failure", message: "No.", remedy: "Look there." } as const;

  test("goes on with the other members where the target refuses one", async () => {
    const result = await run({ target: refusing({ ...refusal, status: 400 }), live: true });
    assert.deepEqual(
      members(result).references?.map(({ outcome }) => outcome),
      ["added", "failed", "added"],
    );
    assert.deepEqual([result.action, result.onDemand.statusInfo.status], ["create", "Warning"]);
    assert.deepEqual(members(result).newValue, ["1", "3"]);
  });

  test("stops where nobody answers any more", async () => {
    const result = await run({ target: refusing(refusal), live: true });
    assert.deepEqual(
      members(result).references?.map(({ outcome }) => outcome),
      ["added", "failed", "failed"],
    );
    assert.equal(patches(result).length, 2);
  });

  for (const [size, requests] of [
    [1, 3],
    [2, 2],
    [100, 1],
  ] as const) {
    test(`sends members in batches of ${size}: ${requests} requests`, async () => {
      const result = await run({ run: { wire: { ...defaultWire, memberBatch: size } } });
      assert.equal(patches(result).length, requests);
      assert.ok(result.assumptions.some(({ name }) => name === "memberBatch"));
    });
  }

  const known = memoryTarget(group);
  const rows: readonly [sentence: string, scenario: Partial<Scenario>, outcome: string][] = [
    ["is deleted where it is not assigned any more", {}, "delete"],
    [
      "is left alone then where the mapping does not delete",
      { groups: "actions: create, update displayName <- [displayName] match 1" },
      "ActionNotEnabled",
    ],
    [
      "is left alone then where accounts out of scope are",
      { application: "skipOutOfScopeDeletions: true" },
      "SkipOutOfScopeDeletions",
    ],
    ["is not created while it is not assigned", { target: memoryTarget() }, "NotEffectivelyEntitled"],
    [
      "is disabled where a mapping of IsSoftDeleted says how",
      {
        groups: "displayName <- [displayName] match 1 active <- Not([IsSoftDeleted])",
        target: memoryTarget({ ...group, active: true }),
      },
      "disable",
    ],
    ["is provisioned without being assigned where the scope is all", { application: "scope: all" }, "RedundantExport"],
  ];
  for (const [sentence, scenario, outcome] of rows) {
    test(sentence, async () => {
      const directory = [team({ assigned: false }, [])];
      const result = await run({ target: known, directory, ...scenario });
      assert.equal(result.action === "skip" ? result.onDemand.statusInfo.skipReason : result.action, outcome);
      assert.equal(
        result.assumptions.some(({ name }) => name === "groupIsDeleted"),
        outcome === "delete",
      );
    });
  }
});
