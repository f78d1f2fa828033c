import assert from "node:assert/strict";
import { runtimeProblem } from "../../server/src/cli/runtimeProblem.ts";

const rows: readonly [version: string, isTooOld: boolean][] = [
  ["20.20.2", true],
  ["22.12.0", true],
  ["22.13.0", false],
  ["23.0.0", false],
  ["24.21.0", false],
];

suite("the command line on a Node.js", () => {
  for (const [version, isTooOld] of rows) {
    test(`of version ${version} ${isTooOld ? "says that it is too old, and which one is needed" : "runs"}`, () => {
      const problem = `Node.js ${version} is too old. Run mapwright on Node.js 22.13 or later.`;
      assert.equal(runtimeProblem(version), isTooOld ? problem : undefined);
    });
  }
});
