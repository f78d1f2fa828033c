/** The roles of text on a terminal. */
export type Tone = "strong" | "faint" | "good" | "bad" | "warning";

/** Gives a text the look of its role. */
export type Paint = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Tone, readonly [open: number, close: number]>> = {
  strong: [1, 22],
  faint: [2, 22],
  good: [32, 39],
  bad: [31, 39],
  warning: [33, 39],
};

/** For files, pipes and people who set NO_COLOR. */
export const plain: Paint = (_tone, text) => text;

/** For terminals: ECMA-48 select graphic rendition. */
export const coloured: Paint = (tone, text) => {
  const [open, close] = codes[tone];
  return text === "" ? "" : `\u001b[${open}m${text}\u001b[${close}m`;
};
