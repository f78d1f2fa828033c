import assert from "node:assert/strict";
import type { Resource, ScimAnswer, TargetSystem } from "../../../server/src/engine/ports.ts";
import { memoryTarget } from "../../harness/memoryTarget.ts";
import type { RunFacts } from "../../harness/oneRun.ts";
import { account, run, writes } from "../ada.ts";

function answering(answer: ScimAnswer): TargetSystem {
  return { send: async () => answer };
}

suite("matching", () => {
  const two = "externalId <- [employeeId] match 2 userName <- [userPrincipalName] match 1";

  test("goes by precedence, one request each, until there is a hit", async () => {
    const target = memoryTarget({ userName: "old@contoso.com", externalId: "E1" });
    const { match } = await run({ target, mapping: two, user: { employeeId: "E1" } });
    assert.deepEqual(match, {
      attempts: [
        { precedence: 1, targetAttribute: "userName", value: "ada@contoso.com", hits: 0 },
        { precedence: 2, targetAttribute: "externalId", value: "E1", hits: 1 },
      ],
      targetId: "1",
    });
  });

  test("passes over an attribute without a value", async () => {
    const { match } = await run({ mapping: two, user: { userPrincipalName: null, employeeId: "E1" } });
    assert.deepEqual(
      match?.attempts.map(({ targetAttribute }) => targetAttribute),
      ["externalId"],
    );
  });

  const list = (...resources: readonly Resource[]): ScimAnswer => {
    return { kind: "list", status: 200, totalResults: resources.length, resources };
  };
  const incompatible = "SystemForCrossDomainIdentityManagementServiceIncompatible";
  const failures: readonly [sentence: string, facts: Partial<RunFacts>, errorCode: string][] = [
    ["no attribute has a value", { user: { userPrincipalName: null } }, "ImportSkipped"],
    ["no attribute matches", { mapping: "userName <- [userPrincipalName]" }, "ImportSkipped"],
    ["two accounts match", { target: memoryTarget(account, account) }, "DuplicateTargetEntries"],
    ["the filter was ignored", { target: answering(list({ id: "9", userName: "someone.else" })) }, incompatible],
    ["the filter was ignored by a target of many", { target: answering(list({ id: "8" }, { id: "9" })) }, incompatible],
    ["the account has no id", { target: answering(list({ userName: "ada@contoso.com" })) }, incompatible],
    ["the target gives no list", { target: answering({ kind: "done", status: 200 }) }, incompatible],
    [
      "the target refuses",
      { target: answering({ kind: "failure", status: 401, message: "It answered 401.", remedy: "Check the token." }) },
      "Unauthorized",
    ],
    ["the value is a list", { user: { userPrincipalName: ["a", "b"] } }, "AttributeValidationFailed"],
  ];
  for (const [sentence, facts, errorCode] of failures) {
    test(`fails where ${sentence}: ${errorCode}`, async () => {
      const result = await run(facts);
      assert.equal(result.action, "fail");
      assert.equal(result.onDemand.statusInfo.errorCode, errorCode);
      assert.equal(result.onDemand.provisioningSteps.at(-1)?.type, "Matching");
      assert.deepEqual(writes(result), []);
    });
  }

  const several = ["old@contoso.com", "ada@contoso.com"].map(value => ({ type: "work", value }));
  for (const attribute of ['emails[type eq "work"].value', "emails.value", "emails"]) {
    test(`by ${attribute} takes an account for Ada's by any address that it has`, async () => {
      const target = answering(list({ id: "9", emails: several }));
      const { match } = await run({ target, mapping: `${attribute} <- [userPrincipalName] match 1` });
      assert.equal(match?.targetId, "9");
    });
  }

  test("says where Entra's own query would fail", async () => {
    const result = await run({ user: { userPrincipalName: "a%b" } });
    assert.deepEqual(
      result.assumptions.map(({ name }) => name),
      ["filterEscapes"],
    );
  });

  const stranger = { targetId: () => undefined, references: () => [], manages: () => false };
  const outOfScope: readonly [sentence: string, facts: Partial<RunFacts>, skipReason: string][] = [
    ["unassigned", { assigned: false }, "NotEffectivelyEntitled"],
    ["disabled in the source", { user: { accountEnabled: false } }, "NotActiveInSource"],
    ["deleted", { state: "deleted" }, "NotActiveInSource"],
  ];
  for (const [sentence, facts, skipReason] of outOfScope) {
    test(`asks nothing about an object that no cycle has provisioned and that is ${sentence}`, async () => {
      const target = memoryTarget(account);
      const { onDemand } = await run({ target, lastKnown: stranger, ...facts });
      assert.deepEqual([onDemand.statusInfo.skipReason, target.requests], [skipReason, []]);
    });
  }

  test("does not give an object of the target to two of the source", async () => {
    const lastKnown = { ...stranger, holder: () => "somebody else" };
    const { onDemand } = await run({ target: memoryTarget(account), lastKnown });
    assert.equal(onDemand.statusInfo.errorCode, "DuplicateSourceEntries");
  });

  test("of a deleted object is not asked about filters, which read what it has no more", async () => {
    const lastKnown = { targetId: () => "1", references: () => [], manages: () => true };
    const blocks = two.replace(/^/, 'input filter "Staff" { department EQUALS "Engineering" } ');
    const { action } = await run({ mapping: blocks, state: "deleted", lastKnown, target: memoryTarget(account) });
    assert.equal(action, "delete");
  });
});
