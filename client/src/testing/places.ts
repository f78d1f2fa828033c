import { Position, Range } from "vscode";

/** Ranges in a text, of which an editor may have another version by now. */
export function rangesIn(text: string): (span: { readonly start: number; readonly end: number }) => Range {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const position = (offset: number) => {
    const line = starts.findLastIndex(start => start <= offset);
    return new Position(line, offset - (starts[line] ?? 0));
  };
  return ({ start, end }) => new Range(position(start), position(end));
}
