import * as l10n from "@vscode/l10n";
import { readJson } from "../jsonFile.ts";
import { hasLongNumber, quoteLongNumbers } from "../longNumbers.ts";
import type { TextBlock } from "../textBlocks.ts";
import type { Written } from "./attributes.ts";
import type { Unreadable } from "./unreadable.ts";

/** The objects of one block of a file, and the places of those that cannot be read. */
export interface WrittenBlock {
  readonly objects: readonly Written[];
  /** The line of each object, counted from 1. */
  readonly lines: readonly number[];
  readonly unreadable: readonly Unreadable[];
  /** The bytes of the file that hold the objects. */
  readonly offset: number;
  readonly end: number;
  /** Reads the objects and their lines once more from the text of those bytes. */
  readonly again: (text: string) => Pick<WrittenBlock, "objects" | "lines">;
}

/** Reads blocks of newline-delimited JSON: an object a line, blank lines left out. A line that is no object does not stop the others. */
export async function* readNdjson(blocks: AsyncIterable<TextBlock>): AsyncGenerator<WrittenBlock> {
  let line = 1;
  for await (const { text, offset, end } of blocks) {
    const first = line;
    const { next, ...block } = readBlock(text, first);
    line = next;
    yield { ...block, offset, end, again: piece => readBlock(piece, first) };
  }
}

type Read = Pick<WrittenBlock, "objects" | "lines" | "unreadable"> & { readonly next: number };

function readBlock(text: string, first: number): Read {
  const objects: Written[] = [];
  const lines: number[] = [];
  const unreadable: Unreadable[] = [];
  const isLong = hasLongNumber(text);
  let line = first;
  for (let start = 0; start <= text.length; line++) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const written = start === end ? undefined : parsed(text.slice(start, end), isLong);
    if (written !== undefined) {
      objects.push(written);
      lines.push(line);
    } else if (start !== end) unreadable.push(...mistakeIn(text.slice(start, end), line));
    start = end + 1;
  }
  return { objects, lines, unreadable, next: line };
}

function parsed(text: string, isLong: boolean): Written | undefined {
  const value = jsonOf(text, isLong);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Written) : undefined;
}

function jsonOf(text: string, isLong: boolean): unknown {
  try {
    return JSON.parse(isLong ? quoteLongNumbers(text) : text);
  } catch {
    const read = readJson(text);
    return read.kind === "value" ? read.value : undefined;
  }
}

function mistakeIn(text: string, line: number): readonly Unreadable[] {
  if (text.trim() === "") return [];
  const read = readJson(text);
  if (read.kind === "mistake") {
    const reason = l10n.t`${read.problem}. Write one JSON object on the line.`;
    return [{ line, column: read.offset + 1, reason, ...idIn(text) }];
  }
  return [{ line, column: 1, reason: l10n.t("this is no JSON object. Write one user or group on the line.") }];
}

/** A line that is cut off or has one mistake may still say whose it is. */
function idIn(text: string): Pick<Unreadable, "id"> {
  const id = /"id"\s*:\s*"([^"\\]+)"/.exec(text)?.[1];
  return id === undefined ? {} : { id };
}
