import assert from "node:assert/strict";
import { targetDocuments } from "../../../client/src/preview/targetDocuments.ts";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import { samplePreview } from "./samplePreview.ts";

type Flow = ProvisioningResult["attributes"][number];

const flow = (why: Flow["why"], oldValue: Flow["oldValue"], newValue: Flow["newValue"], more: Partial<Flow> = {}) => ({
  ...{ target: "title", mappingType: "Direct" as const, source: "[jobTitle]", span: { start: 0, end: 1 } },
  ...{ why, oldValue, newValue, ...more },
});

function titles(action: ProvisioningResult["action"], attribute: Flow): readonly unknown[] {
  const { before, after } = targetDocuments(samplePreview({ action, attributes: [attribute] }).result);
  return [JSON.parse(before), JSON.parse(after)].map(document => document.title);
}

suite("target before and after", () => {
  for (const [why, shown] of [
    ["changed", "new"],
    ["default", "new"],
    ["flowsAlways", "new"],
    ["unchanged", "old"],
    ["onlyDuringCreation", "old"],
    ["flowIgnored", "old"],
    ["empty", "old"],
    ["notFlowing", "old"],
    ["problem", "old"],
    ["reference", "old"],
  ] as const) {
    test(`an attribute that is ${why} holds the ${shown} value`, () =>
      assert.deepEqual(titles("update", flow(why, "old", "new")), ["old", shown]));
  }

  test("a reference that was followed holds what it points to then", () => {
    const references = [{ displayName: "Ada", targetId: "new", outcome: "set" }] as const;
    assert.deepEqual(titles("update", flow("reference", "old", "new", { references })), ["old", "new"]);
  });

  for (const action of ["skip", "fail"] as const)
    test(`a run that ends with ${action} changes nothing`, () =>
      assert.deepEqual(titles(action, flow("changed", "old", "new")), ["old", "old"]));

  test("a deleted object holds nothing", () =>
    assert.deepEqual(targetDocuments(samplePreview({ action: "delete" }).result).after, "{}\n"));

  test("an object that is created comes from nothing", () => {
    const { before, after } = targetDocuments(samplePreview().result);
    assert.equal(before, "{}\n");
    assert.deepEqual(JSON.parse(after), { userName: "ada@contoso.com", nickName: ["n/a", "<b>"] });
  });
});
