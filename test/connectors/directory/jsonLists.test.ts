import assert from "node:assert/strict";
import fc from "fast-check";
import { listElements } from "../../../server/src/connectors/directory/jsonLists.ts";
import type { TextBlock } from "../../../server/src/connectors/textBlocks.ts";

async function* cut(text: string, size: number): AsyncGenerator<TextBlock> {
  for (let offset = 0; offset < text.length; offset += size)
    yield { text: text.slice(offset, offset + size), offset, end: offset + size };
}

async function elementsOf(text: string, size: number) {
  const all: { list: string; value: unknown; at: string }[] = [];
  for await (const elements of listElements("f.json", cut(text, size)))
    for (const { list, text: written, line, column } of elements)
      all.push({ list, value: JSON.parse(written), at: `${line}:${column}` });
  return all;
}

suite("listElements", () => {
  const json = fc.jsonValue({ maxDepth: 2, stringUnit: "binary" });
  const lists = fc.dictionary(fc.string({ maxLength: 4 }), fc.oneof(json, fc.array(json, { maxLength: 4 })), {
    maxKeys: 5,
  });

  test("gives the elements of every list of an object, wherever the text is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        lists,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(undefined, 1),
        async (object, size, indent) => {
          const text = JSON.stringify(object, null, indent);
          const expected = Object.entries(JSON.parse(text)).flatMap(([list, value]) =>
            Array.isArray(value) ? value.map(one => ({ list, value: one })) : [],
          );
          const found = await elementsOf(text, size);
          assert.deepEqual(
            found.map(({ list, value }) => ({ list, value })),
            expected,
          );
        },
      ),
      { numRuns: 300, seed: 9 },
    );
  });

  test("gives those of a list that is the file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(json, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), async (list, size) => {
        const text = JSON.stringify(list);
        assert.deepEqual(
          (await elementsOf(text, size)).map(({ value }) => value),
          JSON.parse(text),
        );
      }),
      { numRuns: 200, seed: 10 },
    );
  });

  test("knows where each begins, behind blanks, comments and commas", async () => {
    const text = '// a\n{ "users": [\n  {"id": 1}, /* b\n */ {"id": 2},\n] }\n';
    for (const size of [1, 3, 100])
      assert.deepEqual(
        (await elementsOf(text, size)).map(({ at }) => at),
        ["3:3", "4:5"],
      );
  });
});
