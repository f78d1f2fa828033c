import assert from "node:assert/strict";
import { onOneLine } from "../../../server/src/language/expression/onOneLine.ts";

suite("An expression on one line", () => {
  for (const [written, shown] of [
    ['Join(" ",  [a])', 'Join(" ",  [a])'],
    ['IIF(\n  [a] = "x",\n  "b",\n  Trim(\n    [c]\n  )\n)', 'IIF([a] = "x", "b", Trim([c]))'],
    ["Append(\r\n  [a],\r\n  [b]\r\n)", "Append([a], [b])"],
  ] as const) {
    test(JSON.stringify(written), () => assert.equal(onOneLine(written), shown));
  }
});
