import assert from "node:assert/strict";
import { memoryTarget } from "../harness/memoryTarget.ts";
import type { RunFacts } from "../harness/oneRun.ts";
import { account, run } from "./ada.ts";

const filter = 'filter "Staff" { department EQUALS "Staff" }';
const match = "userName <- [userPrincipalName] match 1 displayName <- [displayName]";
const mapped = `${match} active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")`;

/** What can end an account (how-provisioning-works, "Deprovisioning"). */
const events: Readonly<Record<string, Partial<RunFacts>>> = {
  unassigned: { assigned: false, user: { department: "Staff" } },
  "out of scope": { user: { department: "Other" } },
  "soft-deleted": { state: "softDeleted", user: { department: "Staff" } },
  disabled: { user: { department: "Staff", accountEnabled: false } },
  "hard-deleted": { state: "deleted", user: { department: "Staff" } },
  "none of these": { user: { department: "Staff", displayName: "Changed" } },
};

/** Whether the target has the account, and what the configuration says. */
const circumstances: Readonly<Record<string, { facts: Partial<RunFacts>; known: boolean; mapping: string }>> = {
  unmatched: { facts: {}, known: false, mapping: mapped },
  matched: { facts: {}, known: true, mapping: mapped },
  "leaves alone": { facts: { application: "skipOutOfScopeDeletions: true" }, known: true, mapping: mapped },
  "not mapped": { facts: {}, known: true, mapping: match },
  "neither mapped": { facts: { application: "skipOutOfScopeDeletions: true" }, known: true, mapping: match },
  "no update": { facts: {}, known: true, mapping: `actions: create, delete ${mapped}` },
  "no delete": { facts: {}, known: true, mapping: `actions: create, update ${mapped}` },
  "no create": { facts: {}, known: false, mapping: `actions: update, delete ${mapped}` },
};

const [entitled, inactive, skips, unmapped, denied] = [
  "NotEffectivelyEntitled",
  "NotActiveInSource",
  "SkipOutOfScopeDeletions",
  "NoSoftDeleteMapping",
  "ActionNotEnabled",
];

/** The table, one column for each of the circumstances, in their order. */
const table: Readonly<Record<string, readonly string[]>> = {
  unassigned: [entitled, "disable", skips, unmapped, skips, denied, "disable", entitled],
  "out of scope": [entitled, "disable", skips, unmapped, skips, denied, "disable", entitled],
  "soft-deleted": [inactive, "disable", "disable", unmapped, unmapped, denied, "disable", inactive],
  disabled: [inactive, "disable", "disable", unmapped, unmapped, denied, "disable", inactive],
  "hard-deleted": [inactive, "delete", "delete", "delete", "delete", "delete", denied, inactive],
  "none of these": ["create", "update", "update", "update", "update", denied, "update", denied],
};

suite("the table of deprovisioning", () => {
  test("has a cell for every event in all circumstances", () => {
    assert.deepEqual(Object.keys(table), Object.keys(events));
    for (const row of Object.values(table)) assert.equal(row.length, Object.keys(circumstances).length);
  });

  for (const [event, row] of Object.entries(table)) {
    for (const [index, [name, { facts, known, mapping }]] of Object.entries(circumstances).entries()) {
      test(`${event}, ${name}: ${row[index]}`, async () => {
        const target = known ? memoryTarget(account) : memoryTarget();
        const result = await run({ ...events[event], ...facts, target, mapping: `${filter} ${mapping}`, live: true });
        const { skipReason } = result.onDemand.statusInfo;
        assert.equal(result.action === "skip" ? skipReason : result.action, row[index], result.summary);
        const [left] = target.resources();
        if (row[index] === "disable") assert.equal(left?.active, false);
        if (row[index] === "delete") assert.equal(left, undefined);
        if (result.action === "skip") assert.deepEqual(left?.active, known ? true : undefined);
      });
    }
  }
});

suite("an account that was disabled", () => {
  const disabled = { ...account, active: false };
  for (const [event, facts] of [
    ["is assigned again", {}],
    ["is enabled again", { user: { department: "Staff", accountEnabled: true } }],
  ] as const) {
    test(`whose user ${event} is enabled by an update, and not created`, async () => {
      const target = memoryTarget(disabled);
      const result = await run({ mapping: mapped, target, live: true, ...facts });
      assert.deepEqual([result.action, target.resources().length, target.resources()[0]?.active], ["update", 1, true]);
    });
  }

  test("stays as it is while the user is away: nothing is sent again", async () => {
    const result = await run({ mapping: mapped, target: memoryTarget(disabled), assigned: false });
    assert.equal(result.onDemand.statusInfo.skipReason, "RedundantExport");
  });

  test("is deleted without complaint where the target has deleted it already", async () => {
    const store = memoryTarget(account);
    const target = {
      send: async (request: Parameters<typeof store.send>[0]) => {
        if (request.method === "DELETE") await store.send(request);
        return store.send(request);
      },
    };
    const result = await run({ mapping: mapped, target, state: "deleted", live: true });
    assert.deepEqual([result.action, result.requests.at(-1)?.status], ["delete", 404]);
  });
});
