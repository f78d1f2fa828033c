import assert from "node:assert/strict";
import { mapwright } from "../harness/commandLine.ts";
import { rows } from "../harness/conformance.ts";

/** The instant and the job of the rows: a batch has no job settings, and draws by its seed. */
const now = "2026-03-02T09:30:00Z";
const told = rows.filter(({ expression }) => !/%|DefaultDomain|RandomString|Guid/.test(expression));

suite("eval --batch over the conformance rows", () => {
  test("gives what the documentation says, row by row and in order", async () => {
    const lines = told.map(({ expression, input = {} }, id) => JSON.stringify({ id, expression, input }));
    const { stdout } = await mapwright(["eval", "--batch", "-", "--now", now], {
      stdin: `${lines.join("\n")}\n`,
    });
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line));
    assert.equal(answers.length, told.length);
    const wrong = told.flatMap((row, id) => (agrees(row, answers[id], id) ? [] : [{ row, answer: answers[id] }]));
    assert.deepEqual(wrong, []);
  });

  function agrees(row: (typeof rows)[number], answer: { id: number; value?: unknown; problem?: string }, id: number) {
    if (answer.id !== id) return false;
    if (row.problem !== undefined) return answer.problem?.includes(row.problem) === true;
    return JSON.stringify(answer.value) === JSON.stringify(row.result);
  }
});
