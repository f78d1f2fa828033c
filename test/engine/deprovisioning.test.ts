import assert from "node:assert/strict";
import { memoryTarget } from "../harness/memoryTarget.ts";
import type { RunFacts } from "../harness/oneRun.ts";
import { account, engineer, mapping, reasons, run, writes } from "./ada.ts";

suite("the pipeline ends an account", () => {
  const leavers: readonly [sentence: string, facts: Partial<RunFacts>][] = [
    ["is disabled in the source", { user: { ...engineer, accountEnabled: false, displayName: "Other" } }],
    ["is in the recycle bin", { state: "softDeleted" }],
    ["is not assigned any more", { assigned: false }],
    ["leaves the filter", { mapping: `filter "Sales" { department EQUALS "Sales" } ${mapping}` }],
  ];
  for (const [sentence, facts] of leavers) {
    test(`of a user who ${sentence}, by what depends on IsSoftDeleted alone`, async () => {
      const target = memoryTarget(account);
      const result = await run({ ...facts, target, live: true });
      assert.equal(result.action, "disable");
      assert.equal(result.scope.isSoftDeleted, true);
      assert.match(
        writes(result)[0]?.body ?? "",
        /"Operations":\[\{"op":"Replace","path":"active","value":"False"\}\]/,
      );
      assert.equal(reasons(result).displayName, "notFlowing");
      assert.deepEqual(
        result.assumptions.map(({ name }) => name),
        ["linkedByMatch", "softDeleteSendsOnly"],
      );
      assert.equal(result.onDemand.provisioningSteps.at(-1)?.name, "EntryExportUpdateSoftDelete");
      assert.equal((await run({ ...facts, target })).onDemand.statusInfo.skipReason, "RedundantExport");
    });
  }

  test("even where another mapping has a problem", async () => {
    const target = memoryTarget(account);
    const result = await run({ target, assigned: false, mapping: `${mapping} locale <- Nothing([mail])` });
    assert.equal(result.action, "disable");
  });

  test("by deleting it once the user is gone", async () => {
    const target = memoryTarget(account);
    const result = await run({ target, state: "deleted", assigned: false, live: true });
    assert.equal(result.action, "delete");
    assert.deepEqual(target.resources(), []);
    assert.deepEqual(
      writes(result).map(({ method, path, status }) => [method, path, status]),
      [["DELETE", "/Users/1", 204]],
    );
  });
});
