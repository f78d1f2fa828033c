import { type Paint, plain, type Tone } from "./paint.ts";
import { columns, cut, cutMiddle, visible } from "./visible.ts";

/** A cell of a table, or its text. */
export type Cell = string | FullCell;

export interface FullCell {
  readonly text: string;
  readonly tone?: Tone;
  /** What stays where the column is too narrow; the start, as a rule. A column that keeps all of a cell is never cut. */
  readonly keeps?: "start" | "ends" | "all";
}

const gap = "  ";
const narrowest = 8;

/**
 * The lines of a table whose columns are aligned. Where it is wider than `width`, the widest columns are cut first;
 * `Infinity` cuts nothing.
 */
export function table(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  width = Number.POSITIVE_INFINITY,
  paint: Paint = plain,
): readonly string[] {
  const heading = headings.map(text => ({ text, tone: "faint" }) satisfies FullCell);
  const cells: readonly (readonly FullCell[])[] = [heading, ...rows.map(row => row.map(shown))];
  const natural = headings.map((_, index) => Math.max(...cells.map(row => columns(row[index]?.text ?? ""))));
  const keepsAll = headings.map((_, index) => cells.some(row => row[index]?.keeps === "all"));
  const widths = narrowed(natural, keepsAll, width - gap.length * (headings.length - 1));
  return cells.map(row =>
    row
      .map((cell, index) => padded(cell, widths[index] ?? 0, paint))
      .join(gap)
      .trimEnd(),
  );
}

function shown(cell: Cell): FullCell {
  return typeof cell === "string" ? { text: visible(cell) } : { ...cell, text: visible(cell.text) };
}

function padded({ text, tone, keeps = "start" }: FullCell, width: number, paint: Paint): string {
  const fitting = keeps === "ends" ? cutMiddle(text, width) : cut(text, width);
  return (tone ? paint(tone, fitting) : fitting) + " ".repeat(Math.max(0, width - columns(fitting)));
}

/** Takes from the widest columns, one by one, until all of them fit or none can give more. */
function narrowed(natural: readonly number[], keepsAll: readonly boolean[], available: number): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  while (excess > 0) {
    const widest = Math.max(...widths.filter((_, index) => !keepsAll[index]));
    if (widest <= narrowest) break;
    widths[widths.findIndex((each, index) => each === widest && !keepsAll[index])] = widest - 1;
    excess -= 1;
  }
  return widths;
}
