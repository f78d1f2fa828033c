import type { Expression } from "../language/expression/tree.ts";
import { type CompiledExpression, compile } from "./compile.ts";
import type { Attributes, World } from "./evaluate.ts";
import type { Outcome } from "./node.ts";
import { fetch, type Notes, type View, viewOf } from "./view.ts";

/** The expressions of an object mapping, which are evaluated together. */
export interface CompiledRow {
  readonly expressions: readonly CompiledExpression[];
  /** The names of all attributes that they read. */
  readonly reads: readonly string[];
}

/** What each expression of a row gives for one object. */
export interface Row {
  readonly outcomes: readonly Outcome[];
  /** What had a part in the outcome of this index, where anything had. */
  readonly notes: ReadonlyMap<number, Notes>;
}

/** Compiles expressions that are evaluated together. */
export function compileRow(expressions: readonly Expression[]): CompiledRow {
  const reads: string[] = [];
  return { expressions: expressions.map(expression => compile(expression, reads)), reads };
}

/** So many objects at once make up for the change from one expression to the next. */
const blockSize = 128;

/**
 * What a row of expressions gives for each of some objects. Within a block of objects one expression after the other is
 * evaluated for all of them, which keeps code and constants in the processor's caches and is half as fast again.
 */
export function evaluateRows(row: CompiledRow, objects: readonly Attributes[], world: World): readonly Row[] {
  const view = viewOf(world);
  const rows: Row[] = [];
  for (let start = 0; start < objects.length; start += blockSize) {
    rows.push(...evaluateBlock(row, objects.slice(start, start + blockSize), view));
  }
  return rows;
}

const noNotes: ReadonlyMap<number, Notes> = new Map();

function evaluateBlock({ expressions, reads }: CompiledRow, objects: readonly Attributes[], view: View): Row[] {
  const block = objects.map(attributes => ({
    values: fetch(reads, attributes),
    outcomes: new Array<Outcome>(expressions.length),
    notes: noNotes,
  }));
  for (const [index, expression] of expressions.entries()) {
    for (const object of block) {
      view.lookAtValues(object.values);
      object.outcomes[index] = view.run(expression);
      const notes = view.takeNotes();
      if (notes !== undefined) object.notes = new Map([...object.notes, [index, notes]]);
    }
  }
  return block;
}
