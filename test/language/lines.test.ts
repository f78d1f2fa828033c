import assert from "node:assert/strict";
import { lineStarts, offsetAt, placeAt } from "../../server/src/language/lines.ts";

const texts: readonly (readonly [text: string, starts: readonly number[]])[] = [
  ["", [0]],
  ["a", [0]],
  ["a\nb", [0, 2]],
  ["a\r\nb", [0, 3]],
  ["a\rb", [0, 2]],
  ["a\n\r\n\rb\n", [0, 2, 4, 5, 7]],
  ["\r\r\n\n", [0, 1, 3, 4]],
];

suite("Lines of a text", () => {
  for (const [text, starts] of texts) {
    test(`of ${JSON.stringify(text)} start at ${starts.join(", ")}`, () => assert.deepEqual(lineStarts(text), starts));
  }
  test("and their places lead back to the same offsets", () => {
    const text = "a𝒳b\r\nc\rd\n\ne";
    const starts = lineStarts(text);
    const insideEnding = text.indexOf("\r\n") + 1;
    for (let offset = 0; offset <= text.length; offset++) {
      if (offset !== insideEnding) assert.equal(offsetAt(text, starts, placeAt(starts, offset)), offset);
    }
  });
  test("count UTF-16 units", () => assert.deepEqual(placeAt(lineStarts("x\n𝒳y"), 4), { line: 1, character: 2 }));
  test("end before the characters that end them", () => {
    const at = (text: string) => offsetAt(text, lineStarts(text), { line: 0, character: 99 });
    assert.deepEqual(["ab\ncd", "ab\r\ncd", "ab\rcd", "ab"].map(at), [2, 2, 2, 2]);
  });
  test("behind the last mean the end", () =>
    assert.equal(offsetAt("ab\n", lineStarts("ab\n"), { line: 7, character: 0 }), 3));
});
