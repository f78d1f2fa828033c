/** A place in a file: offsets for the editor, the line for the person. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A text whose lines can be found. */
export interface Lines {
  /** The line of an offset, counted from 1. */
  readonly lineAt: (offset: number) => number;
}

/** A span of the text with its line. */
export function place({ start, end }: Omit<Place, "line">, { lineAt }: Lines): Place {
  return { start, end, line: lineAt(start) };
}

/** The lines of a text. */
export function linesOf(text: string): Lines {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return {
    lineAt: offset => {
      let [low, high] = [0, ends.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return low + 1;
    },
  };
}
