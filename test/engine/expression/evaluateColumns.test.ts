import assert from "node:assert/strict";
import { attributeRows } from "../../../server/src/engine/expression/attributeRow.ts";
import { evaluate, evaluation } from "../../../server/src/engine/expression/evaluate.ts";
import { compileRow, evaluateColumns } from "../../../server/src/engine/expression/evaluateColumns.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import { parseExpression } from "../../../server/src/language/expression/parse.ts";
import { stillWorld } from "../world.ts";

const expressions = [
  "[a]",
  'Append([b], "x")',
  "Redact([a])",
  'Item(Split([a], "-"), 2)',
  "Now()",
  "IgnoreFlowIfNullOrEmpty([b])",
].map(text => parseExpression(text).expression);
const row = compileRow(expressions);

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

  test("are the same for rows of attributes, in the order that the expressions read them or in another", () => {
    const right = evaluateColumns(row, objects, stillWorld);
    const toRow = attributeRows();
    const one = (["a", "b"] as const).map(name => (object: ReadonlyMap<string, Value>) => object.get(name) ?? null);
    const rows = objects.map(object =>
      toRow(
        ["a", "b"],
        one.map(of => of(object)),
      ),
    );
    for (const names of [[], ["a", "b"], ["b", "a"], ["c", "a", "b"]]) {
      const columns = evaluateColumns(compileRow(expressions, names), rows, stillWorld);
      assert.deepEqual(columns, right, names.join());
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
