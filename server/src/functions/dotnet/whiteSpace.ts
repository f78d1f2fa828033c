/** White space as .NET's `Char.IsWhiteSpace` has it: next line is in, the byte order mark is not. For a character class. */
export const whiteSpace = "\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const blank = new RegExp(`[${whiteSpace}]`);

/** The text without white space at both ends. */
export function trim(text: string): string {
  return trimEnd(trimStart(text));
}

/**
 * The text of a number without what .NET passes over around one (dotnet/api/system.globalization.numberstyles): of white
 * space, the blank and the characters from tab to carriage return.
 */
export function trimNumber(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isAsciiBlank(text.charCodeAt(start))) start++;
  while (end > start && isAsciiBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The text without white space at its start. */
export function trimStart(text: string): string {
  return text.slice(behindWhiteSpace(text, 0));
}

/** The text without white space at its end. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text, end - 1)) end--;
  return text.slice(0, end);
}

/** The offset of the first character from `start` on that is no white space. */
export function behindWhiteSpace(text: string, start: number): number {
  let position = start;
  while (position < text.length && isBlank(text, position)) position++;
  return position;
}

/** Most characters are told by their number alone. */
function isBlank(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit < 0x80 ? isAsciiBlank(unit) : blank.test(text.charAt(index));
}

function isAsciiBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}
