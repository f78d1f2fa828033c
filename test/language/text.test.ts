import assert from "node:assert/strict";
import fc from "fast-check";
import { lastNotBehind } from "../../server/src/language/text.ts";

suite("The last of some offsets that is not behind another", () => {
  const rows: readonly (readonly [offsets: readonly number[], offset: number, index: number])[] = [
    [[], 5, -1],
    [[6], 5, -1],
    [[5], 5, 0],
    [[0, 5, 5, 9], 5, 2],
    [[0, 5, 9], 8, 1],
    [[0, 5, 9], 100, 2],
  ];
  for (const [offsets, offset, index] of rows) {
    test(`of ${offsets.join(", ") || "none"} for ${offset} has the index ${index}`, () =>
      assert.equal(lastNotBehind(offsets, offset), index));
  }

  test("is what a search from the end finds", () =>
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (unordered, offset) => {
        const offsets = unordered.toSorted((left, right) => left - right);
        assert.equal(
          lastNotBehind(offsets, offset),
          offsets.findLastIndex(candidate => candidate <= offset),
        );
      }),
      { seed: 1 },
    ));
});
