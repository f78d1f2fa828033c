import assert from "node:assert/strict";
import { linesOf, place } from "../../../client/src/webview/place.ts";

suite("places of a text", () => {
  const lines = linesOf("a\nb\n\nc");
  test("the lines of offsets are counted from 1", () =>
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map(lines.lineAt), [1, 1, 2, 2, 3, 4, 4]));
  test("a span has the line that it begins in", () =>
    assert.deepEqual(place({ start: 2, end: 6 }, lines), { start: 2, end: 6, line: 2 }));
});
