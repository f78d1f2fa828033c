/** Codes of the characters that tokens are told by. */
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const quotationMark = 0x22;
export const percent = 0x25;
export const ampersand = 0x26;
export const minus = 0x2d;
export const dot = 0x2e;
export const slash = 0x2f;
export const colon = 0x3a;
export const lessThan = 0x3c;
export const openingBracket = 0x5b;
export const backslash = 0x5c;
export const closingBracket = 0x5d;
export const beyondAscii = 0x80;

/** The codes of the characters of a text and a NUL behind them. Scanners look into them faster than into the text itself, as long as they never look behind the NUL. */
export function codesOf(text: string): Uint16Array {
  const { buffer, byteOffset, length } = Buffer.from(`${text}\0`, "utf16le");
  return new Uint16Array(buffer, byteOffset, length / Uint16Array.BYTES_PER_ELEMENT);
}

/** The code of the character at an offset; at the end that of NUL. */
export function codeAt(codes: Uint16Array, offset: number): number {
  return codes[offset] ?? 0;
}

/** Whether a name may begin with it: a letter of ASCII or `_`. */
export function isLetter(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || code === 0x5f;
}

/** Whether it is a digit of ASCII. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether it separates tokens. Blanks beyond ASCII are rare, and left aside. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** A table of numbers by the codes of these characters, 0 for all others of ASCII. */
export function byCharacter(numbers: Readonly<Record<string, number>>): readonly number[] {
  return Array.from({ length: beyondAscii }, (_, code) => numbers[String.fromCharCode(code)] ?? 0);
}
