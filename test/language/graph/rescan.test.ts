import assert from "node:assert/strict";
import fc from "fast-check";
import { changeBetween } from "../../../server/src/language/change.ts";
import type { JsonTree } from "../../../server/src/language/graph/json.ts";
import { columns } from "../../../server/src/language/graph/json.ts";
import { rescan } from "../../../server/src/language/graph/rescan.ts";
import { scanJson } from "../../../server/src/language/graph/scan.ts";

/** All that a tree says, without what its table has room for. */
const said = ({ text, escapes, map, size, table, problem }: JsonTree) => ({
  text,
  escapes,
  places: Array.from({ length: text.length + 1 }, (_, offset) => [map.toFile(offset), map.toText(offset)]),
  rows: [...table.slice(0, size * columns)],
  problem,
});

/** The tree after a change, where it can be made of the one before; and the tree of a scan. */
function both(before: string, after: string) {
  const again = rescan(scanJson(before), after, changeBetween(before, after));
  return [again && said(again), said(scanJson(after))];
}

const inOneString: readonly (readonly [before: string, after: string])[] = [
  ['{"a": "bc", "d": [1]}', '{"a": "bxc", "d": [1]}'],
  ['{"a": "bc", "d": [1]}', '{"a": "", "d": [1]}'],
  ['{"a": "", "d": "e"}', '{"a": "x", "d": "e"}'],
  ['{"a": 1, "b": 2}', '{"abc": 1, "b": 2}'],
  ['["[\\"x\\"]", "\\u0041\\n"]', '["[\\"xy\\"]", "\\u0041\\n"]'],
  ['["\\n", "b", "\\t"]', '["\\n", "b\\"\\\\", "\\t"]'],
  ['["\\n", "b\\"", "\\t"]', '["\\n", "b", "\\t"]'],
  ['"aa"', '"aaa"'],
];

const elsewhere: readonly (readonly [before: string, after: string])[] = [
  ['{"a": "b"}', '{"a":  "b"}'],
  ['{"a": 1}', '{"a": 12}'],
  ['["a"]', '["a", "b"]'],
  ['["a"]', '["a"b"]'],
  ['["a"]', '["a\\"]'],
  ['["a"]', '["a\nb"]'],
  ['["a]', '["ab]'],
  ["", '"a"'],
];

suite("A tree of JSON after a change", () => {
  for (const [before, after] of inOneString) {
    test(`of ${before} to ${after} is made of the tree before`, () => {
      const [again, scanned] = both(before, after);
      assert.deepEqual(again, scanned);
    });
  }
  for (const [before, after] of elsewhere) {
    test(`of ${before} to ${after} is scanned`, () => assert.equal(both(before, after)[0], undefined));
  }

  test("is that of a scan wherever it is made of the tree before", () => {
    const piece = fc.constantFrom('"', "\\", "n", "u0041", "a", " ", ",", "é", "\n", '\\"', "{", "]");
    const values = fc.jsonValue({ maxDepth: 3 }).map(value => JSON.stringify(value, null, 1));
    fc.assert(
      fc.property(values, fc.nat(), fc.nat(3), fc.array(piece, { maxLength: 3 }), (before, place, removed, put) => {
        const at = place % (before.length + 1);
        const after = before.slice(0, at) + put.join("") + before.slice(at + removed);
        const [again, scanned] = both(before, after);
        if (again !== undefined) assert.deepEqual(again, scanned);
      }),
      { numRuns: 3000, seed: 32 },
    );
  });
});
