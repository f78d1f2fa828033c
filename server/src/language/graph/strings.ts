import * as l10n from "@vscode/l10n";
import type { Escapes } from "./json.ts";

/** Reads the strings of a JSON file and keeps its text with their escapes decoded. */
export interface Strings extends Escapes {
  /** The offset in the decoded text of an offset in the file that is not behind the last string which was read. */
  readonly inText: (fileOffset: number) => number;
  /** Reads the string whose opening quote is there: the offset behind its closing quote, undefined where that is missing. */
  readonly read: (fileOffset: number) => number | undefined;
  /** Where the line ends in which an offset lies that is not before the last string which was read. */
  readonly lineEnd: (fileOffset: number) => number;
  /** The whole file, decoded. */
  readonly text: () => string;
}

/**
 * The strings of a file. Escapes that JSON does not know stay as they are. `tell` learns what JSON does not allow in a
 * string, and at which offset in the decoded text that string begins.
 */
export function createStrings(file: string, tell: (message: () => string, at: number) => void): Strings {
  const behindInText: number[] = [];
  const behindInFile: number[] = [];
  const pieces: string[] = [];
  const nextBackslash = searching(file, "\\");
  const nextLineFeed = searching(file, "\n");
  let copied = 0;
  let saved = 0;

  const inText = (fileOffset: number) => fileOffset - saved;
  const decode = (at: number): number | undefined => {
    const found = escapeAt(file, at);
    if (found === undefined) return undefined;
    pieces.push(file.slice(copied, at), found.character);
    copied = at + found.length;
    saved += found.length - 1;
    behindInFile.push(copied);
    behindInText.push(copied - saved);
    return copied;
  };
  const read = (start: number) => {
    const lineEnd = nextLineFeed(start);
    const begin = inText(start);
    let at = start + 1;
    for (;;) {
      const quote = file.indexOf('"', at);
      const end = quote === -1 ? file.length : quote;
      const backslash = nextBackslash(at);
      if (backslash < end && backslash < lineEnd) {
        const behind = decode(backslash);
        if (behind === undefined) tell(() => l10n.t("Write '\\\\' for a backslash in a JSON string."), begin);
        at = behind ?? backslash + (file.charAt(backslash + 1) === '"' ? 1 : 2);
      } else if (end < lineEnd && quote !== -1) {
        return quote + 1;
      } else {
        tell(() => l10n.t("Close the string with a double quote."), begin);
        return undefined;
      }
    }
  };
  const lineEnd = (fileOffset: number) => {
    const end = nextLineFeed(fileOffset);
    return file.charAt(end - 1) === "\r" ? end - 1 : end;
  };
  return { inText, read, lineEnd, behindInText, behindInFile, text: () => [...pieces, file.slice(copied)].join("") };
}

/** Finds the next place of a character; the last finding is kept, so that going through a file looks at each place once. */
function searching(file: string, character: string): (from: number) => number {
  let found = -1;
  return from => {
    if (found < from) {
      const index = file.indexOf(character, from);
      found = index === -1 ? file.length : index;
    }
    return found;
  };
}

const simple: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

function escapeAt(file: string, at: number): { readonly character: string; readonly length: number } | undefined {
  const kind = file.charAt(at + 1);
  const character = simple[kind];
  if (character !== undefined) return { character, length: 2 };
  const digits = file.slice(at + 2, at + 6);
  if (kind !== "u" || !/^[0-9a-fA-F]{4}$/.test(digits)) return undefined;
  return { character: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
}

/** What stands between the quotes of a JSON string for a text. */
export function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
