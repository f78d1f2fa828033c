import assert from "node:assert/strict";
import { fileProblems } from "../../server/src/session/checkReport.ts";
import type { Problem } from "../../server/src/validation/rule.ts";

const text = 'mapping "Users" {\n  title <- Swich([a])\n}\n';
const problem: Problem = {
  code: "unknown-function",
  severity: "error",
  message: "Unknown function 'Swich'.",
  span: { start: 29, end: 34 },
  source: "https://learn.microsoft.com/example",
  fixes: [{ title: "Change to 'Switch'", edits: [{ span: { start: 29, end: 34 }, text: "Switch" }] }],
};

suite("the report of a check", () => {
  test("places count from 1", () => {
    const [found] = fileProblems("a.provmap", text, [problem]);
    const place = { line: 2, column: 12, endLine: 2, endColumn: 17 };
    assert.deepEqual(found, {
      file: "a.provmap",
      ...place,
      code: "unknown-function",
      severity: "error",
      message: "Unknown function 'Swich'.",
      source: "https://learn.microsoft.com/example",
      fixes: [{ title: "Change to 'Switch'", edits: [{ ...place, text: "Switch" }] }],
    });
  });
});
