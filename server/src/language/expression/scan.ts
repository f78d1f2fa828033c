import { codeAt, isBlank } from "./characters.ts";

/** Cuts a text into tokens, one after the other. */
export interface Scanner {
  readonly text: string;
  /** Those of the characters of the text, and a NUL behind them. */
  readonly codes: Uint16Array;
  readonly scanToken: ScanToken;
  /** Where the last token begins and ends. */
  start: number;
  end: number;
}

/** Goes on to the next token or comment and gives its kinds as bits; none at the end of the text. */
export type ScanToken = (scanner: Scanner) => number;

/** Goes on to what follows the blanks and gives its first character, NUL at the end of the text. Its end is that of the character. */
export function scanCharacter(scanner: Scanner): number {
  const { codes } = scanner;
  let start = scanner.end;
  let first = codeAt(codes, start);
  while (isBlank(first)) first = codeAt(codes, ++start);
  scanner.start = start;
  scanner.end = start + 1;
  return first;
}
