import assert from "node:assert/strict";
import { compare, comparisonOperators, isTrue } from "../../server/src/functions/comparison.ts";
import { dateTime, toText, type Value } from "../../server/src/functions/values.ts";

const noon = dateTime(638_000_000_000_000_000n);
const later = dateTime(1_000_000_000_000_000_000n);

suite("comparison", () => {
  const orders: readonly [left: Value, right: Value, holding: string][] = [
    ["9", "10", "<> < <="],
    ["10", "10.0", "= <= >="],
    ["-1", 0, "<> < <="],
    [" 7 ", "7", "= <= >="],
    ["9007199254740993", "9007199254740992", "<> > >="],
    [5n, 5, "= <= >="],
    ["1.5", "1", "<> > >="],
    ["9", "10x", "<> > >="],
    ["a", "A", "<> > >="],
    ["a", "a", "= <= >="],
    ["", "", "= <= >="],
    [true, "True", "= <= >="],
    [noon, later, "<> < <="],
    [noon, toText(noon), "= <= >="],
    [["a", "b"], "a,b", "= <= >="],
    [["5"], 5, "= <= >="],
  ];
  for (const [left, right, holding] of orders) {
    test(`of ${JSON.stringify(left, bigints)} and ${JSON.stringify(right, bigints)} hold ${holding}`, () => {
      assert.equal(comparisonOperators.filter(operator => compare(operator, left, right)).join(" "), holding);
    });
  }

  for (const absent of [null, []]) {
    test(`nothing holds of ${JSON.stringify(absent)}`, () => {
      for (const operator of comparisonOperators) {
        assert.equal(compare(operator, absent, "a"), false);
        assert.equal(compare(operator, "a", absent), false);
        assert.equal(compare(operator, absent, absent), false);
      }
    });
  }

  const truths: readonly [value: Value, expected: boolean][] = [
    [true, true],
    [false, false],
    ["True", true],
    ["tRUE", true],
    ["False", false],
    ["yes", false],
    [1, true],
    [-1, true],
    [0, false],
    ["2", true],
    ["0", false],
    ["0.0", false],
    [3n, true],
    [null, false],
    ["", false],
    [["True"], true],
    [[], false],
    [noon, false],
  ];
  for (const [value, expected] of truths) {
    test(`${JSON.stringify(value, bigints)} counts as ${expected}`, () => assert.equal(isTrue(value), expected));
  }
});

function bigints(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}
