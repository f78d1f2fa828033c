import assert from "node:assert/strict";
import { evaluate, evaluation } from "../../server/src/engine/evaluate.ts";
import { compileRow, evaluateColumns } from "../../server/src/engine/evaluateColumns.ts";
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

suite("columns of expressions", () => {
  test("give for each object what its expressions give one by one, with what had a part in it", () => {
    const columns = evaluateColumns(row, objects, stillWorld);
    assert.equal(columns.length, row.expressions.length);
    for (const [index, expression] of row.expressions.entries()) {
      const { outcomes = [], notes = new Map() } = columns[index] ?? {};
      assert.deepEqual(
        outcomes.map((outcome, object) => evaluation(outcome, notes.get(object))),
        objects.map(attributes => evaluate(expression, attributes, stillWorld)),
      );
    }
  });

  test("read each attribute once", () => {
    assert.deepEqual(row.reads, ["a", "b"]);
  });

  test("are empty for no objects, and none for no expressions", () => {
    const outcomes = evaluateColumns(row, [], stillWorld).map(column => column.outcomes.length);
    assert.deepEqual(outcomes, [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(evaluateColumns(compileRow([]), [new Map()], stillWorld), []);
  });
});
