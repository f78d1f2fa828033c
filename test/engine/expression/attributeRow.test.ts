import assert from "node:assert/strict";
import fc from "fast-check";
import { type Attributes, attributeRows, fetching } from "../../../server/src/engine/expression/attributeRow.ts";
import type { Value } from "../../../server/src/functions/values.ts";

const names = ["a", "b", "c"] as const;
const value = fc.constantFrom<Value>(null, "", "x", 1, false, ["x", "y"]);

suite("attributes in a row", () => {
  test("are a map of what the object has", () => {
    fc.assert(
      fc.property(value, value, value, (...values) => {
        const row = attributeRows()(names, values);
        const map = new Map<string, Value>(names.map((name, index) => [name, values[index] ?? null]));
        for (const [name, its] of map) if (its === null) map.delete(name);
        assert.deepEqual([...row], [...map]);
        assert.deepEqual([...row.keys()], [...map.keys()]);
        assert.deepEqual([...row.values()], [...map.values()]);
        assert.equal(row.size, map.size);
        for (const name of [...names, "d"]) {
          assert.equal(row.get(name), map.get(name));
          assert.equal(row.has(name), map.has(name));
        }
        const visited: [string, Value][] = [];
        row.forEach((its, name) => {
          visited.push([name, its]);
        });
        assert.deepEqual(visited, [...map]);
      }),
    );
  });

  test("share their names with the row before, where these are the same", () => {
    const toRow = attributeRows();
    const layouts = [["a", "b"], ["a", "b"], ["b", "a"], ["b"]].map(each => toRow(each, []).layout);
    assert.deepEqual(
      layouts.map((layout, index) => layout === layouts[index - 1]),
      [false, true, false, false],
    );
  });

  test("can have another value of one attribute, and share their names with others to which the same was done", () => {
    fc.assert(
      fc.property(value, value, value, fc.constantFrom("a", "c", "d"), value, (a, b, c, name, its) => {
        const row = attributeRows()(names, [a, b, c]);
        const before = [...row];
        const changed = row.with(name, its);
        const expected = new Map(before).set(name, its);
        if (its === null) expected.delete(name);
        assert.deepEqual(new Map(changed), expected);
        assert.deepEqual([...row], before);
        assert.equal(row.with(name, null).layout, changed.layout);
      }),
    );
  });
});

suite("fetching attributes", () => {
  const toRow = attributeRows();
  const objects: readonly Attributes[] = [
    toRow(["a", "b"], ["1", "2"]),
    toRow(["a", "b"], ["3", null]),
    toRow(["b", "a"], ["4", "5"]),
    new Map([["b", "6"]]),
    toRow(["b", "a"], [null, "7"]),
    toRow(["a", "b"], ["8", "9"]),
  ];
  const rows: readonly [names: readonly string[], fetched: readonly (readonly Value[])[]][] = [
    [["a"], [["1"], ["3"], ["5"], [null], ["7"], ["8"]]],
    [
      ["b", "a"],
      [
        ["2", "1"],
        [null, "3"],
        ["4", "5"],
        ["6", null],
        [null, "7"],
        ["9", "8"],
      ],
    ],
    [
      ["a", "c"],
      [
        ["1", null],
        ["3", null],
        ["5", null],
        [null, null],
        ["7", null],
        ["8", null],
      ],
    ],
  ];
  for (const [asked, fetched] of rows) {
    test(`gives ${asked.join(" and ")} of objects of any kind, one after the other`, () => {
      const fetch = fetching();
      const given = objects.map(object => [...fetch(asked, object, [])].slice(0, asked.length));
      assert.deepEqual(given, fetched);
    });
  }

  test("follows names that become more", () => {
    const fetch = fetching();
    const asked = ["a"];
    const [object = new Map()] = objects;
    assert.deepEqual(fetch(asked, object, []).slice(0, 1), ["1"]);
    asked.push("b");
    assert.deepEqual(fetch(asked, object, []), ["1", "2"]);
    asked.push("c");
    assert.deepEqual(
      asked.map((_, index) => fetch(asked, object, [])[index] ?? null),
      ["1", "2", null],
    );
  });
});
