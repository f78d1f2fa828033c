import { stat } from "node:fs/promises";
import type { ObjectSource, SourceObject } from "../../engine/ports.ts";
import { openBlocks, type TextBlocks } from "../textBlocks.ts";
import { lineReader } from "./lineObject.ts";
import { openDirectory } from "./openDirectory.ts";
import { streamJson } from "./streamJson.ts";
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
  /** From how many bytes on a JSON file is not held as a whole; absent: 32 MB. */
  readonly largeFile?: number;
}

/** Opens a directory file: NDJSON and CSV, of which only a block is held at a time, or JSON, of which that is so when it is large. */
export function openSource(path: string, settings: SourceSettings = {}): DirectorySource {
  const format = lineFormat(path);
  return format === undefined ? jsonSource(path, settings) : lineSource(path, format, settings);
}

/** JSON of this size is not held. */
const largeFile = 1 << 25;

/** So many objects of a file that is held as a whole make a block. */
const blockSize = 256;

function jsonSource(path: string, settings: SourceSettings): DirectorySource {
  let share = () => 0;
  return {
    share: () => share(),
    read: async function* (signal, takeNote) {
      const size = await stat(path).then(
        found => found.size,
        () => 0,
      );
      if (size >= (settings.largeFile ?? largeFile)) {
        const onOpen = ({ size, read }: TextBlocks) => {
          share = () => Math.min(1, read() / size);
        };
        yield* streamJson(path, { ...settings, signal, onOpen, refuse: refusing(path, takeNote) });
        return;
      }
      const { users, groups } = await openDirectory(path, settings.application);
      const objects = [...users, ...groups];
      for (let start = 0; start < objects.length; start += blockSize) {
        await new Promise(resolve => setImmediate(resolve));
        signal?.throwIfAborted();
        share = () => start / objects.length;
        yield objects.slice(start, start + blockSize);
      }
      share = () => 1;
    },
  };
}

function refusing(path: string, takeNote: TakeNote | undefined): TakeNote {
  return unreadable => {
    if (takeNote === undefined) throw refusedObject(path, unreadable);
    takeNote(unreadable);
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
      const refuse = refusing(path, takeNote);
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
