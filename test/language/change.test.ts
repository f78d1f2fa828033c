import assert from "node:assert/strict";
import fc from "fast-check";
import { changeBetween } from "../../server/src/language/change.ts";
import { lineStarts, lineStartsAfter } from "../../server/src/language/lines.ts";

const rows: readonly (readonly [before: string, after: string, start: number, end: number, text: string])[] = [
  ["", "", 0, 0, ""],
  ["abc", "abc", 3, 3, ""],
  ["abc", "abxc", 2, 2, "x"],
  ["abxc", "abc", 2, 3, ""],
  ["aaa", "aa", 2, 3, ""],
  ["one two", "one 2", 4, 7, "2"],
  ["a", "b", 0, 1, "b"],
];

const text = fc
  .array(fc.constantFrom("a", "b", "\n", "\r", "\r\n", "é"), { maxLength: 12 })
  .map(parts => parts.join(""));

suite("The change between two texts", () => {
  for (const [before, after, start, end, put] of rows) {
    test(`of ${JSON.stringify(before)} and ${JSON.stringify(after)}`, () =>
      assert.deepEqual(changeBetween(before, after), { start, end, text: put }));
  }

  test("makes one of the other, and leaves the places of lines right", () => {
    fc.assert(
      fc.property(text, text, text, text, (head, removed, put, tail) => {
        const [before, after] = [head + removed + tail, head + put + tail];
        const change = changeBetween(before, after);
        assert.equal(before.slice(0, change.start) + change.text + before.slice(change.end), after);
        assert.deepEqual(lineStartsAfter(lineStarts(before), after, change), lineStarts(after));
      }),
      { numRuns: 2000, seed: 31 },
    );
  });
});
