/** Reads the strings of a JSON file and keeps its text with their escapes decoded. */
export interface Strings {
  /** The offset in the decoded text of an offset in the file that is not behind the last string which was read. */
  readonly inText: (fileOffset: number) => number;
  /** Reads the string whose opening quote is there. */
  readonly read: (fileOffset: number) => ReadString;
  /** Offsets behind each escape: in the decoded text, and in the file. */
  readonly behindInText: readonly number[];
  readonly behindInFile: readonly number[];
  /** The whole file, decoded. */
  readonly text: () => string;
}

interface ReadString {
  /** The offset behind the closing quote, or behind the line where that is missing. */
  readonly end: number;
  readonly isClosed: boolean;
  /** What JSON does not allow in it. */
  readonly mistake?: string;
}

/** The strings of a file. Escapes that JSON does not know stay as they are. */
export function createStrings(file: string): Strings {
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
  const read = (start: number): ReadString => {
    const lineEnd = nextLineFeed(start);
    let at = start + 1;
    let mistake: string | undefined;
    for (;;) {
      const quote = file.indexOf('"', at);
      const end = quote === -1 ? file.length : quote;
      const backslash = nextBackslash(at);
      if (backslash < end && backslash < lineEnd) {
        const behind = decode(backslash);
        if (behind === undefined) mistake ??= "Write '\\\\' for a backslash in a JSON string.";
        at = behind ?? backslash + (file.charAt(backslash + 1) === '"' ? 1 : 2);
      } else if (end < lineEnd && quote !== -1) {
        const string = { end: quote + 1, isClosed: true };
        return mistake === undefined ? string : { ...string, mistake };
      } else {
        const behind = file.charAt(lineEnd - 1) === "\r" ? lineEnd - 1 : lineEnd;
        return { end: behind, isClosed: false, mistake: mistake ?? "Close the string with a double quote." };
      }
    }
  };
  return { inText, read, behindInText, behindInFile, text: () => pieces.join("") + file.slice(copied) };
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
