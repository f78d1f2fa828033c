import assert from "node:assert/strict";
import { compileMapping } from "../../../server/src/engine/flow/compiledMapping.ts";
import { type LiveMapping, liveMapping } from "../../../server/src/engine/live/liveMapping.ts";
import type { LiveValue } from "../../../server/src/engine/live/liveValue.ts";
import { provision, type Run } from "../../../server/src/engine/pipeline.ts";
import type { AttributeFlow } from "../../../server/src/engine/result.ts";
import { oneRun } from "../../harness/oneRun.ts";
import { engineer, mapping } from "../ada.ts";

/** Mappings whose values every way of flowing has a part in. */
const mappings: Readonly<Record<string, string>> = {
  "of every kind": mapping,
  "that draw and choose": `
    userName <- [userPrincipalName] match 1
    displayName <- SelectUniqueValue([mail], [jobTitle]) on create
    title <- Redact([jobTitle])
    nickName <- IgnoreFlowIfNullOrEmpty([nobody])
    timezone <- Mid([mail], 2, 3) default "x"
    active <- Not([IsSoftDeleted])`,
  "that fail": `
    userName <- [userPrincipalName] match 1
    active <- "perhaps"
    title <- Error("no")`,
};

suite("Live values and the pipeline", () => {
  for (const [sentence, members] of Object.entries(mappings)) {
    test(`agree on mappings ${sentence}, for an object that the target lacks`, async () => {
      const run = oneRun({ mapping: members, user: engineer });
      const { attributes } = await provision(run);
      assert.deepEqual(live(run).values.map(shown), attributes.map(flowing));
    });
  }
  test("agree on the scope, its filters and its clauses", async () => {
    for (const department of ["Engineering", "Sales", null]) {
      const members = `${mapping} filter "A" { department EQUALS "Engineering" mail IS NOT NULL } filter "B" { mail IS NULL }`;
      const run = oneRun({ application: "scope: all", mapping: members, user: { ...engineer, department } });
      const { scope } = await provision(run);
      assert.deepEqual(live(run).filters, scope.filters);
      assert.equal(live(run).verdict.kind === "inScope", scope.inScope);
    }
  });
  test("agree on why an object cannot be created", async () => {
    const run = oneRun({ mapping: "title <- [jobTitle] match 1", user: engineer });
    const { verdict } = live(run);
    const { onDemand } = await provision(run);
    assert.deepEqual(verdict, { kind: "fails", reason: onDemand.statusInfo.reason });
  });
  test("draw the same each time, and explain what they drew", () => {
    const run = oneRun({ mapping: "title <- Guid() nickName <- Guid()" });
    const [title, nickName] = live(run).values.map(shown);
    assert.notEqual(title, nickName);
    const again = live(run);
    assert.deepEqual(again.values.map(shown), [title, nickName]);
    const explained = again.explain(1);
    assert.deepEqual(explained?.kind === "steps" && explained.root.outcome, { kind: "value", value: nickName });
  });
  test("quote nothing that a mapping redacts in the reasons of another", () => {
    const run = oneRun({
      mapping: 'title <- Redact([birthName]) active <- [birthName] filter "A" { birthName REGEX MATCH "canary" }',
      user: { birthName: "canary" },
    });
    const { values, filters, verdict } = live(run);
    assert.doesNotMatch(JSON.stringify([values, filters[0]?.clauses.map(({ reason }) => reason), verdict]), /canary/);
  });
});

function live({ application, mapping: object, text, object: sample, world }: Run): LiveMapping {
  const subject = { mapping: object, compiled: compileMapping(object, text), scope: application?.scope ?? "assigned" };
  return liveMapping(subject, sample, { find: () => undefined }, world);
}

function shown(value: LiveValue): unknown {
  switch (value.kind) {
    case "value":
      return value.value;
    case "problem":
      return `error: ${value.message}`;
    case "references":
      return value.first.id;
    default:
      return null;
  }
}

function flowing({ newValue, problem, why }: AttributeFlow): unknown {
  return why === "problem" ? `error: ${problem}` : newValue === "" ? null : newValue;
}
