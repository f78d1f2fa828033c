import assert from "node:assert/strict";
import { attributeRows } from "../../../server/src/engine/expression/attributeRow.ts";
import { compile } from "../../../server/src/engine/expression/compile.ts";
import { evaluate, evaluation } from "../../../server/src/engine/expression/evaluate.ts";
import { evaluateColumns } from "../../../server/src/engine/expression/evaluateColumns.ts";
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
];
const reads: string[] = [];
const row = expressions.map(text => compile(parseExpression(text).expression, reads));

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
    assert.equal(columns.length, row.length);
    for (const [index, expression] of row.entries()) {
      const { outcomes = [], notes = new Map() } = columns[index] ?? {};
      assert.deepEqual(
        outcomes.map((outcome, object) => evaluation(outcome, notes.get(object))),
        objects.map(attributes => evaluate(expression, attributes, stillWorld)),
      );
    }
  });

  test("are the same for rows of attributes, whatever their order", () => {
    const right = evaluateColumns(row, objects, stillWorld);
    const toRow = attributeRows();
    for (const names of [
      ["a", "b"],
      ["b", "c", "a"],
    ]) {
      const rows = objects.map((object: ReadonlyMap<string, Value>) =>
        toRow(
          names,
          names.map(name => object.get(name) ?? null),
        ),
      );
      assert.deepEqual(evaluateColumns(row, rows, stillWorld), right, names.join());
    }
  });

  test("take what all objects have alike in the place of their own", () => {
    const alike = new Map([
      ["a", "7-8"],
      ["other", "x"],
    ]);
    const columns = evaluateColumns(row, objects, stillWorld, alike);
    const right = objects.map(object => new Map<string, Value>([...object, ...alike]));
    assert.deepEqual(columns, evaluateColumns(row, right, stillWorld));
  });

  test("read each attribute once", () => {
    assert.deepEqual(reads, ["a", "b"]);
  });

  test("are empty for no objects, and none for no expressions", () => {
    const outcomes = evaluateColumns(row, [], stillWorld).map(column => column.outcomes.length);
    assert.deepEqual(outcomes, [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(evaluateColumns([], [new Map()], stillWorld), []);
  });
});
