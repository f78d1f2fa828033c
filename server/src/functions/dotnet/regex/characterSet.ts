/** UTF-16 code units as ranges, both ends included, ascending and neither touching nor overlapping. */
export type CharacterSet = readonly CharacterRange[];
export type CharacterRange = readonly [first: number, last: number];

const last = 0xffff;

/** Every code unit. */
export const everything: CharacterSet = [[0, last]];

/** The set of one code unit. */
export function single(code: number): CharacterSet {
  return [[code, code]];
}

/** The code units of any of the ranges, which may come in any order and overlap. */
export function union(ranges: Iterable<CharacterRange>): CharacterSet {
  const result: [number, number][] = [];
  for (const [first, end] of [...ranges].sort((left, right) => left[0] - right[0])) {
    const previous = result.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], end);
    else result.push([first, end]);
  }
  return result;
}

/** The code units that the set lacks. */
export function complement(set: CharacterSet): CharacterSet {
  const starts = [0, ...set.map(range => range[1] + 1)];
  const ends = [...set.map(range => range[0] - 1), last];
  return starts
    .map((start, index): CharacterRange => [start, ends[index] ?? last])
    .filter(([start, end]) => start <= end);
}

/** The code units of the first set that the second lacks. */
export function difference(set: CharacterSet, removed: CharacterSet): CharacterSet {
  return complement(union([...complement(set), ...removed]));
}

/** The ECMAScript source that matches one code unit of the set, for a pattern without flags. */
export function printSet(set: CharacterSet): string {
  const [only] = set;
  if (set.length === 1 && only !== undefined && only[0] === only[1]) return printUnit(only[0]);
  const positive = `[${set.map(printRange).join("")}]`;
  const negative = `[^${complement(set).map(printRange).join("")}]`;
  return positive.length <= negative.length ? positive : negative;
}

function printRange([first, end]: CharacterRange): string {
  if (first === end) return printUnit(first);
  return `${printUnit(first)}${end === first + 1 ? "" : "-"}${printUnit(end)}`;
}

/** A code unit as it may stand inside and outside a class. */
function printUnit(code: number): string {
  const character = String.fromCharCode(code);
  if (/[\w ,;:@#%&=<>~"'!`]|[^\0-\xa0\u2000-\u206f\ud800-\udfff\ufff0-\uffff]/.test(character)) return character;
  return code < 0x7f && code > 0x20 ? `\\${character}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
