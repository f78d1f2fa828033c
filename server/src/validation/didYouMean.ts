/**
 * The candidate that was most likely meant, if one is near enough: one edit is allowed for every three letters, four
 * at most, where an edit inserts, deletes or replaces a letter or swaps two neighbours. Letter case costs nothing
 * unless two candidates are equally near.
 */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  let limit = Math.min(4, Math.floor(name.length / 3)) + 1;
  let best: string | undefined;
  for (const candidate of candidates) {
    const distance = candidate === name ? limit : distanceOf(name, candidate);
    if (distance < limit) [limit, best] = [distance, candidate];
  }
  return best;
}

/** The sentence that offers a candidate, with a blank before it; empty where there is none. */
export function offer(candidate: string | undefined): string {
  return candidate === undefined ? "" : ` Did you mean '${candidate}'?`;
}

/** Edits between the names without their case, and a thousandth for each edit that only changes case. */
function distanceOf(name: string, candidate: string): number {
  if (Math.abs(name.length - candidate.length) > 4) return Number.POSITIVE_INFINITY;
  const edits = optimalStringAlignment(name.toLowerCase(), candidate.toLowerCase());
  return edits + Math.min(optimalStringAlignment(name, candidate), 900) / 1000;
}

/** Damerau-Levenshtein distance in its restricted form: no piece is edited twice. */
function optimalStringAlignment(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const substitution = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + substitution,
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
