import assert from "node:assert/strict";
import fc from "fast-check";
import { textTable } from "../../../server/src/connectors/directory/textTable.ts";

suite("a table of numbers by texts", () => {
  test("has every number that was filed under a text, also when it grows", () => {
    const table = textTable();
    for (let number = 0; number < 20_000; number++) table.add(`user${number % 15_000}`, number);
    for (const number of [0, 4_999, 9_999, 14_999]) assert.ok(table.candidates(`user${number}`).includes(number));
    assert.ok(table.candidates("user7").includes(15_007));
  });

  test("seldom has one that was filed under another", () => {
    const table = textTable();
    for (let number = 0; number < 20_000; number++) table.add(`user${number}`, number);
    const wrong = Array.from({ length: 20_000 }, (_, number) => table.candidates(`nobody${number}`)).flat();
    assert.ok(wrong.length < 5, `${wrong.length} numbers`);
  });

  test("takes any text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), texts => {
        const table = textTable();
        for (const [number, text] of texts.entries()) table.add(text, number);
        for (const [number, text] of texts.entries()) assert.ok(table.candidates(text).includes(number));
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
