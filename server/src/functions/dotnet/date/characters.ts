/** The offset behind the ASCII digits that stand from `start` on, `most` of them at most. */
export function behindDigits(text: string, start: number, most: number): number {
  let end = start;
  while (end - start < most && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Whether the code unit is a letter. */
export function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
