import * as l10n from "@vscode/l10n";

/**
 * The candidate that was most likely meant, if one is near enough: one edit is allowed for every three letters, four
 * at most, where an edit inserts, deletes or replaces a letter or swaps two neighbours. Letter case costs nothing
 * unless two candidates are equally near.
 */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(candidates)(name);
}

/**
 * Finds what was most likely meant among the same candidates again and again. Where thousands of names are compared with
 * thousands of candidates, the names are no slips: those behind the first are offered nothing, which takes no time.
 */
export function nearestOf(candidates: Iterable<string>): (name: string) => string | undefined {
  const all = Array.from(candidates, candidate => ({ candidate, letters: lettersOf(candidate) }));
  let comparisons = mostComparisons;
  return name => {
    comparisons -= all.length;
    if (comparisons < 0) return undefined;
    const ownLetters = lettersOf(name);
    let limit = Math.min(4, Math.floor(name.length / 3)) + 1;
    let best: string | undefined;
    for (const { candidate, letters } of all) {
      if (Math.abs(name.length - candidate.length) >= limit || candidate === name) continue;
      if (hasBits(ownLetters & ~letters, limit) || hasBits(letters & ~ownLetters, limit)) continue;
      const distance = distanceOf(name, candidate, limit);
      if (distance < limit) [limit, best] = [distance, candidate];
    }
    return best;
  };
}

const mostComparisons = 500_000;

/** The sentence that offers a candidate, or else this one, with a blank before it; empty where there is neither. */
export function offer(candidate: string | undefined, otherwise?: string): string {
  const sentence = candidate === undefined ? otherwise : l10n.t`Did you mean '${candidate}'?`;
  return sentence === undefined ? "" : ` ${sentence}`;
}

/** A bit for each letter of a name, whatever its case; some characters share theirs. */
function lettersOf(name: string): number {
  let letters = 0;
  for (let index = 0; index < name.length; index++) letters |= 1 << (name.charCodeAt(index) & 31);
  return letters;
}

/** True for this many bits and more. An edit brings one letter in at most, and takes one out. */
function hasBits(bits: number, least: number): boolean {
  let missing = least;
  for (let rest = bits; rest !== 0 && missing > 0; rest &= rest - 1) missing--;
  return missing <= 0;
}

/** Edits between the names without their case, and a thousandth for each edit that only changes case. */
function distanceOf(name: string, candidate: string, limit: number): number {
  const edits = optimalStringAlignment(name.toLowerCase(), candidate.toLowerCase());
  if (edits >= limit) return edits;
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
