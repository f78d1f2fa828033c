export { visible } from "../../session/visible.ts";

/** The columns that a text without control characters takes on a terminal. */
export function columns(text: string): number {
  return graphemes(text).reduce((sum, grapheme) => sum + widthOf(grapheme), 0);
}

/** The start of the text in so many columns, the last of them an ellipsis where something was cut. */
export function cut(text: string, width: number): string {
  return columns(text) <= width ? text : `${fitting(graphemes(text), width - 1)}…`;
}

/** The end of the text in so many columns, the first of them an ellipsis where something was cut. */
export function cutStart(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const backwards = fitting(graphemes(text).reverse(), width - 1);
  return `…${graphemes(backwards).reverse().join("")}`;
}

/** Both ends of the text in so many columns, an ellipsis between them where something was cut. */
export function cutMiddle(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const start = fitting(graphemes(text), Math.floor((width - 1) / 2));
  return `${start}${cutStart(text, width - columns(start))}`;
}

/** The first of the graphemes that take so many columns together. */
function fitting(all: readonly string[], width: number): string {
  let kept = "";
  let used = 0;
  for (const grapheme of all) {
    used += widthOf(grapheme);
    if (used > width) break;
    kept += grapheme;
  }
  return kept;
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;

function widthOf(grapheme: string): number {
  return wide.test(grapheme) ? 2 : 1;
}

function graphemes(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}
