import { stat } from "node:fs/promises";
import type { Directory } from "../connectors/directory/directory.ts";

/** The directory files that have been read, each again only when it has changed. */
export interface Directories {
  /** A directory as an application sees it. Rejects with an InputError where it cannot be read. */
  readonly open: (path: string, application?: string) => Promise<Directory>;
}

/** Keeps the directories for as long as the server runs. */
export function createDirectories(): Directories {
  const read = new Map<string, { readonly stamp: string; readonly directory: Promise<Directory> }>();
  return {
    open: async (path, application) => {
      const key = JSON.stringify([path, application]);
      const stamp = await stampOf(path);
      const known = read.get(key);
      if (known?.stamp === stamp) return known.directory;
      const directory = openAnew(path, application);
      read.set(key, { stamp, directory });
      return directory;
    },
  };
}

async function openAnew(path: string, application: string | undefined): Promise<Directory> {
  const { openDirectory } = await import("../connectors/directory/openDirectory.ts");
  return openDirectory(path, application);
}

async function stampOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return `${found?.mtimeMs} ${found?.size}`;
}
