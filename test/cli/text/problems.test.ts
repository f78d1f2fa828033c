import assert from "node:assert/strict";
import { plain } from "../../../server/src/cli/text/paint.ts";
import { problemLines } from "../../../server/src/cli/text/problems.ts";
import { checkReport, fileProblems } from "../../../server/src/session/checkReport.ts";
import type { Problem } from "../../../server/src/validation/rule.ts";

const text = 'mapping "Users" {\n  title <- Swich([a])\n}\n';
const problem: Problem = {
  code: "unknown-function",
  severity: "error",
  message: "Unknown function 'Swich'.",
  span: { start: 29, end: 34 },
  source: "https://learn.microsoft.com/example",
  fixes: [{ title: "Change to 'Switch'", edits: [{ span: { start: 29, end: 34 }, text: "Switch" }] }],
};
const warning: Problem = { ...problem, severity: "warning", code: "function-case", fixes: [] };

suite("problems of a file", () => {
  test("each is one line, and a summary follows", () =>
    assert.deepEqual(problemLines(checkReport(2, fileProblems("a.provmap", text, [problem, warning])), plain), [
      "a.provmap:2:12 error Unknown function 'Swich'. (unknown-function)",
      "a.provmap:2:12 warning Unknown function 'Swich'. (function-case)",
      "1 error, 1 warning in 2 files.",
    ]));

  test("a good file is told so", () =>
    assert.deepEqual(problemLines(checkReport(1, []), plain), ["No problems in 1 file."]));
});
