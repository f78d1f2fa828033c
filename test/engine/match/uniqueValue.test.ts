import assert from "node:assert/strict";
import type { TargetSystem } from "../../../server/src/engine/ports.ts";
import { memoryTarget } from "../../harness/memoryTarget.ts";
import { run, writes } from "../ada.ts";

const nickName = (rules: string) =>
  `userName <- [userPrincipalName] match 1 nickName <- SelectUniqueValue(${rules}) on create`;

suite("SelectUniqueValue asks the target", () => {
  test("for one value after the other, and takes the first that nobody has", async () => {
    const target = memoryTarget({ nickName: "ADA" }, { nickName: "ada.l" });
    const result = await run({ mapping: nickName('"ada", "ada.l", "ada.lovelace", "ada1"'), target, live: true });
    assert.equal(result.action, "create");
    assert.equal(target.resources().at(-1)?.nickName, "ada.lovelace");
    assert.deepEqual(
      result.requests.map(({ purpose, path, sent }) => [purpose, path, sent]),
      [
        ["match", "/Users?filter=userName+eq+%22ada%40contoso.com%22", true],
        ["unique", "/Users?filter=nickName+eq+%22ada%22", true],
        ["unique", "/Users?filter=nickName+eq+%22ada.l%22", true],
        ["unique", "/Users?filter=nickName+eq+%22ada.lovelace%22", true],
        ["create", "/Users", true],
      ],
    );
    assert.deepEqual(result.assumptions, []);
  });

  for (const value of ["50%", "a\\b"]) {
    test(`and says that Entra's own query for ${value} would fail`, async () => {
      const { assumptions } = await run({ mapping: nickName(`"${value}", "ada"`), target: memoryTarget() });
      assert.deepEqual(
        assumptions.map(({ name }) => name),
        ["filterEscapes"],
      );
    });
  }

  test("in a dry run as well", async () => {
    const result = await run({ mapping: nickName('"ada", "ada1"'), target: memoryTarget({ nickName: "ada" }) });
    assert.match(writes(result)[0]?.body ?? "", /"nickName":"ada1"/);
  });

  test("and passes over rules that give no value", async () => {
    const target = memoryTarget();
    const result = await run({ mapping: nickName('[nothing], "", "ada"'), target });
    assert.equal(result.requests.filter(({ purpose }) => purpose === "unique").length, 1);
    assert.equal(result.attributes.at(-1)?.newValue, "ada");
  });

  test("and lets nothing flow where no rule gives a value", async () => {
    const result = await run({ mapping: nickName('[nothing], ""') });
    assert.deepEqual([result.action, result.attributes.at(-1)?.why], ["create", "empty"]);
  });

  test("and fails in the documentation's words where every value is taken", async () => {
    const target = memoryTarget({ nickName: "ada" }, { nickName: "ada1" });
    const result = await run({ mapping: nickName('"ada", "ada1"'), target, live: true });
    assert.equal(result.action, "fail");
    assert.match(result.onDemand.statusInfo.reason ?? "", /already exist in the target.*escrow: "ada", "ada1"/);
    assert.equal(target.resources().length, 2);
  });

  test("and fails where a rule fails or gives a list", async () => {
    for (const [rules, reason] of [
      ['Item([nothing], 1), "ada"', /no values/],
      ['[otherMails], "ada"', /gives a list/],
    ] as const) {
      const result = await run({ mapping: nickName(rules), user: { otherMails: ["a", "b"] } });
      assert.equal(result.action, "fail");
      assert.match(result.onDemand.statusInfo.reason ?? "", reason);
    }
  });

  test("and fails where the target cannot be asked, or answers with another value", async () => {
    const found = memoryTarget();
    const answering = (answer: TargetSystem["send"]): TargetSystem => ({
      send: request => (request.path.includes("nickName") ? answer(request) : found.send(request)),
    });
    const lost = await run({
      mapping: nickName('"ada", "b"'),
      target: answering(async () => ({ kind: "failure", message: "It is lost.", remedy: "Find it." })),
    });
    assert.deepEqual([lost.action, lost.onDemand.statusInfo.errorCode], ["fail", "WebExceptionProtocolError"]);
    assert.equal(lost.onDemand.provisioningSteps.at(-1)?.type, "Export");
    const other = await run({
      mapping: nickName('"ada", "b"'),
      target: answering(async () => ({ kind: "list", status: 200, totalResults: 1, resources: [{ id: "9" }] })),
    });
    assert.match(other.onDemand.statusInfo.reason ?? "", /ignored the filter/);
  });

  test("only where an object is created: an account keeps what it has", async () => {
    const target = memoryTarget({ userName: "ada@contoso.com", nickName: "old" });
    const mapping = `userName <- [userPrincipalName] match 1 title <- [jobTitle] nickName <- SelectUniqueValue("ada", "b")`;
    const result = await run({ mapping, target, live: true });
    assert.deepEqual([result.action, target.resources()[0]?.nickName], ["update", "old"]);
    assert.equal(result.attributes.at(-1)?.why, "onlyDuringCreation");
    assert.ok(target.requests.every(({ path }) => !path.includes("nickName")));
  });

  test("and is no matching attribute", async () => {
    const result = await run({ mapping: 'userName <- SelectUniqueValue("a", "b") match 1' });
    assert.match(result.onDemand.statusInfo.reason ?? "", /SelectUniqueValue is not for a matching attribute/);
  });
});
