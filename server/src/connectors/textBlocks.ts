import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import * as l10n from "@vscode/l10n";
import { InputError, unreadable } from "./inputError.ts";

/** A piece of a file's text, which is cut where it may be. */
export interface TextBlock {
  readonly text: string;
  /** The byte of the file at which it begins, and the one behind it. */
  readonly offset: number;
  readonly end: number;
}

/** A text file that is read block by block, so that its size does not matter. */
export interface TextBlocks {
  /** Bytes of the whole. */
  readonly size: number;
  /** Bytes read so far. */
  readonly read: () => number;
  /** Can be gone through once. Throws InputError for bytes that are no UTF-8, and the reason of a signal. */
  readonly blocks: AsyncIterable<TextBlock>;
}

/** `line`: behind a line feed, which is left out. `character`: between two characters, for texts whose lines have no bound. */
export type Cut = "line" | "character";

/** So many bytes are read at once: to wait for a read takes as long as to parse a hundred lines. */
const readSize = 1 << 18;
/** So many are given at once: what is made of larger blocks outlives the first garbage collections, which doubles the memory. */
const blockSize = 1 << 15;
/** A single line may not be longer: what is longer is no line, but another kind of file. */
const longestLine = 1 << 26;

/** Opens a UTF-8 file, with or without a byte order mark. Throws InputError where it cannot be opened. */
export async function openBlocks(path: string, cut: Cut, signal?: AbortSignal): Promise<TextBlocks> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const found = await handle.stat();
    if (found.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    const progress = { done: 0 };
    const blocks = readBlocks(path, handle, { cut, progress, signal });
    return { size: found.size, read: () => progress.done, blocks };
  } catch (error) {
    await handle?.close();
    throw unreadable(path, error);
  }
}

interface Reading {
  readonly cut: Cut;
  readonly progress: { done: number };
  readonly signal: AbortSignal | undefined;
}

async function* readBlocks(
  path: string,
  handle: FileHandle,
  { cut, progress, signal }: Reading,
): AsyncGenerator<TextBlock> {
  let buffer = Buffer.allocUnsafe(2 * readSize);
  let kept = 0;
  let offset = 0;
  const blockOf = (start: number, end: number): TextBlock => {
    const begun = offset;
    offset += end - start;
    return { text: textOf(path, buffer.subarray(start, end), begun), offset: begun, end: offset };
  };
  try {
    for (;;) {
      signal?.throwIfAborted();
      if (buffer.length - kept < readSize) buffer = grown(path, buffer, offset);
      const { bytesRead } = await handle.read(buffer, kept, readSize);
      const end = kept + bytesRead;
      progress.done += bytesRead;
      let start = 0;
      for (let next = cuts[cut](buffer, start, end); next > start; next = cuts[cut](buffer, start, end)) {
        yield blockOf(start, next - lost[cut]);
        signal?.throwIfAborted();
        offset += lost[cut];
        start = next;
      }
      if (bytesRead === 0) {
        if (start < end) yield blockOf(start, end);
        return;
      }
      buffer.copyWithin(0, start, end);
      kept = end - start;
    }
  } finally {
    await handle.close();
  }
}

/** How many bytes at a cut are no part of the text. */
const lost: Readonly<Record<Cut, number>> = { line: 1, character: 0 };

/** Where the block ends that begins at `start` of the bytes up to `end`; `start` where there is no place to cut. */
const cuts: Readonly<Record<Cut, (buffer: Buffer, start: number, end: number) => number>> = {
  line: afterLine,
  character: afterCharacter,
};

function afterLine(buffer: Buffer, start: number, end: number): number {
  if (start === end) return start;
  const wanted = Math.min(start + blockSize, end);
  const before = buffer.lastIndexOf(10, wanted - 1);
  if (before >= start) return before + 1;
  const behind = buffer.indexOf(10, wanted);
  return behind < 0 || behind >= end ? start : behind + 1;
}

function afterCharacter(buffer: Buffer, start: number, end: number): number {
  const wanted = Math.min(start + blockSize, end);
  // A character has at most four bytes, of which those behind the first are 10xxxxxx.
  for (let back = 1; back <= Math.min(4, wanted - start); back++) {
    const byte = buffer[wanted - back] ?? 0;
    if (byte < 0x80) return wanted;
    if (byte >= 0xc0) return wanted - back;
  }
  return wanted;
}

function grown(path: string, buffer: Buffer, offset: number): Buffer<ArrayBuffer> {
  if (buffer.length > longestLine)
    throw new InputError(
      l10n.t`${path}: the line that begins at byte ${offset} has no end within ${longestLine >> 20} MB. Write one object a line.`,
    );
  const larger = Buffer.allocUnsafe(2 * buffer.length);
  buffer.copy(larger);
  return larger;
}

function textOf(path: string, bytes: Buffer, offset: number): string {
  if (offset === 0 && isUtf16(bytes)) throw new InputError(l10n.t`${path}: the file is UTF-16. Save it as UTF-8.`);
  if (!isUtf8(bytes))
    throw new InputError(
      l10n.t`${path}: the bytes from ${offset} to ${offset + bytes.length} hold something that is no UTF-8. Save the file as UTF-8.`,
    );
  return bytes.toString("utf8", offset === 0 && hasMark(bytes) ? 3 : 0);
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** UTF-16 begins with its mark, or has a zero beside its first character, which stands for itself in the formats that are read here. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

/** The text between two bytes of a file that was read before. Throws InputError where it cannot be read any more. */
export function readPiece(path: string, { offset, end }: Pick<TextBlock, "offset" | "end">): string {
  try {
    const file = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(end - offset);
      return textOf(path, bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset)), offset);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(path, error);
  }
}
