const shorthands: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text on one line, with its control characters spelled out, so that data can neither break a layout nor steer a terminal. */
export function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, character => shorthands[character] ?? `\\u${hexadecimal(character)}`);
}

/** The columns that a text without control characters takes on a terminal. */
export function columns(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) width += isWide(segment) ? 2 : 1;
  return width;
}

/** The text cut to so many columns, the last of them an ellipsis where something was cut. */
export function cut(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += isWide(segment) ? 2 : 1;
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}

function isWide(grapheme: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(
    grapheme,
  );
}
