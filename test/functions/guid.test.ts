import assert from "node:assert/strict";
import { defaultAssumptions } from "../../server/src/functions/assumptions.ts";
import { guid } from "../../server/src/functions/guid.ts";

suite("Guid", () => {
  for (const chance of [0, 0.25, 0.999999]) {
    test(`is a version 4 GUID in lower case where chance draws ${chance}`, () => {
      const context = { now: () => 0, random: () => chance, assumptions: defaultAssumptions, assume: () => {} };
      assert.equal(guid.implementation.kind, "eager");
      const result = guid.implementation.kind === "eager" ? guid.implementation.call([], context) : null;
      assert.match(String(result), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    });
  }
});
