import { once } from "../../../once.ts";
import { membership } from "../membership.ts";
import type { AnchorPlace } from "../tree.ts";
import { boundaryCharacters } from "../unicode.ts";
import type { Machine } from "./machine.ts";

const lineFeed = 0x0a;

const bordersWords = once(() => membership(boundaryCharacters()));

/** Whether the machine stands at such a place (.NET: anchors). */
export const anchors: Readonly<Record<AnchorPlace, (machine: Machine) => boolean>> = {
  start: ({ position }) => position === 0,
  end: ({ position, text }) => position === text.length,
  lastLine: ({ position, text }) =>
    position === text.length || (position === text.length - 1 && text.charCodeAt(position) === lineFeed),
  lineStart: ({ position, text }) => position === 0 || text.charCodeAt(position - 1) === lineFeed,
  lineEnd: ({ position, text }) => position === text.length || text.charCodeAt(position) === lineFeed,
  boundary: atBoundary,
  notBoundary: machine => !atBoundary(machine),
  searchStart: ({ position, searchStart }) => position === searchStart,
};

function atBoundary({ position, text }: Machine): boolean {
  const isWord = bordersWords();
  return isWord(text.charCodeAt(position - 1)) !== isWord(text.charCodeAt(position));
}
