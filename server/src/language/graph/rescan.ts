import type { Change } from "../change.ts";
import { mapOf } from "../sourceMap.ts";
import { lastNotBehind } from "../text.ts";
import { columns, type JsonTree, spanOf, stringAt } from "./json.ts";
import { createStrings } from "./strings.ts";

/**
 * The tree of a file that has changed between the quotes of one string, made of the tree before it: what lies behind is
 * moved. Undefined for any other change, and where the file was or has become no JSON: then the file is to be scanned.
 */
export function rescan(before: JsonTree, file: string, { start, end, text }: Change): JsonTree | undefined {
  const node = stringAt(before, before.map.toText(start));
  if (before.problem !== undefined || node === undefined) return undefined;
  const span = spanOf(before, node);
  const written = { start: before.map.toFile(span.start), end: before.map.toFile(span.end) };
  if (start <= written.start || end >= written.end) return undefined;
  const longer = text.length - (end - start);
  const string = readString(file.slice(written.start, written.end + longer));
  if (string === undefined) return undefined;
  const by = string.text.length - (span.end - span.start);
  const { behindInText, behindInFile } = before.escapes;
  const escapes = {
    behindInText: spliced(behindInText, span, string.escapes.behindInText, by),
    behindInFile: spliced(behindInFile, written, string.escapes.behindInFile, longer),
  };
  return {
    text: before.text.slice(0, span.start) + string.text + before.text.slice(span.end),
    escapes,
    map: mapOf(escapes.behindInText, escapes.behindInFile),
    size: before.size,
    table: moved(before, span, by),
    edited: node,
  };
}

/** What a string says; undefined for what is no whole string of JSON. */
function readString(written: string): Pick<JsonTree, "text" | "escapes"> | undefined {
  let isWrong = false;
  const strings = createStrings(written, () => {
    isWrong = true;
  });
  if (strings.read(0) !== written.length || isWrong) return undefined;
  return { text: strings.text(), escapes: strings };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Ascending offsets, of which those in a range are replaced by ones that count from its start, and those behind it moved. */
function spliced(
  offsets: readonly number[],
  { start, end }: Range,
  inside: readonly number[],
  by: number,
): readonly number[] {
  const before = offsets.slice(0, lastNotBehind(offsets, start) + 1);
  const behind = offsets.slice(lastNotBehind(offsets, end) + 1);
  return before.concat(
    inside.map(offset => start + offset),
    behind.map(offset => offset + by),
  );
}

/** The table with everything moved that lies behind the string, and the end of all that holds it. */
function moved({ table, size }: JsonTree, { start, end }: Range, by: number): Int32Array {
  const rows = table.slice(0, size * columns);
  for (let row = 0; row < rows.length; row += columns) {
    if ((rows[row + 1] ?? 0) > start) rows[row + 1] = (rows[row + 1] ?? 0) + by;
    if ((rows[row + 2] ?? 0) >= end) rows[row + 2] = (rows[row + 2] ?? 0) + by;
  }
  return rows;
}
