import type { Value } from "../../functions/values.ts";
import type { Expression } from "../../language/expression/tree.ts";
import { type Attributes, fetching } from "./attributeRow.ts";
import { type CompiledExpression, compile } from "./compile.ts";
import type { World } from "./evaluate.ts";
import type { Outcome } from "./node.ts";
import { type Notes, viewOf } from "./view.ts";

/** The expressions of an object mapping, which are evaluated together. */
export interface CompiledRow {
  readonly expressions: readonly CompiledExpression[];
  /** The names of all attributes that they read. */
  readonly reads: readonly string[];
}

/** What one expression gives for each of some objects, in their order. */
export interface Column {
  readonly outcomes: readonly Outcome[];
  /** What had a part in the outcome of this index, where anything had. */
  readonly notes: ReadonlyMap<number, Notes>;
}

/**
 * Compiles expressions that are evaluated together. The values of objects whose rows have these names, in their order, are
 * read where they are.
 */
export function compileRow(expressions: readonly Expression[], names: readonly string[] = []): CompiledRow {
  const reads = [...names];
  return { expressions: expressions.map(expression => compile(expression, reads)), reads };
}

/** So many objects at once make up for the change from one expression to the next, and their values fit the first cache. */
const blockSize = 128;

/**
 * What each of some expressions gives for each of some objects: a column for each expression. Within a block of objects one
 * expression after the other is evaluated for all of them, which keeps its code and constants in the processor's caches and
 * is half as fast again as one object after the other.
 */
export function evaluateColumns(row: CompiledRow, objects: readonly Attributes[], world: World): readonly Column[] {
  const view = viewOf(world);
  const columns = row.expressions.map(() => ({
    outcomes: new Array<Outcome>(objects.length),
    notes: new Map<number, Notes>(),
  }));
  const fetch = fetching();
  const own = Array.from({ length: Math.min(blockSize, objects.length) }, (): Value[] => []);
  for (let start = 0; start < objects.length; start += blockSize) {
    const block = objects
      .slice(start, start + blockSize)
      .map((object, index) => fetch(row.reads, object, own[index] ?? []));
    for (const [index, expression] of row.expressions.entries()) {
      const column = columns[index];
      if (column !== undefined) view.runOver(expression, block, { ...column, start });
    }
  }
  return columns;
}
