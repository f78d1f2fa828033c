import assert from "node:assert/strict";
import { type Sandbox, startSandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import { openTarget } from "../../server/src/connectors/scim/openTarget.ts";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { Resource, TargetSystem } from "../../server/src/engine/ports.ts";
import { defaultWire, type Wire } from "../../server/src/engine/requests/wire.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { oneRun, type RunFacts } from "../harness/oneRun.ts";
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

interface Circumstance {
  readonly facts: Partial<RunFacts>;
  readonly known: boolean;
  readonly mapping: string;
}

/** Whether the target has the account, and what the configuration says. */
const circumstances: Readonly<Record<string, Circumstance>> = {
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

/** Where the table is tried: what a new target holds is seen by `resources`. */
interface Place {
  readonly target: TargetSystem;
  readonly resources: () => Promise<readonly Resource[]>;
  readonly wire?: Wire;
}

const cells = Object.entries(table).flatMap(([event, row]) =>
  Object.entries(circumstances).map(([name, circumstance], index) => ({ event, name, circumstance, cell: row[index] })),
);

suite("the table of deprovisioning", () => {
  test("has a cell for every event in all circumstances", () => {
    assert.deepEqual(Object.keys(table), Object.keys(events));
    for (const row of Object.values(table)) assert.equal(row.length, Object.keys(circumstances).length);
  });

  for (const { event, name, circumstance, cell } of cells) {
    test(`${event}, ${name}: ${cell}`, async () => {
      const target = circumstance.known ? memoryTarget(account) : memoryTarget();
      const place = { target, resources: async () => target.resources() };
      assert.equal(await outcome(place, event, circumstance), cell);
    });
  }
});

suite("the table of deprovisioning, against the strict sandbox", () => {
  let sandbox: Sandbox;
  let target: TargetSystem;
  suiteSetup(async () => {
    sandbox = await startSandbox({ mode: "strict" });
    target = openTarget({ endpoint: sandbox.url, authentication: { type: "bearer" }, secret: sandbox.token });
  });
  suiteTeardown(() => sandbox.stop());
  teardown(async () => {
    for (const { id } of await resources()) await target.send({ method: "DELETE", path: `/Users/${id}` });
  });
  const resources = async () => {
    const answer = await target.send({ method: "GET", path: "/Users" });
    return answer.kind === "list" ? answer.resources : [];
  };
  const given = async ({ known }: Circumstance) => {
    const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
    if (known) await target.send({ method: "POST", path: "/Users", body: JSON.stringify({ schemas, ...account }) });
  };

  for (const { event, name, circumstance, cell } of cells) {
    test(`${event}, ${name}, with the flag: ${cell}`, async () => {
      await given(circumstance);
      const wire: Wire = { ...defaultWire, mode: "compliant" };
      assert.equal(await outcome({ target, resources, wire }, event, circumstance), cell);
    });
  }

  for (const { event, name, circumstance, cell } of cells.filter(({ cell }) => cell === "disable")) {
    test(`${event}, ${name}, without the flag: ${cell} is refused, and the account stays active`, async () => {
      await given(circumstance);
      const { facts, mapping } = circumstance;
      const result = await run({ ...events[event], ...facts, target, mapping: `${filter} ${mapping}`, live: true });
      assert.match(result.onDemand.statusInfo.reason ?? "", /'active' expected value type 'boolean'/);
      assert.deepEqual(
        (await resources()).map(({ active }) => active),
        [true],
      );
    });
  }
});

/** What a run does in a cell of the table: its action, or why it is skipped. */
async function outcome({ target, resources, wire }: Place, event: string, { facts, known, mapping }: Circumstance) {
  const written = oneRun({ ...events[event], ...facts, target, mapping: `${filter} ${mapping}`, live: true });
  const { action, onDemand } = await provision({ ...written, ...(wire && { wire }) });
  const [left] = await resources();
  if (action === "disable") assert.equal(left?.active, false);
  if (action === "delete") assert.equal(left, undefined);
  if (action === "skip") assert.equal(left?.active, known ? true : undefined);
  return action === "skip" ? onDemand.statusInfo.skipReason : action;
}

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
