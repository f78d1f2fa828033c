import assert from "node:assert/strict";
import { attributesIn, attributesOf } from "../../server/src/cli/input.ts";

suite("attributes of a JSON object", () => {
  const written = JSON.parse(
    '{"text": "a", "flag": true, "number": 5, "none": null, "list": ["a", {"b": 1}, null], "object": {"b": 1}, "__proto__": "own", "toString": "own"}',
  );

  test("read in place are those that a copy has", () => {
    const [inPlace, copied] = [attributesIn(written), attributesOf(written)];
    for (const name of Object.keys(written)) assert.deepEqual(inPlace.get(name), copied.get(name), name);
    assert.deepEqual(inPlace.get("list"), ["a", '{"b":1}']);
    assert.equal(inPlace.get("__proto__"), "own");
  });

  test("are none that every object inherits", () => {
    const { get } = attributesIn({ a: "b" });
    for (const name of ["toString", "constructor", "__proto__", "hasOwnProperty", "nothing"]) {
      assert.equal(get(name), undefined, name);
    }
  });
});
