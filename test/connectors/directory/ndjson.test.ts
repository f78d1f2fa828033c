import assert from "node:assert/strict";
import fc from "fast-check";
import { readNdjson } from "../../../server/src/connectors/directory/ndjson.ts";
import { quoteLongNumbers } from "../../../server/src/connectors/longNumbers.ts";
import { allOf, cutText } from "./blocks.ts";

suite("readNdjson", () => {
  test("reads an object a line, wherever the blocks are cut", async () => {
    const value = fc.jsonValue({ maxDepth: 1 }).map(one => JSON.parse(quoteLongNumbers(JSON.stringify(one))));
    const object = fc.dictionary(fc.string({ maxLength: 4 }), value, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(object, { maxLength: 9 }), fc.integer({ min: 1, max: 4 }), async (objects, every) => {
        const text = objects.map(one => `${JSON.stringify(one)}\n`).join("");
        assert.deepEqual(await allOf(readNdjson(cutText(text, every)), "objects"), JSON.parse(JSON.stringify(objects)));
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  test("leaves out blank lines, and knows the line of each object", async () => {
    const text = '{"id":"1"}\r\n\n  \n{"id":"2"}\n';
    assert.deepEqual(await allOf(readNdjson(cutText(text, 2)), "lines"), [1, 4]);
    assert.deepEqual(await allOf(readNdjson(cutText(text, 2)), "unreadable"), []);
  });

  test("reads comments and trailing commas, as JSON files may have them", async () => {
    assert.deepEqual(await allOf(readNdjson(cutText('{"id": "1",} // Ada\n', 1)), "objects"), [{ id: "1" }]);
  });

  test("keeps all digits of a whole number past 2^53, wherever the blocks are cut", async () => {
    const text = '{"id":"1","n":9007199254740993}\n{"id":"2","n":[-12345678901234567890,1],}\n';
    const objects = [
      { id: "1", n: "9007199254740993" },
      { id: "2", n: ["-12345678901234567890", 1] },
    ];
    for (const every of [1, 2]) assert.deepEqual(await allOf(readNdjson(cutText(text, every)), "objects"), objects);
  });

  const mistakes: readonly (readonly [line: string, column: number, reason: RegExp, id?: string])[] = [
    ['{"id": "7" "mail": "x"}', 12, /^a comma is missing\. Write one JSON object on the line\.$/, "7"],
    ['{"id": "7", "mail": "x', 21, /^the closing double quote is missing\./, "7"],
    ["[1]", 1, /^this is no JSON object\. Write one user or group on the line\.$/],
    ['"ada"', 1, /^this is no JSON object\./],
    ["ada", 1, /^this word is no JSON value/],
  ];
  for (const [line, column, reason, id] of mistakes) {
    test(`leaves out ${line}, tells where it is, and reads on`, async () => {
      const text = `{"id":"1"}\n${line}\n{"id":"2"}\n`;
      for (const every of [1, 3]) {
        const blocks = () => readNdjson(cutText(text, every));
        assert.deepEqual(await allOf(blocks(), "objects"), [{ id: "1" }, { id: "2" }]);
        const [mistake, ...others] = await allOf(blocks(), "unreadable");
        assert.deepEqual(others, []);
        assert.match(mistake?.reason ?? "", reason);
        assert.deepEqual({ ...mistake, reason: "" }, { line: 2, column, reason: "", ...(id && { id }) });
      }
    });
  }
});
