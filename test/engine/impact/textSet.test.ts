import assert from "node:assert/strict";
import fc from "fast-check";
import { textSet } from "../../../server/src/engine/impact/textSet.ts";

suite("a set of texts", () => {
  test("knows which it has seen, as a set does", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 3 }), { maxLength: 400 }), texts => {
        const [ours, theirs] = [textSet(), new Set<string>()];
        for (const text of texts) {
          assert.equal(ours.add(text), theirs.has(text));
          theirs.add(text);
        }
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  test("takes none of many similar texts for another", () => {
    const set = textSet();
    for (let number = 0; number < 200_000; number++) assert.equal(set.add(`0 user${number}@contoso.com`), false);
    assert.equal(set.add("0 user77777@contoso.com"), true);
  });
});
