import assert from "node:assert/strict";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { ScimAnswer, TargetSystem } from "../../server/src/engine/ports.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { type Scenario, scenarioRun, type WrittenObject } from "../harness/scenario.ts";

const ada: WrittenObject = { id: "ada", attributes: { userPrincipalName: "ada@contoso.com" } };

function run(scenario: Partial<Scenario> = {}) {
  const run = { testsConnection: true };
  return provision(scenarioRun({ directory: [ada], subject: "ada", target: memoryTarget(), run, ...scenario }));
}

const guid = "88888888-8888-4888-a888-888888888888";

suite("test connection", () => {
  test("looks for a user and a group that nobody has, before anything else, and is not shown as a step", async () => {
    const { requests, onDemand, action } = await run();
    assert.equal(action, "create");
    assert.deepEqual(
      requests.map(({ purpose, path }) => `${purpose} ${path}`),
      [
        `test /Users?filter=userName+eq+%22${guid}%22`,
        `test /Groups?excludedAttributes=members&filter=displayName+eq+%22${guid}%22`,
        "match /Users?filter=userName+eq+%22ada%40contoso.com%22",
        "create /Users",
      ],
    );
    assert.equal(onDemand.provisioningSteps[0]?.description, "User ada@contoso.com was read from Microsoft Entra ID.");
  });

  test("asks for the attribute that matches first, and for no object that is not provisioned", async () => {
    const { requests } = await run({
      users:
        'externalId <- [objectId] match 2 emails[type eq "work"].value <- [mail] match 1 userName <- [userPrincipalName]',
      groups: "enabled: false displayName <- [displayName] match 1",
    });
    const tests = requests.filter(({ purpose }) => purpose === "test");
    assert.deepEqual(
      tests.map(({ path }) => path),
      [`/Users?filter=emails%5btype+eq+%22work%22%5d.value+eq+%22${guid}%22`],
    );
  });

  const incompatible = "SystemForCrossDomainIdentityManagementServiceIncompatible";
  const refused = (status: number): ScimAnswer => ({
    kind: "failure",
    status,
    message: `It was ${status}.`,
    remedy: "Do.",
  });
  const rows: readonly [sentence: string, answer: ScimAnswer, errorCode: string][] = [
    ["nothing is found at the address", refused(404), incompatible],
    ["the answer cannot be read", refused(200), incompatible],
    ["the answer is no list", { kind: "done", status: 200 }, incompatible],
    ["the credentials are refused", refused(401), "Unauthorized"],
    ["nobody answers", { kind: "failure", message: "Silence.", remedy: "Do." }, "WebExceptionProtocolError"],
  ];
  for (const [sentence, answer, errorCode] of rows) {
    test(`is the one step that is shown where ${sentence}: ${errorCode}`, async () => {
      let asked = 0;
      const target: TargetSystem = {
        send: async () => {
          asked += 1;
          return answer;
        },
      };
      const { action, onDemand, requests } = await run({ target });
      assert.deepEqual([action, onDemand.statusInfo.errorCode, asked, requests.length], ["fail", errorCode, 1, 1]);
      assert.deepEqual(
        onDemand.provisioningSteps.map(({ type, status }) => [type, status]),
        [["Import", "Failure"]],
      );
    });
  }

  test("is not made unless the run asks for it", async () => {
    const target = memoryTarget();
    await run({ target, run: {} });
    assert.equal(target.requests.length, 1);
  });
});
