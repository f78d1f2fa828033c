import assert from "node:assert/strict";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { Resource, ScimAnswer, ScimRequest, TargetSystem } from "../../server/src/engine/ports.ts";
import type { ProvisioningResult } from "../../server/src/engine/result.ts";
import { type MemoryTarget, memoryTarget } from "../harness/memoryTarget.ts";
import { type Scenario, scenarioRun } from "../harness/scenario.ts";

/** What becomes of one write: it is done and its answer lost, lost itself, answered with success and not done, or met with a conflict. */
type Mishap = "answerLost" | "requestLost" | "notApplied" | "conflict";

const lost: ScimAnswer = { kind: "failure", message: "The connection was cut.", remedy: "Look.", isUncertain: true };
const conflict: ScimAnswer = { kind: "failure", status: 409, message: "It is taken.", remedy: "Free it." };

/** The target, which has these mishaps with its writes, one after the other. */
function mishappening(store: MemoryTarget, mishaps: readonly Mishap[]): TargetSystem {
  const left = [...mishaps];
  return {
    async send(request) {
      const mishap = request.method === "GET" ? undefined : left.shift();
      if (mishap === "requestLost") return lost;
      if (mishap === "conflict") return conflict;
      if (mishap === "notApplied") return done(request);
      const answer = await store.send(request);
      return mishap === "answerLost" ? lost : answer;
    },
  };
}

function done({ method, body }: ScimRequest): ScimAnswer {
  return method === "POST"
    ? { kind: "resource", status: 201, resource: { ...JSON.parse(body ?? "{}"), id: "1" } }
    : { kind: "done", status: 204 };
}

interface Row {
  readonly what: string;
  readonly mishaps: readonly Mishap[];
  readonly holds?: readonly Resource[];
  readonly subject?: string;
  readonly users?: string;
  readonly run?: NonNullable<Scenario["run"]>;
  /** The requests in order, each with its purpose. */
  readonly requests: readonly string[];
  readonly action: ProvisioningResult["action"];
  readonly errorCode?: string;
}

const ada = { userName: "ada@contoso.com", displayName: "Ada", active: true, title: "Engineer" };
const bob = { userName: "bob@contoso.com" };
const team = { displayName: "Team", meta: { resourceType: "Group" } };

const directory: Scenario["directory"] = [
  { id: "a", attributes: { userPrincipalName: "ada@contoso.com", displayName: "Ada", jobTitle: "Engineer" } },
  { id: "b", attributes: { userPrincipalName: "bob@contoso.com" } },
  { id: "g", state: "deleted", attributes: { userPrincipalName: "ada@contoso.com" } },
  { id: "t", type: "Group", attributes: { displayName: "Team", members: ["b"] } },
];

const rows: readonly Row[] = [
  {
    what: "a creation that was done is found, and not repeated",
    mishaps: ["answerLost"],
    requests: ["match GET", "create POST", "match GET"],
    action: "create",
  },
  {
    what: "a creation that was not done is sent again",
    mishaps: ["requestLost"],
    requests: ["match GET", "create POST", "match GET", "create POST"],
    action: "create",
  },
  {
    what: "a creation that gets lost each time is sent four times",
    mishaps: ["requestLost", "requestLost", "requestLost", "requestLost"],
    requests: ["match GET", ...Array.from({ length: 4 }, () => ["create POST", "match GET"]).flat()],
    action: "fail",
    errorCode: "WebExceptionProtocolError",
  },
  {
    what: "a conflict with something else is reported",
    mishaps: ["conflict"],
    requests: ["match GET", "create POST", "match GET"],
    action: "fail",
    errorCode: "Conflict",
  },
  {
    what: "a change that was done is not repeated",
    mishaps: ["answerLost"],
    holds: [{ ...ada, title: "Intern" }],
    requests: ["match GET", "update PATCH", "read GET"],
    action: "update",
  },
  {
    what: "a change that was not done is sent again",
    mishaps: ["requestLost"],
    holds: [{ ...ada, title: "Intern" }],
    requests: ["match GET", "update PATCH", "read GET", "update PATCH"],
    action: "update",
  },
  {
    what: "what flows always is not sent again for that",
    mishaps: ["answerLost"],
    holds: [ada],
    users: "userName <- [userPrincipalName] match 1 title <- [jobTitle] flow always",
    requests: ["match GET", "update PATCH", "read GET"],
    action: "update",
  },
  {
    what: "a deletion that was done is not repeated",
    mishaps: ["answerLost"],
    holds: [ada],
    subject: "g",
    requests: ["match GET", "delete DELETE", "read GET"],
    action: "delete",
  },
  {
    what: "a deletion that was not done is sent again",
    mishaps: ["requestLost"],
    holds: [ada],
    subject: "g",
    requests: ["match GET", "delete DELETE", "read GET", "delete DELETE"],
    action: "delete",
  },
  {
    what: "a member that was added is not added again",
    mishaps: ["answerLost"],
    holds: [bob, team],
    subject: "t",
    requests: ["match GET", "update PATCH", "read GET", "reference GET", "reference PATCH"],
    action: "update",
  },
  {
    what: "where a run verifies, what is not applied is a failure that names it",
    mishaps: ["notApplied"],
    holds: [{ ...ada, title: "Intern" }],
    run: { verifies: true },
    requests: ["match GET", "update PATCH", "read GET"],
    action: "fail",
    errorCode: "WriteNotApplied",
  },
  {
    what: "where a run verifies, who is not deleted is a failure",
    mishaps: ["notApplied"],
    holds: [ada],
    subject: "g",
    run: { verifies: true },
    requests: ["match GET", "delete DELETE", "read GET"],
    action: "fail",
    errorCode: "WriteNotApplied",
  },
  {
    what: "where a run verifies, who is deleted is looked for once more",
    mishaps: [],
    holds: [ada],
    subject: "g",
    run: { verifies: true },
    requests: ["match GET", "delete DELETE", "read GET"],
    action: "delete",
  },
  {
    what: "where a run verifies, what is applied is read once more",
    mishaps: [],
    run: { verifies: true },
    requests: ["match GET", "create POST", "read GET"],
    action: "create",
  },
];

suite("a write whose answer is lost is looked for, and never repeated blindly", () => {
  for (const { what, mishaps, holds = [], subject = "a", requests, action, errorCode, ...rest } of rows) {
    test(what, async () => {
      const store = memoryTarget(...holds);
      const target = mishappening(store, mishaps);
      const result = await provision(scenarioRun({ directory, subject, target, live: true, ...rest }));
      assert.deepEqual(
        result.requests.map(({ purpose, method }) => `${purpose} ${method}`),
        requests,
      );
      assert.deepEqual([result.action, result.onDemand.statusInfo.errorCode], [action, errorCode], result.summary);
    });
  }

  test("a conflict with the object itself, which the search had missed, leads to its update", async () => {
    const store = memoryTarget();
    const target: TargetSystem = {
      async send(request) {
        if (request.method !== "POST") return store.send(request);
        await store.send({ ...request, body: JSON.stringify({ ...ada, title: "Intern" }) });
        return conflict;
      },
    };
    const result = await provision(scenarioRun({ directory, subject: "a", target, live: true }));
    assert.equal(result.action, "update");
    assert.equal(store.resources()[0]?.title, "Engineer");
    assert.ok(result.assumptions.some(({ name }) => name === "conflictIsMatched"));
  });

  test("a lost change of members is settled by reading the group", async () => {
    const store = memoryTarget({ ...bob }, { ...team, externalId: "t" });
    const target = mishappening(store, ["answerLost"]);
    const result = await provision(scenarioRun({ directory, subject: "t", target, live: true }));
    assert.deepEqual(
      result.requests.map(({ purpose, method, path }) => `${purpose} ${method} ${path.split("?")[0]}`),
      ["match GET /Groups", "reference GET /Users", "reference PATCH /Groups/2", "read GET /Groups/2"],
    );
    assert.deepEqual(store.resources()[1]?.members, [{ value: "1" }]);
  });
});
