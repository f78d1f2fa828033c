import type { DecidingClause, ImpactBase, ImpactReport } from "../../../server/src/protocol/impact.ts";

/** A finished run and what it was about. */
export interface Impact {
  readonly report: ImpactReport;
  /** The number by which the server knows its people. */
  readonly run: number;
  readonly uri: string;
  /** The name of the file, from the folder of the workspace. */
  readonly file: string;
  readonly base: ImpactBase;
  /** The line of an offset in the version after, counted from 1. */
  readonly lineAt: (offset: number) => number;
}

/** A place in the file: offsets for the editor, the line for the person. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A span of the version after with its line. */
export function place({ start, end }: Omit<Place, "line">, { lineAt }: Pick<Impact, "lineAt">): Place {
  return { start, end, line: lineAt(start) };
}

/** The place of a clause; undefined for one that only the version before has. */
export function clausePlace({ version, span }: DecidingClause, impact: Pick<Impact, "lineAt">): Place | undefined {
  return version === "after" ? place(span, impact) : undefined;
}

/** Finds the lines of offsets in a text. */
export function lineFinder(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return offset => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
