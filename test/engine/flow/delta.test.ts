import assert from "node:assert/strict";
import { provision } from "../../../server/src/engine/pipeline.ts";
import type { DeltaReport } from "../../../server/src/engine/result.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import { memoryTarget } from "../../harness/memoryTarget.ts";
import { oneRun } from "../../harness/oneRun.ts";

const matched = "userName <- [userPrincipalName] match 1\n";
const user = { companyName: "Contoso", department: "Sales", jobTitle: "Boss", givenName: "Ada" };
const held = { userName: "ada@contoso.com", title: "Employee", nickName: "Ada", active: true };

async function delta(
  mapping: string,
  changed: readonly string[],
  facts: { existing?: boolean; user?: Record<string, Value> } = {},
): Promise<DeltaReport> {
  const target = facts.existing === false ? memoryTarget() : memoryTarget(held);
  const run = oneRun({ mapping: matched + mapping, user: { ...user, ...facts.user }, target });
  const { delta } = await provision({ ...run, changed });
  assert.ok(delta);
  return delta;
}

const employee = 'Switch([companyName], "External", "Contoso", "Employee")';

suite("an incremental change", () => {
  const trapped: readonly (readonly [
    mapping: string,
    changed: string,
    full: unknown,
    delta: unknown,
    effect: string,
  ])[] = [
    [`title <- ${employee}`, "jobTitle", "Employee", null, "mayBeCleared"],
    [`title <- Append(${employee}, "!")`, "jobTitle", "Employee!", null, "mayBeCleared"],
    [`title <- Coalesce(${employee}, [department])`, "jobTitle", "Employee", "Sales", "mayChange"],
    [`title <- Join(" ", [givenName], ${employee})`, "givenName", "Ada Employee", "Ada", "mayChange"],
    [`title <- IIF(${employee} = "Employee", "In", "Out")`, "jobTitle", "In", "Out", "mayChange"],
    [`nickName <- Redact(${employee})`, "jobTitle", "[Redact]", null, "mayBeCleared"],
    [`title <- Switch(Join("", [companyName], [department]), "x", "y", "z")`, "jobTitle", "x", null, "mayBeCleared"],
  ];
  for (const [mapping, changed, full, reading, effect] of trapped) {
    test(`of ${changed} may reach ${mapping}`, async () => {
      const { attributes } = await delta(mapping, [changed]);
      assert.deepEqual(
        attributes.map(one => [one.full, one.delta, one.effect]),
        [[full, reading, effect]],
      );
      assert.match(attributes[0]?.reason ?? "", /Switch\(.* has not changed: |have not changed: /);
    });
  }

  const safe: readonly (readonly [why: string, mapping: string, changed: readonly string[]])[] = [
    ["its Switch reads what changed", `title <- ${employee}`, ["companyName"]],
    [
      "one of what its Switch reads changed",
      'title <- Switch(Join("", [companyName], [department]), "x", "y", "z")',
      ["department"],
    ],
    ["it has no Switch", 'title <- IIF([companyName] = "Contoso", "Employee", "External")', ["jobTitle"]],
    [
      "its Switch has the key for absent values",
      'title <- Switch([companyName], "External", "", "None", "Contoso", "Employee")',
      ["jobTitle"],
    ],
    ["nothing flows of an empty value", `title <- IgnoreFlowIfNullOrEmpty(${employee})`, ["jobTitle"]],
    ["it flows only at creation", `title <- ${employee} on create`, ["jobTitle"]],
    [
      "its Switch reads IsSoftDeleted, which every cycle computes",
      'active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")',
      ["jobTitle"],
    ],
    ["the target has no value that could be cleared", 'locale <- Switch([city], , "Rome", "it-IT")', ["jobTitle"]],
  ];
  for (const [why, mapping, changed] of safe) {
    test(`leaves ${mapping} alone, as ${why}`, async () =>
      assert.deepEqual((await delta(mapping, changed)).attributes, []));
  }

  test("names the mappings that read what changed", async () => {
    const { reads, changed } = await delta(`title <- ${employee}\nnickName <- [givenName]`, ["givenName"]);
    assert.deepEqual([changed, reads], [["givenName"], ["nickName"]]);
  });

  test("does not matter for an object that is created", async () => {
    const { attributes, note } = await delta(`title <- ${employee}`, ["jobTitle"], { existing: false });
    assert.deepEqual(attributes, []);
    assert.match(note ?? "", /^The target does not have the object yet:/);
  });

  test("hides what a redacted attribute holds", async () => {
    const report = await delta(`nickName <- Redact(Coalesce(${employee}, [department]))`, ["jobTitle"], {
      user: { department: "secret-7d1f" },
    });
    assert.doesNotMatch(JSON.stringify(report), /secret-7d1f/);
    assert.equal(report.attributes[0]?.delta, "[Redact]");
  });
});
