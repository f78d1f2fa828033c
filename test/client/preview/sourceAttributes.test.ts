import assert from "node:assert/strict";
import { sourceAttributes } from "../../../client/src/preview/sourceAttributes.ts";
import { samplePreview } from "./samplePreview.ts";

suite("source attributes of a preview", () => {
  const { attributes } = samplePreview().result;
  const withSource = (source: string) => {
    const [flow] = attributes;
    assert.ok(flow);
    return sourceAttributes(samplePreview({ attributes: [{ ...flow, source }] }).result).map(({ name }) => name);
  };

  test("begin with those that are read, then those that the object has", () =>
    assert.deepEqual(withSource('Join(" ", [givenName], [surname])'), ["givenName", "surname", "objectId"]));

  test("have no attribute twice, and none that the directory does not have", () =>
    assert.deepEqual(withSource("IIF([IsSoftDeleted], [objectId], [objectId])"), ["objectId"]));

  test("have the value of the object", () =>
    assert.deepEqual(sourceAttributes(samplePreview().result), [
      { name: "userPrincipalName" },
      { name: "objectId", value: "7f3e" },
    ]));
});
