import { type Paint, plain, type Tone } from "./paint.ts";
import { columns, cut, cutStart, visible } from "./visible.ts";

/** A cell of a table, or its text. */
export type Cell = string | FullCell;

export interface FullCell {
  readonly text: string;
  readonly tone?: Tone;
  /** What stays where the column is too narrow; the start, as a rule. */
  readonly keeps?: "start" | "end";
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
  const widths = narrowed(natural, width - gap.length * (headings.length - 1));
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
  const fitting = keeps === "start" ? cut(text, width) : cutStart(text, width);
  return (tone ? paint(tone, fitting) : fitting) + " ".repeat(Math.max(0, width - columns(fitting)));
}

/** Takes from the widest columns, one by one, until all of them fit or none can give more. */
function narrowed(natural: readonly number[], available: number): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}
