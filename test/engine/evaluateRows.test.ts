import assert from "node:assert/strict";
import { evaluate, evaluation } from "../../server/src/engine/evaluate.ts";
import { compileRow, evaluateRows } from "../../server/src/engine/evaluateRows.ts";
import { parseExpression } from "../../server/src/language/expression/parse.ts";
import { stillWorld } from "./world.ts";

const row = compileRow(
  ["[a]", 'Append([b], "x")', "Redact([a])", 'Item(Split([a], "-"), 2)', "Now()", "IgnoreFlowIfNullOrEmpty([b])"].map(
    text => parseExpression(text).expression,
  ),
);

const objects = Array.from(
  { length: 300 },
  (_, index) =>
    new Map([
      ["a", index % 7 === 0 ? "plain" : `${index}-${index}`],
      ["b", index % 3 === 0 ? null : "y"],
    ]),
);

suite("rows of expressions", () => {
  test("give for each object what its expressions give one by one, with what had a part in it", () => {
    const rows = evaluateRows(row, objects, stillWorld);
    assert.equal(rows.length, objects.length);
    for (const [index, attributes] of objects.entries()) {
      const { outcomes = [], notes = new Map() } = rows[index] ?? {};
      assert.deepEqual(
        outcomes.map((outcome, column) => evaluation(outcome, notes.get(column))),
        row.expressions.map(expression => evaluate(expression, attributes, stillWorld)),
      );
    }
  });

  test("read each attribute once", () => {
    assert.deepEqual(row.reads, ["a", "b"]);
  });

  test("give nothing for no objects, and empty rows for no expressions", () => {
    assert.deepEqual(evaluateRows(row, [], stillWorld), []);
    assert.deepEqual(evaluateRows(compileRow([]), [new Map()], stillWorld)[0]?.outcomes, []);
  });
});
