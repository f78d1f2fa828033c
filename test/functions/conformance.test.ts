import assert from "node:assert/strict";
import { rows } from "../harness/conformance.ts";
import { evaluation } from "./evaluation.ts";

suite("conformance of functions", () => {
  for (const row of rows) {
    const { expression, input = {}, result, problem, assumptions = [] } = row;
    test(`${expression} with ${JSON.stringify(input)} gives ${JSON.stringify(problem ?? result)}`, () => {
      const actual = evaluation(expression, input);
      if (problem === undefined) assert.deepEqual(actual, { result, assumed: assumptions });
      else assert.ok(actual.problem?.includes(problem), `${JSON.stringify(actual)} lacks "${problem}"`);
    });
  }

  test("every row names its source, and a reason where the documentation is wrong", () => {
    const incomplete = rows.filter(
      row =>
        !row.source.startsWith("https://learn.microsoft.com/") ||
        (row.documented !== undefined && row.note === undefined) ||
        (row.result === undefined) === (row.problem === undefined),
    );
    assert.deepEqual(incomplete, []);
  });

  test("no fact is stated twice", () => {
    const keys = rows.map(({ expression, input }) => JSON.stringify([expression, input]));
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
  });
});
