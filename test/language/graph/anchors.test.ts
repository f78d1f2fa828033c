import assert from "node:assert/strict";
import fc from "fast-check";
import { changeBetween } from "../../../server/src/language/change.ts";
import { anchorOf, offsetOf } from "../../../server/src/language/graph/anchors.ts";
import { spanOf } from "../../../server/src/language/graph/json.ts";
import { rescan } from "../../../server/src/language/graph/rescan.ts";
import { scanJson } from "../../../server/src/language/graph/scan.ts";

suite("An anchor in a tree of JSON", () => {
  const file = '{ "a": ["b", [], {}], "c": { "d": "e" } }\n';

  test("means its offset, wherever that is", () => {
    const tree = scanJson(file);
    for (let offset = 0; offset <= file.length; offset++) {
      assert.equal(offsetOf(tree, anchorOf(tree, offset)), offset);
    }
  });

  test("means the same place where one string has changed, outside of that string", () => {
    const strings = [...file.matchAll(/"\w"/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...strings), fc.constantFrom("", "longer", '\\"'), (start, text) => {
        const before = scanJson(file);
        const written = `${file.slice(0, start + 1)}${text}${file.slice(start + 2)}`;
        const after = rescan(before, written, changeBetween(file, written));
        assert.ok(after !== undefined);
        const by = after.text.length - file.length;
        const end = start + 3;
        for (let offset = 0; offset <= file.length; offset++) {
          if (start < offset && offset < end) continue;
          assert.equal(offsetOf(after, anchorOf(before, offset)), offset >= end ? offset + by : offset);
        }
        assert.deepEqual(spanOf(after, after.edited ?? 0), { start, end: end + by });
      }),
      { seed: 4 },
    );
  });
});
