/** A text with its cursor taken out. */
export interface Marked {
  readonly text: string;
  readonly offset: number;
}

/** Takes the one `|` out of a text. Throws unless there is exactly one. */
export function atCursor(marked: string): Marked {
  const parts = marked.split("|");
  if (parts.length !== 2) throw new Error(`The text has ${parts.length - 1} cursors, not one: ${marked}`);
  return { text: parts.join(""), offset: parts[0]?.length ?? 0 };
}

/** Takes every pair of `«` and `»` out of a text and gives the ranges between them, in order. Throws on an unpaired mark, and where there is none. */
export function inRanges(marked: string): {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
} {
  const pieces = marked.split(/([«»])/);
  const ranges: [number, number][] = [];
  let text = "";
  let open: number | undefined;
  for (const piece of pieces) {
    if (piece === "«" && open === undefined) open = text.length;
    else if (piece === "»" && open !== undefined) {
      ranges.push([open, text.length]);
      open = undefined;
    } else if (piece === "«" || piece === "»") throw new Error(`Unpaired ${piece}: ${marked}`);
    else text += piece;
  }
  if (open !== undefined || ranges.length === 0) throw new Error(`The text has no whole range «…»: ${marked}`);
  return { text, ranges };
}
