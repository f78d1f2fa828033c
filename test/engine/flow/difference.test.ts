import assert from "node:assert/strict";
import { sameValue } from "../../../server/src/engine/flow/difference.ts";
import type { FlowValue } from "../../../server/src/engine/result.ts";

/** Two values, and whether they are the same in any case of letters, and where case counts. */
const rows: readonly (readonly [left: FlowValue, right: FlowValue, inAnyCase: boolean, exactly: boolean])[] = [
  ["Ada", "Ada", true, true],
  ["Ada", "ada", true, false],
  ["Ada", "Bob", false, false],
  ["Ada", "", false, false],
  ["Ada", null, false, false],
  ["", null, false, false],
  [null, null, true, true],
  [null, [], true, true],
  ["Ada", ["Ada"], true, true],
  ["Ada", ["ada"], true, false],
  [["a", "b"], ["b", "a"], true, true],
  [["a", "b"], ["B", "a"], true, false],
  [["a", "b"], ["a"], false, false],
  ['{"value":"1","displayName":"One"}', '{"value":"1"}', true, true],
  ['{"value":"1"}', "1", true, true],
  ['{"value":"1"}', '{"value":"2"}', false, false],
];

suite("two values of an attribute", () => {
  for (const [left, right, inAnyCase, exactly] of rows)
    test(`${JSON.stringify(left)} and ${JSON.stringify(right)} are ${inAnyCase ? "the same" : "not the same"}, and ${exactly ? "the same" : "not the same"} where case counts`, () => {
      for (const [one, other] of [
        [left, right],
        [right, left],
      ] as const)
        assert.deepEqual([sameValue(one, other, false), sameValue(one, other, true)], [inAnyCase, exactly]);
    });
});
