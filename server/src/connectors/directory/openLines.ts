import * as l10n from "@vscode/l10n";
import type { SourceObject } from "../../engine/ports.ts";
import { InputError } from "../inputError.ts";
import type { Position } from "../jsonFile.ts";
import { openBlocks, readPiece } from "../textBlocks.ts";
import { idOf } from "./assignments.ts";
import type { Directory } from "./directory.ts";
import { isGroup, lineReader } from "./lineObject.ts";
import type { WrittenBlock } from "./ndjson.ts";
import { namesOf, type WrittenObject } from "./sourceObject.ts";
import { textTable } from "./textTable.ts";
import { refusedObject } from "./unreadable.ts";
import { type LineFormat, writtenBlocks } from "./writtenBlocks.ts";

/** So many of each kind are listed: what is found is read from the file when it is asked for. */
const mostListed = 1000;

/** A block of the file, and the number of its first object. */
type Piece = Pick<WrittenBlock, "offset" | "end" | "again"> & { readonly first: number };

/**
 * Opens a file in which every object stands by itself, of any size: it is read once, of which an index of names remains.
 * Throws InputError for a file that cannot be read or holds what it may not.
 */
export async function openLines(path: string, format: LineFormat, application?: string): Promise<Directory> {
  const names = textTable();
  const pieces: Piece[] = [];
  const listed = { User: [] as SourceObject[], Group: [] as SourceObject[] };
  const written = pieceReader(path, pieces);
  const matching = (key: string) =>
    names
      .candidates(key.toLowerCase())
      .map(written)
      .filter(({ object }) => isCalled(object, key.toLowerCase()));
  const idFor = (key: string) =>
    idOf(
      chosen(
        path,
        key,
        matching(key).map(({ object }) => object),
      ) ?? { id: key },
    );
  const readObject = lineReader(application, { idFor });
  const check = lineReader(application);
  let count = 0;
  for await (const block of writtenBlocks(path, format, (await openBlocks(path, "line")).blocks)) {
    const [unreadable] = block.unreadable;
    if (unreadable !== undefined) throw refusedObject(path, unreadable);
    pieces.push({ offset: block.offset, end: block.end, again: block.again, first: count });
    for (const [index, one] of block.objects.entries()) {
      const read = check(one);
      const line = block.lines[index] ?? 0;
      if (read.kind === "refused") throw refusedObject(path, { line, column: 1, reason: read.reason });
      const { id, objectType } = read.object;
      if (matching(id).some(({ object }) => idOf(object).toLowerCase() === id.toLowerCase()))
        throw refusedObject(path, {
          line,
          column: 1,
          reason: l10n.t`id is "${id}", as another object has. Give each its own.`,
        });
      const all = [id, ...namesOf(objectType, one as WrittenObject)].map(name => name.toLowerCase());
      for (const name of new Set(all)) names.add(name, count);
      count++;
      if (listed[objectType].length < mostListed) listed[objectType].push(read.object);
    }
  }
  const find = (key: string) => {
    const found = matching(key);
    const object = chosen(
      path,
      key,
      found.map(one => one.object),
    );
    return found.find(one => one.object === object);
  };
  return {
    users: listed.User,
    groups: listed.Group,
    find(key) {
      const found = find(key);
      const read = found && readObject(found.object);
      return read?.kind === "object" ? read.object : undefined;
    },
    locate: async (key): Promise<Position | undefined> => {
      const found = find(key);
      return found && { line: found.line - 1, character: 0 };
    },
  };
}

interface Found {
  readonly object: WrittenObject;
  readonly line: number;
}

/** Reads the object of a number from its piece of the file; the last piece is kept. */
function pieceReader(path: string, pieces: readonly Piece[]): (number: number) => Found {
  let last: (Pick<WrittenBlock, "objects" | "lines"> & { readonly piece: Piece }) | undefined;
  return number => {
    const piece = pieces[lastAtMost(pieces, number)];
    if (piece === undefined) throw new InputError(l10n.t`${path}: the file has changed while it was read. Try again.`);
    if (last?.piece !== piece) last = { piece, ...piece.again(readPiece(path, piece)) };
    const object = last.objects[number - piece.first];
    if (object === undefined) throw new InputError(l10n.t`${path}: the file has changed since it was read. Try again.`);
    return { object: object as WrittenObject, line: last.lines[number - piece.first] ?? 1 };
  };
}

function lastAtMost(pieces: readonly Piece[], number: number): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.first ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isCalled(object: WrittenObject, name: string): boolean {
  const all = [idOf(object), ...namesOf(isGroup(object) ? "Group" : "User", object)];
  return all.some(one => one.toLowerCase() === name);
}

/** An id wins over other names. Throws InputError for a name that several objects have. */
function chosen(path: string, key: string, objects: readonly WrittenObject[]): WrittenObject | undefined {
  const byId = objects.find(object => idOf(object).toLowerCase() === key.toLowerCase());
  if (byId === undefined && objects.length > 1) {
    const ids = objects.map(idOf).join(", ");
    throw new InputError(l10n.t`${path}: "${key}" is ${objects.length} objects: ${ids}. Name one by its id.`);
  }
  return byId ?? objects[0];
}
