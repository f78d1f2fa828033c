import assert from "node:assert/strict";
import { openTarget } from "../../../server/src/connectors/scim/openTarget.ts";
import { provision } from "../../../server/src/engine/pipeline.ts";
import type { LastKnown, Resource, ScimRequest } from "../../../server/src/engine/ports.ts";
import type { ProvisioningResult } from "../../../server/src/engine/result.ts";
import { fakeClock } from "../../harness/fakeClock.ts";
import { type FaultPlan, faultServer } from "../../harness/faultServer.ts";
import { type FaultRow, faults, listFaults, type RequestKind, requestKinds } from "../../harness/faultTable.ts";
import { memoryTarget } from "../../harness/memoryTarget.ts";
import { type Scenario, scenarioRun } from "../../harness/scenario.ts";

const canary = "canary-2b9e77";
const patient = { connect: 10_000, headers: 10_000, body: 10_000, whole: 10_000 };
const impatient = { ...patient, headers: 120, body: 120, whole: 300 };

/** Faults that only the end of the patience ends. */
function isWaitedFor({ ending }: FaultRow): boolean {
  return ending === "hang" || ending === "drip";
}

const enterprise = "urn:ietf:params:scim:schemas:core:2.0";
const eve = { schemas: [`${enterprise}:User`], userName: "eve@contoso.com", displayName: "Eve", active: true };
const ada = { schemas: [`${enterprise}:User`], userName: "ada@contoso.com", displayName: "Ada", active: true };
const team = { displayName: "Team", externalId: "t", meta: { resourceType: "Group" } };

const directory: Scenario["directory"] = [
  { id: "a", attributes: { userPrincipalName: "ada@contoso.com", displayName: "Ada", jobTitle: "Engineer" } },
  { id: "e", attributes: { userPrincipalName: "eve@contoso.com", displayName: "Eve" } },
  { id: "x", state: "deleted", attributes: { userPrincipalName: "ada@contoso.com" } },
  { id: "t", type: "Group", attributes: { displayName: "Team", members: ["e"] } },
];

interface Situation {
  /** What the target holds besides Eve, who is 1. */
  readonly holds: readonly Resource[];
  readonly subject: string;
  readonly run?: NonNullable<Scenario["run"]>;
  readonly meets: (request: ScimRequest) => boolean;
  /** What the target is to hold besides Eve, in the end. */
  readonly ends: readonly object[];
}

const link: LastKnown = { targetId: id => (id === "a" ? "2" : undefined), references: () => [] };
const engineer = { userName: "ada@contoso.com", displayName: "Ada", title: "Engineer" };
const isSearch = ({ method, path }: ScimRequest) => method === "GET" && path.includes("filter=");
const does = (method: string) => (request: ScimRequest) => request.method === method;

/** A run for each kind of request, which meets it once. */
const situations: Readonly<Record<RequestKind, Situation>> = {
  test: { holds: [], subject: "a", run: { testsConnection: true }, meets: isSearch, ends: [engineer] },
  match: { holds: [ada], subject: "a", meets: isSearch, ends: [engineer] },
  read: {
    holds: [ada],
    subject: "a",
    run: { lastKnown: link },
    meets: request => does("GET")(request) && !isSearch(request),
    ends: [engineer],
  },
  create: { holds: [], subject: "a", meets: does("POST"), ends: [engineer] },
  update: { holds: [ada], subject: "a", meets: does("PATCH"), ends: [engineer] },
  delete: { holds: [ada], subject: "x", meets: does("DELETE"), ends: [] },
  member: { holds: [team], subject: "t", meets: does("PATCH"), ends: [{ ...team, members: [{ value: "1" }] }] },
};

const cases = requestKinds.flatMap(kind =>
  faults
    .filter(fault => !listFaults.has(fault) || kind === "test" || kind === "match")
    .map(fault => ({ kind, fault, fate: fault.fails.includes(kind) ? "fails" : "reaches its end" })),
);

suite("faults of a target: nothing is lost, nothing doubled, nothing told that is secret", function () {
  this.timeout(20_000);
  const underWay = new Map<object, Promise<Error | undefined>>();

  suiteSetup("those that are waited for are run together", () => {
    for (const one of cases.filter(({ fault }) => isWaitedFor(fault))) {
      const suffering = suffer(one).then(
        () => undefined,
        error => error,
      );
      underWay.set(one, suffering);
    }
  });

  for (const one of cases) {
    test(`${one.kind}, ${one.fault.name}: the run ${one.fate}`, async () => {
      const error = await (underWay.get(one) ?? suffer(one));
      if (error !== undefined) throw error;
    });
  }
});

interface Case {
  readonly kind: RequestKind;
  readonly fault: FaultRow;
  readonly fate: string;
}

/** Runs into a fault, and once more without: the target is as it should be then, and Eve as she was always. */
async function suffer({ kind, fault, fate }: Case): Promise<undefined> {
  const situation = situations[kind];
  const store = memoryTarget(eve, ...situation.holds);
  const server = await faultServer(store, comes(fault, situation.meets));
  try {
    const result = await run(server.url, situation, isWaitedFor(fault) ? impatient : patient);
    const problem = problemOf(result);
    assert.equal(problem === undefined ? "reaches its end" : "fails", fate, problem ?? result.summary);
    assert.ok(server.received.length <= 12, `${server.received.length} requests`);
    assert.ok(!JSON.stringify(result).includes(canary));
    if (fate !== "fails") check(store.resources(), situation);
  } finally {
    await server.stop();
  }
  assert.equal(problemOf(await provision(scenarioRun({ ...runOf(situation), target: store }))), undefined);
  check(store.resources(), situation);
}

function comes(fault: FaultRow, meets: Situation["meets"]): FaultPlan {
  let left = fault.times;
  return request => (meets(request) && left-- > 0 ? fault : undefined);
}

function runOf({ subject, run = {} }: Situation) {
  return { directory, subject, run, live: true };
}

async function run(endpoint: string, situation: Situation, timeouts: typeof patient): Promise<ProvisioningResult> {
  const authentication = { type: "bearer" } as const;
  const target = openTarget({ endpoint, authentication, secret: canary, timeouts, world: { clock: fakeClock() } });
  return provision(scenarioRun({ ...runOf(situation), target }));
}

/** Why a run is not as it should be: it failed, or a reference did. */
function problemOf({ onDemand, attributes }: ProvisioningResult): string | undefined {
  const { status, errorCode, reason } = onDemand.statusInfo;
  if (status === "Failure") return `${errorCode}: ${reason}`;
  return attributes.find(({ problem }) => problem !== undefined)?.problem;
}

function check([first, ...others]: readonly Resource[], { ends }: Situation): void {
  assert.deepEqual(first, { ...eve, id: "1" });
  assert.equal(others.length, ends.length);
  for (const [index, end] of ends.entries()) {
    const held = others[index];
    assert.deepEqual({ ...held, ...end }, held);
  }
}
