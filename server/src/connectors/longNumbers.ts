import { visit } from "jsonc-parser";

/** So many digits hold every whole number below 10^15: one of more may be past 2^53, where a double loses the last of them. */
const exactDigits = 15;

/**
 * A JSON text whose whole numbers past 2^53 stand in quotes, so that what reads it keeps all their digits: to an expression they
 * are texts, as Entra's constants are (synchronization-attributemappingsource). Every other text is given back as it is.
 */
export function quoteLongNumbers(text: string): string {
  if (!hasLongNumber(text)) return text;
  const parts: string[] = [];
  let end = 0;
  visit(text, {
    onLiteralValue(value, offset, length) {
      const written = text.slice(offset, offset + length);
      if (typeof value !== "number" || Number.isSafeInteger(value) || !/^-?\d+$/.test(written)) return;
      parts.push(text.slice(end, offset), `"${written}"`);
      end = offset + length;
    },
  });
  return parts.join("") + text.slice(end);
}

/** Whether so many digits stand together that they may be such a number. A look at every sixteenth character is enough for nearly all texts. */
export function hasLongNumber(text: string): boolean {
  const { length } = text;
  for (let at = exactDigits; at < length; at += exactDigits + 1) {
    if (isDigit(text.charCodeAt(at)) && digitsAround(text, at) > exactDigits) return true;
  }
  return false;
}

function digitsAround(text: string, at: number): number {
  let [first, end] = [at, at + 1];
  while (first > 0 && isDigit(text.charCodeAt(first - 1))) first--;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end - first;
}

/** One comparison, since it is made for so many characters: what is below the digit 0 becomes a large number. */
function isDigit(code: number): boolean {
  return (code - 48) >>> 0 < 10;
}
