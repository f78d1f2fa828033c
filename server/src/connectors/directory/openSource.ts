import type { ObjectSource, SourceObject } from "../../engine/ports.ts";
import { openBlocks } from "../textBlocks.ts";
import { lineReader } from "./lineObject.ts";
import { openDirectory } from "./openDirectory.ts";
import { refusedObject, type Unreadable } from "./unreadable.ts";
import { type LineFormat, lineFormat, writtenBlocks } from "./writtenBlocks.ts";

/** A directory file as a source of objects, in the order of the file. */
export interface DirectorySource extends ObjectSource {
  /**
   * Reads all objects once. One that cannot be read ends the reading with an InputError, unless somebody takes note of it:
   * then it is left out, so that its absence does not mean that it is gone.
   */
  readonly read: (signal?: AbortSignal, takeNote?: TakeNote) => AsyncIterable<readonly SourceObject[]>;
}

export type TakeNote = (unreadable: Unreadable) => void;

/** What is wanted of a source. */
export interface SourceSettings {
  /** The application whose assignments count; absent: any. */
  readonly application?: string | undefined;
  /** The attributes that are read; absent: all. */
  readonly wanted?: ReadonlySet<string>;
}

/** Opens a directory file: NDJSON and CSV, of which only a block is held at a time, or JSON. */
export function openSource(path: string, settings: SourceSettings = {}): DirectorySource {
  const format = lineFormat(path);
  return format === undefined ? jsonSource(path, settings) : lineSource(path, format, settings);
}

/** So many objects of a file that is held as a whole make a block. */
const blockSize = 256;

function jsonSource(path: string, { application }: SourceSettings): DirectorySource {
  let share = 0;
  return {
    share: () => share,
    read: async function* (signal) {
      const { users, groups } = await openDirectory(path, application);
      const objects = [...users, ...groups];
      for (let start = 0; start < objects.length; start += blockSize) {
        await new Promise(resolve => setImmediate(resolve));
        signal?.throwIfAborted();
        share = start / objects.length;
        yield objects.slice(start, start + blockSize);
      }
      share = 1;
    },
  };
}

function lineSource(path: string, format: LineFormat, { application, wanted }: SourceSettings): DirectorySource {
  const readObject = lineReader(application, wanted ? { wanted } : {});
  let share = () => 0;
  return {
    share: () => share(),
    read: async function* (signal, takeNote) {
      const { size, read, blocks } = await openBlocks(path, "line", signal);
      share = () => (size === 0 ? 1 : Math.min(1, read() / size));
      const refuse = (unreadable: Unreadable) => {
        if (takeNote === undefined) throw refusedObject(path, unreadable);
        takeNote(unreadable);
      };
      for await (const block of writtenBlocks(path, format, blocks)) {
        for (const unreadable of block.unreadable) refuse(unreadable);
        const objects: SourceObject[] = [];
        for (const [index, written] of block.objects.entries()) {
          const line = readObject(written);
          if (line.kind === "object") objects.push(line.object);
          else refuse({ line: block.lines[index] ?? 0, column: 1, reason: line.reason, ...idOf(written) });
        }
        yield objects;
      }
    },
  };
}

function idOf({ id }: Readonly<Record<string, unknown>>): Pick<Unreadable, "id"> {
  return typeof id === "string" && id !== "" ? { id } : {};
}
