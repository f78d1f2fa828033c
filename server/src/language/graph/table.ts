import { columns, type JsonKind, type JsonNode } from "./json.ts";

/** Writes the table of a JSON tree, value by value in the order of the text. */
export interface TableBuilder {
  /** Adds a value that holds no others yet. */
  readonly add: (kind: JsonKind, start: number, end: number) => JsonNode;
  /** Ends an object or an array: what was added since it lies in it. */
  readonly close: (node: JsonNode, end: number) => void;
  readonly size: () => number;
  readonly rows: () => Int32Array;
}

/** An empty table with room for about so many values. */
export function createTable(expected: number): TableBuilder {
  let rows: Int32Array = new Int32Array(Math.max(64, expected) * columns);
  let size = 0;
  return {
    add: (kind, start, end) => {
      const row = size * columns;
      if (row + columns > rows.length) rows = doubled(rows);
      rows[row] = kind;
      rows[row + 1] = start;
      rows[row + 2] = end;
      rows[row + 3] = ++size;
      return size - 1;
    },
    close: (node, end) => {
      rows[node * columns + 2] = end;
      rows[node * columns + 3] = size;
    },
    size: () => size,
    rows: () => rows,
  };
}

function doubled(rows: Int32Array): Int32Array {
  const larger = new Int32Array(rows.length * 2);
  larger.set(rows);
  return larger;
}
