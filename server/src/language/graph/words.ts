import { type JsonKind, kinds } from "./json.ts";

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The kind of a value that is written without quotes and brackets; undefined for a word that is none. */
export function kindOfWord(word: string): JsonKind | undefined {
  switch (word) {
    case "true":
      return kinds.true;
    case "false":
      return kinds.false;
    case "null":
      return kinds.null;
    default:
      return number.test(word) ? kinds.number : undefined;
  }
}

/** Where a run of characters ends that are neither blanks nor punctuation of JSON; one is taken in any case. */
export function wordEnd(file: string, at: number): number {
  let behind = at + 1;
  while (behind < file.length && !endsWord(file.charCodeAt(behind))) behind++;
  return behind;
}

function endsWord(unit: number): boolean {
  return unit > 0x7f || wordEnds[unit] === 1;
}

/** 1 for the ASCII characters that end a word. */
const wordEnds = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  /[ \t\n\r,:{}[\]"]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** True for the blanks of JSON. */
export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
