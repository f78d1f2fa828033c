import assert from "node:assert/strict";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { ScimAnswer, TargetSystem } from "../../server/src/engine/ports.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { oneRun, type RunFacts } from "../harness/oneRun.ts";
import { engineer, mapping, run, writes } from "./ada.ts";

suite("the pipeline fails, with nothing written and every row shown", () => {
  const rows: readonly [sentence: string, facts: Partial<RunFacts>, errorCode: string, problem: RegExp][] = [
    [
      "an expression fails",
      { mapping: `${mapping} locale <- Nothing([mail])` },
      "AttributeValidationFailed",
      /no function Nothing/,
    ],
    [
      "a list meets a single-valued attribute",
      { mapping: `${mapping} locale <- [proxyAddresses]`, user: { proxyAddresses: ["a"] } },
      "SchemaPropertyCanOnlyAcceptValue",
      /locale takes one value, not a list of 1/,
    ],
    [
      "a boolean is none",
      { mapping: 'userName <- [userPrincipalName] match 1 active <- "yes"' },
      "AttributeValidationFailed",
      /active takes True or False/,
    ],
    [
      "a whole number has more digits than JSON keeps",
      {
        mapping: `${mapping} level <- "9007199254740993"`,
        blocks: 'attributes target "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" { level: Integer }',
      },
      "AttributeValidationFailed",
      /level takes a whole number up to 9007199254740991, .* not "9007199254740993"\. Declare it as a String\.$/,
    ],
    [
      "a target is no SCIM attribute",
      { mapping: `${mapping} "cost centre" <- [mail]` },
      "AttributeValidationFailed",
      /is not a SCIM attribute/,
    ],
    [
      "the matching attribute fails",
      { mapping: "userName <- Nothing([mail]) match 1 displayName <- [displayName]" },
      "AttributeValidationFailed",
      /Nothing/,
    ],
  ];
  for (const [sentence, facts, errorCode, problem] of rows) {
    test(`where ${sentence}`, async () => {
      const one = oneRun({ mapping, user: engineer, ...facts, live: true });
      const result = await provision(one);
      assert.equal(result.action, "fail");
      assert.deepEqual(writes(result), []);
      assert.equal(result.onDemand.statusInfo.errorCode, errorCode);
      assert.equal(result.attributes.length, one.mapping.attributeMappings.length);
      const told = result.attributes.filter(({ why }) => why === "problem");
      assert.equal(told.length, 1);
      assert.match(told[0]?.problem ?? "", problem);
    });
  }

  test("where a required attribute has no value", async () => {
    const result = await run({
      mapping: "externalId <- [objectId] match 1 userName <- [mail]",
      user: { mail: null },
    });
    assert.equal(result.onDemand.statusInfo.errorCode, "MandatoryFieldsMissing");
    assert.match(result.summary, /The target requires userName/);
  });

  test("where the target refuses the write", async () => {
    const store = memoryTarget();
    const refusal: ScimAnswer = {
      kind: "failure",
      status: 409,
      scimType: "uniqueness",
      message: "POST /Users was answered 409.",
      remedy: "Choose another user name.",
    };
    const target: TargetSystem = { send: async request => (request.method === "GET" ? store.send(request) : refusal) };
    const result = await run({ target, live: true });
    assert.equal(result.action, "fail");
    assert.equal(result.onDemand.action, "Create");
    assert.deepEqual(result.onDemand.statusInfo, {
      status: "Failure",
      errorCode: "Conflict",
      reason: "POST /Users was answered 409.",
      recommendedAction: "Choose another user name.",
    });
    assert.deepEqual(
      writes(result).map(({ sent, status, failure }) => [sent, status, failure]),
      [[true, 409, refusal]],
    );
    assert.equal(result.onDemand.provisioningSteps.at(-1)?.status, "Failure");
  });

  test("where the person cancels between reading and writing", async () => {
    const cancelling = new AbortController();
    const store = memoryTarget();
    const target: TargetSystem = {
      send: async request => {
        cancelling.abort();
        return store.send(request);
      },
    };
    const result = await run({ target, live: true, signal: cancelling.signal });
    assert.equal(result.onDemand.statusInfo.errorCode, "Cancelled");
    assert.deepEqual(store.resources(), []);
  });
});
