import assert from "node:assert/strict";
import fc from "fast-check";
import { readJson } from "../../server/src/connectors/jsonFile.ts";
import { hasLongNumber, quoteLongNumbers } from "../../server/src/connectors/longNumbers.ts";

suite("whole numbers past 2^53 in JSON", () => {
  const texts: readonly (readonly [what: string, text: string, value: unknown])[] = [
    ["the largest that a double holds is a number", '{"a":9007199254740991}', { a: 9007199254740991 }],
    ["a larger one is the text of its digits", '{"a":9007199254740993}', { a: "9007199254740993" }],
    ["a negative one, too", "[-9007199254740993]", ["-9007199254740993"]],
    ["in a list and alone", "[1,[12345678901234567890]]", [1, ["12345678901234567890"]]],
    [
      "a text of digits stays one",
      '{"12345678901234567890":"12345678901234567"}',
      { "12345678901234567890": "12345678901234567" },
    ],
    ["behind a quote that is escaped", '["\\"",12345678901234567]', ['"', "12345678901234567"]],
    ["a fraction is a number", "[12345678901234567.5,0.1234567890123456]", [12345678901234568, 0.1234567890123456]],
    ["an exponent makes a number", "[9007199254740992e2]", [2 ** 53 * 100]],
    ["between comments that hold digits and quotes", '[/* "1 */ 12345678901234567, // "2\n]', ["12345678901234567"]],
  ];
  for (const [what, text, value] of texts) {
    test(`${what}: ${text}`, () => assert.deepEqual(readJson(text), { kind: "value", value }));
  }

  for (const text of [
    "{12345678901234567: 1}",
    "[01234567890123456789]",
    "[12345678901234567 1]",
    "12345678901234567x",
  ]) {
    test(`${text} is refused as before`, () => assert.equal(readJson(text).kind, "mistake"));
  }

  test("sixteen digits together are found wherever they stand, and nothing else", () => {
    const piece = fc.oneof(fc.stringMatching(/^\d{1,17}$/), fc.constantFrom(",", "é", "-"));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const text = pieces.join("");
        assert.equal(hasLongNumber(text), /\d{16}/.test(text));
      }),
      { numRuns: 500, seed: 53 },
    );
  });

  test("all else in any JSON is given back as it is", () => {
    const digitsOf = (_: string, value: unknown) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(String(value)) ? String(value) : value;
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = JSON.stringify(value);
        assert.deepEqual(JSON.parse(quoteLongNumbers(text)), JSON.parse(text, digitsOf));
      }),
      { numRuns: 200, seed: 54 },
    );
  });
});
