import { type Paint, plain, type Tone } from "./paint.ts";
import { columns, cut, visible } from "./visible.ts";

/** A cell of a table; a plain string has no tone. */
export type Cell = string | { readonly text: string; readonly tone: Tone };

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
  const heading = headings.map(text => ({ text, tone: "faint" }) as const);
  const cells = [heading, ...rows.map(row => row.map(toned))];
  const natural = headings.map((_, index) => Math.max(...cells.map(row => columns(row[index]?.text ?? ""))));
  const widths = narrowed(natural, width - gap.length * (headings.length - 1));
  return cells.map(row =>
    row
      .map((cell, index) => padded(cell, widths[index] ?? 0, paint))
      .join(gap)
      .trimEnd(),
  );
}

interface TonedCell {
  readonly text: string;
  readonly tone?: Tone;
}

function toned(cell: Cell): TonedCell {
  return typeof cell === "string" ? { text: visible(cell) } : { text: visible(cell.text), tone: cell.tone };
}

function padded({ text, tone }: TonedCell, width: number, paint: Paint): string {
  const shown = cut(text, width);
  return (tone ? paint(tone, shown) : shown) + " ".repeat(Math.max(0, width - columns(shown)));
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
