import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Attributes, evaluation } from "./evaluation.ts";

/** One documented or derived fact: what an expression gives for an object. */
interface Row {
  readonly expression: string;
  readonly input?: Attributes;
  /** What flows: a text, a list, null or the marker of an ignored flow. Absent where there is a problem. */
  readonly result?: unknown;
  /** A part of the problem's message. */
  readonly problem?: string;
  /** The page that says so. */
  readonly source: string;
  /** The page's own result, where it is wrong; `note` has the reason. */
  readonly documented?: string;
  readonly note?: string;
  /** The assumptions that must be told; absent: none. */
  readonly assumptions?: readonly string[];
}

const folder = join(import.meta.dirname, "conformance");
const rows: readonly Row[] = globSync("*.json", { cwd: folder })
  .sort()
  .flatMap(file => JSON.parse(readFileSync(join(folder, file), "utf8")));

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
