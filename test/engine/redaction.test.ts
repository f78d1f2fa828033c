import assert from "node:assert/strict";
import type { ScimRequest, TargetSystem } from "../../server/src/engine/ports.ts";
import type { ProvisioningResult } from "../../server/src/engine/result.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import type { RunFacts } from "../harness/oneRun.ts";
import { run, writes } from "./ada.ts";

const canary = 'ca"nary +7';
const spellings = [canary, JSON.stringify(canary).slice(1, -1), "ca%5c%22nary+%2b7", "ca%5C%22nary%20%2B7", "nary"];

const mapping = "userName <- [userPrincipalName] match 1 title <- Redact([birthName])";
const user = { birthName: canary };

/** Refuses every request with an answer that quotes it. */
const echo: TargetSystem = { send: async request => refusal(request) };

function refusal({ path, body }: ScimRequest) {
  const remedy = `Look at ${body}.`;
  return {
    kind: "failure",
    status: 400,
    detail: `Not ${path}`,
    message: `${path} ${body}`,
    remedy,
    received: `${body}`,
  } as const;
}

/** Refuses what writes, and finds nothing. */
const echoOfWrites: TargetSystem = {
  send: async request =>
    request.method === "GET" ? { kind: "list", status: 200, totalResults: 0, resources: [] } : refusal(request),
};

type Action = ProvisioningResult["action"];

const attribute = (result: ProvisioningResult, target: string) =>
  result.attributes.find(flow => flow.target === target);

suite("redaction", () => {
  test("sends the value and shows that it is redacted, at creation", async () => {
    const target = memoryTarget();
    const result = await run({ mapping, user, target, live: true });
    assert.equal(target.resources()[0]?.title, canary);
    assert.equal(JSON.parse(writes(result)[0]?.body ?? "{}").title, "[Redact]");
    const row = attribute(result, "title");
    assert.deepEqual([row?.oldValue, row?.newValue, row?.redacted, row?.why], [null, "[Redact]", true, "changed"]);
    assert.deepEqual(result.onDemand.modifiedProperties.at(-1), {
      displayName: "title",
      oldValue: null,
      newValue: "[Redact]",
    });
    assert.equal(result.onDemand.provisioningSteps[0]?.details.birthName, "[Redact]");
    assert.equal(attribute(result, "userName")?.redacted, undefined);
  });

  test("masks the target's old value as well", async () => {
    const target = memoryTarget({ userName: "ada@contoso.com", title: "maiden" });
    const result = await run({ mapping, user, target, live: true });
    assert.equal(target.resources()[0]?.title, canary);
    const row = attribute(result, "title");
    assert.deepEqual([row?.oldValue, row?.newValue], ["[Redact]", "[Redact]"]);
    assert.ok(!JSON.stringify(result).includes("maiden"));
  });

  test("does not hide that there is no value, or that it is the same", async () => {
    const none = await run({ mapping, user: { birthName: null } });
    assert.deepEqual(attribute(none, "title")?.newValue, null);
    const same = await run({ mapping, user, target: memoryTarget({ userName: "ada@contoso.com", title: canary }) });
    assert.equal(same.onDemand.statusInfo.skipReason, "RedundantExport");
    assert.equal(attribute(same, "title")?.why, "unchanged");
  });

  test("holds for a value that is made of a redacted one, and for no other", async () => {
    const result = await run({
      mapping: 'userName <- [userPrincipalName] match 1 title <- Join("-", "x", Redact([birthName])) nickName <- "1"',
      user: { birthName: "1" },
    });
    const body = JSON.parse(writes(result)[0]?.body ?? "{}");
    assert.deepEqual([body.title, body.nickName], ["[Redact]", "1"]);
  });

  test("keeps a short value out of rows, requests and matching, where it stands by itself", async () => {
    const result = await run({ mapping: "externalId <- Redact([pin]) match 1", user: { pin: "q7" } });
    assert.ok(!JSON.stringify(result).includes("q7"));
  });

  const canaries: readonly [sentence: string, facts: Partial<RunFacts>, action: Action, live?: Action][] = [
    ["a creation", { mapping }, "create"],
    ["an update", { mapping, target: memoryTarget({ userName: "ada@contoso.com" }) }, "update"],
    ["nothing to change", { mapping, target: memoryTarget({ userName: "ada@contoso.com", title: canary }) }, "skip"],
    ["a matching attribute", { mapping: "userName <- Redact([birthName]) match 1" }, "create"],
    [
      "two accounts that match",
      {
        mapping: "userName <- Redact([birthName]) match 1",
        target: memoryTarget({ userName: canary }, { userName: canary }),
      },
      "fail",
    ],
    ["a target that quotes the query", { mapping: "userName <- Redact([birthName]) match 1", target: echo }, "fail"],
    ["a target that quotes the body", { mapping, target: echoOfWrites }, "create", "fail"],
    ["a value of the wrong type", { mapping: `${mapping} active <- Redact([birthName])` }, "fail"],
    ["a call that fails", { mapping: `${mapping} nickName <- Left("a", Redact([birthName]))` }, "fail"],
    ["a scoping filter", { mapping: `filter "F" { birthName EQUALS "x" } ${mapping}` }, "skip"],
    ["an object that is left alone", { mapping: `${mapping} nickName <- IgnoreObjectFlow` }, "skip"],
    [
      "unique values",
      {
        mapping:
          'userName <- [userPrincipalName] match 1 title <- SelectUniqueValue(Redact([birthName]), "b") on create',
        target: memoryTarget({ title: canary }),
      },
      "create",
    ],
    [
      "unique values that are all taken",
      {
        mapping:
          "userName <- [userPrincipalName] match 1 title <- SelectUniqueValue(Redact([birthName]), Redact([birthName])) on create",
        target: memoryTarget({ title: canary }),
      },
      "fail",
    ],
    [
      "the name of the person",
      { mapping: "displayName <- Redact([displayName]) userName <- [userPrincipalName] match 1" },
      "create",
    ],
  ];
  for (const [sentence, facts, dry, real = dry] of canaries) {
    for (const live of [false, true]) {
      test(`leaves nothing of the value in the result of ${live ? "a real run" : "a dry run"} with ${sentence}`, async () => {
        const result = await run({ user: { ...user, displayName: canary }, ...facts, live });
        assert.equal(result.action, live ? real : dry, result.summary);
        const text = JSON.stringify(result);
        for (const spelling of spellings) assert.ok(!text.includes(spelling), `${spelling} in ${text}`);
        assert.ok(text.includes("[Redact]"));
      });
    }
  }
});
