import assert from "node:assert/strict";
import { evaluation } from "./evaluation.ts";

suite("Guid", () => {
  for (const chance of [0, 0.25, 0.999999]) {
    test(`is a version 4 GUID in lower case where chance draws ${chance}`, () => {
      const { result } = evaluation("Guid()", {}, {}, { random: () => chance });
      assert.match(String(result), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    });
  }
});
