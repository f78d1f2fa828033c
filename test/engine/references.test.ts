import assert from "node:assert/strict";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { Resource, ScimAnswer, ScimRequest, TargetSystem } from "../../server/src/engine/ports.ts";
import type { AttributeFlow, ProvisioningResult } from "../../server/src/engine/result.ts";
import { type MemoryTarget, memoryTarget } from "../harness/memoryTarget.ts";
import { type Scenario, scenarioRun, type WrittenObject } from "../harness/scenario.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const bobsAccount: Resource = { userName: "bob@contoso.com", displayName: "Bob" };
const adasAccount: Resource = { userName: "ada@contoso.com", active: true, displayName: "Ada Lovelace" };

function ada(manager: string | null = "bob"): WrittenObject {
  return { id: "ada", attributes: { userPrincipalName: "ada@contoso.com", displayName: "Ada Lovelace", manager } };
}

function bob(written: Partial<WrittenObject> = {}): WrittenObject {
  return { id: "bob", attributes: { userPrincipalName: "bob@contoso.com", displayName: "Bob Builder" }, ...written };
}

function run(scenario: Partial<Scenario> = {}): Promise<ProvisioningResult> {
  const target = memoryTarget(bobsAccount);
  return provision(scenarioRun({ directory: [ada(), bob()], subject: "ada", target, ...scenario }));
}

function managerRow({ attributes }: ProvisioningResult): AttributeFlow {
  const row = attributes.find(({ target }) => target.endsWith(":manager"));
  assert.ok(row);
  return row;
}

function answering(store: MemoryTarget, answer: (request: ScimRequest) => ScimAnswer | undefined): TargetSystem {
  return { send: async (request, signal) => answer(request) ?? store.send(request, signal) };
}

const refusal: ScimAnswer = { kind: "failure", status: 400, message: "It was answered 400.", remedy: "Look there." };
const silence: ScimAnswer = { kind: "failure", message: "Nobody answered.", remedy: "Look there." };
const isCheck = ({ path }: ScimRequest) => path.includes("+and+manager+eq+");
const setsManager = ({ method, body }: ScimRequest) => method === "PATCH" && body?.includes(":manager") === true;

suite("a reference", () => {
  test("is told with the ids of the target and the name of the person", async () => {
    const row = managerRow(await run({ live: true }));
    assert.deepEqual([row.oldValue, row.newValue, row.why, row.problem], [null, "1", "changed", undefined]);
    assert.deepEqual(row.references, [{ objectId: "bob", displayName: "Bob Builder", targetId: "1", outcome: "set" }]);
  });

  test("of an object that is only planned stands in requests with a marked placeholder", async () => {
    const { requests, notes, summary } = await run();
    assert.deepEqual(
      requests.map(({ purpose, sent, placeholder }) => [purpose, sent, placeholder]),
      [
        ["match", true, undefined],
        ["create", false, undefined],
        ["reference", true, undefined],
        ["reference", false, "(created-id)"],
        ["reference", false, "(created-id)"],
      ],
    );
    assert.deepEqual(notes, []);
    assert.equal(summary, "Ada Lovelace would be created in ServiceNow.");
  });

  test("makes an update of an object that needs no change itself", async () => {
    const target = memoryTarget(bobsAccount, adasAccount);
    const result = await run({ target });
    assert.equal(result.summary, "Ada Lovelace would be updated in ServiceNow: manager.");
    assert.deepEqual(result.onDemand.modifiedProperties, [
      { displayName: `${enterprise}:manager`, oldValue: null, newValue: "1" },
    ]);
    assert.deepEqual(
      result.assumptions.map(({ name }) => name),
      ["linkedByMatch", "referenceCheck", "referenceIsId"],
    );
  });

  test("to oneself is set to the object's own id", async () => {
    const target = memoryTarget();
    await run({ target, directory: [ada("ada")], live: true });
    assert.deepEqual(target.resources()[0]?.[enterprise], { manager: { value: "1" } });
  });

  const leftOut: readonly [sentence: string, scenario: Partial<Scenario>, reason: string][] = [
    ["whom the directory does not have", { directory: [ada("nobody")] }, "the directory has no object nobody"],
    [
      "who is not assigned",
      { directory: [ada(), bob({ assigned: false })] },
      "Bob Builder is out of scope: it is not assigned",
    ],
    [
      "who is in the recycle bin",
      { directory: [ada(), bob({ state: "softDeleted" })] },
      "Bob Builder was deleted in Microsoft Entra ID",
    ],
    ["whom the target does not have", { target: memoryTarget() }, "Bob Builder is not in ServiceNow"],
    [
      "who is there twice",
      { target: memoryTarget(bobsAccount, bobsAccount) },
      '2 objects of the target have userName = "bob@contoso.com"',
    ],
    [
      "whom no scoping filter lets in",
      {
        users: `filter "E" { department EQUALS "E" } userName <- [userPrincipalName] match 1 ${enterprise}:manager <- [manager]`,
        directory: [{ ...ada(), attributes: { ...ada().attributes, department: "E" } }, bob()],
      },
      "Bob Builder is out of scope: no scoping filter lets it in",
    ],
  ];
  for (const [sentence, scenario, reason] of leftOut) {
    test(`to somebody ${sentence} is left out, and the run succeeds`, async () => {
      const result = await run({ ...scenario, live: true });
      assert.equal(result.action, "create");
      assert.equal(result.onDemand.statusInfo.status, "Success");
      const row = managerRow(result);
      assert.deepEqual([row.why, row.problem, row.references?.[0]?.outcome], ["reference", reason, "leftOut"]);
      assert.deepEqual(result.notes, [`manager left out: ${reason}.`]);
      assert.ok(!result.requests.some(setsManager));
    });
  }

  test("to an object of a kind that nothing provisions is left out", async () => {
    const groups = "enabled: false displayName <- [displayName] match 1";
    const group: WrittenObject = { id: "team", type: "Group", attributes: { displayName: "Team" } };
    const row = managerRow(await run({ groups, directory: [ada("team"), group] }));
    assert.equal(row.problem, "no enabled mapping provisions a Group");
  });

  test("that the target refuses is a warning, and not a failure", async () => {
    const target = answering(memoryTarget(bobsAccount), request => (setsManager(request) ? refusal : undefined));
    const result = await run({ target, live: true });
    assert.deepEqual(result.onDemand.statusInfo, { status: "Warning", reason: "It was answered 400." });
    assert.equal(result.onDemand.provisioningSteps.at(-1)?.status, "Warning");
    assert.deepEqual([result.action, managerRow(result).references?.[0]?.outcome], ["create", "failed"]);
    assert.deepEqual(result.notes, ["manager not written: It was answered 400."]);
  });

  test("is set where the target cannot be asked for it", async () => {
    const target = answering(memoryTarget(bobsAccount), request => (isCheck(request) ? refusal : undefined));
    assert.equal(managerRow(await run({ target, live: true })).why, "changed");
  });

  test("is not set where nobody answers any more", async () => {
    const target = answering(memoryTarget(bobsAccount), request => (isCheck(request) ? silence : undefined));
    const result = await run({ target, live: true });
    assert.deepEqual([result.action, managerRow(result).problem], ["create", "Nobody answered."]);
    assert.ok(!result.requests.some(setsManager));
  });

  const found = (id: string): ScimAnswer => ({ kind: "list", status: 200, totalResults: 1, resources: [{ id }] });
  for (const [sentence, id, why] of [
    ["is not set again where the target says that it is there", "2", "unchanged"],
    ["is set where the target answers with somebody else", "1", "changed"],
  ] as const) {
    test(sentence, async () => {
      const store = memoryTarget(bobsAccount, adasAccount);
      const target = answering(store, request => (isCheck(request) ? found(id) : undefined));
      assert.equal(managerRow(await run({ target })).why, why);
    });
  }

  test("is not taken for set at a new object, whatever the target says", async () => {
    const target = answering(memoryTarget(bobsAccount), request => (isCheck(request) ? found("2") : undefined));
    assert.equal(managerRow(await run({ target, live: true })).why, "changed");
  });

  test("is left alone where an account is disabled, and where it flows only during creation", async () => {
    const target = memoryTarget(bobsAccount, adasAccount);
    const disabled = await run({ target, directory: [{ ...ada(), assigned: false }, bob()] });
    assert.deepEqual([disabled.action, managerRow(disabled).why], ["disable", "notFlowing"]);
    const users = `userName <- [userPrincipalName] match 1 ${enterprise}:manager <- [manager] on create`;
    assert.equal(managerRow(await run({ target, users })).why, "onlyDuringCreation");
  });

  test("that the source does not have is nothing to write", async () => {
    const result = await run({ directory: [ada(null)] });
    assert.deepEqual([managerRow(result).why, result.requests.length], ["empty", 2]);
  });

  test("stays what it is where no directory is at hand", async () => {
    const { directory: _, ...alone } = scenarioRun({ directory: [ada()], subject: "ada", target: memoryTarget() });
    const result = await provision(alone);
    assert.deepEqual([managerRow(result).why, result.notes, result.requests.length], ["reference", [], 2]);
  });

  test("is not written once the run is cancelled", async () => {
    const controller = new AbortController();
    const target = answering(memoryTarget(bobsAccount), request => {
      if (request.method === "POST") controller.abort();
      return undefined;
    });
    const result = await run({ target, live: true, run: { signal: controller.signal } });
    assert.deepEqual([result.action, managerRow(result).problem], ["create", "the run was cancelled"]);
  });

  test("tells no name that its mapping redacts", async () => {
    const users = `userName <- [userPrincipalName] match 1 displayName <- Redact([displayName]) ${enterprise}:manager <- [manager]`;
    const text = JSON.stringify(await run({ users, live: true }));
    assert.ok(!text.includes("Builder"), text);
  });

  test("itself is not redacted: it is left alone then", async () => {
    const users = `userName <- [userPrincipalName] match 1 ${enterprise}:manager <- Redact([manager])`;
    const result = await run({ users, live: true });
    assert.equal(result.action, "create");
    assert.ok(!result.requests.some(setsManager));
  });
});
