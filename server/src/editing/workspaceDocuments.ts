import { stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { createDocument, type ProvmapDocument } from "../model/document.ts";
import { type DocumentStore, pathOf } from "./documents.ts";

/** The `.provmap` documents of the workspace. */
export interface WorkspaceDocuments {
  /** The open ones as the editor has them, the others as they lie on the disk. */
  readonly all: () => Promise<readonly ProvmapDocument[]>;
  /** Those that are not open. */
  readonly closed: () => Promise<readonly ProvmapDocument[]>;
  /** The one of this address, whether it is known of or not; none where there is no such file. */
  readonly one: (uri: string) => Promise<readonly ProvmapDocument[]>;
  /** Files have come or gone, or the folders are others. */
  readonly changed: () => void;
}

/** Where the documents are looked for. */
export interface Folders {
  readonly uris: () => readonly string[];
  /** True where every file that comes or goes is told of; otherwise the folders are searched each time. */
  readonly areWatched: () => boolean;
}

/** Finds the files when they are first asked for, and reads each again only when it has changed. */
export function createWorkspaceDocuments(documents: DocumentStore, folders: Folders): WorkspaceDocuments {
  const read = new Map<string, { readonly stamp: string; readonly document: ProvmapDocument }>();
  let searching: Promise<readonly string[]> | undefined;
  const paths = () => {
    if (!folders.areWatched()) searching = undefined;
    searching ??= search(folders.uris());
    return searching;
  };
  const readFile = async (path: string): Promise<readonly ProvmapDocument[]> => {
    const stamp = await stampOf(path);
    const known = read.get(path);
    if (known !== undefined && known.stamp === stamp) return [known.document];
    read.delete(path);
    const text = stamp && (await textOf(path));
    if (stamp === undefined || text === undefined) return [];
    const document = createDocument(pathToFileURL(path).href, 0, text);
    read.set(path, { stamp, document });
    return [document];
  };
  const closed = async () => {
    const found = await paths();
    const open = new Set(documents.uris().map(pathOf));
    return (await Promise.all(found.filter(path => !open.has(path)).map(readFile))).flat();
  };
  return {
    closed,
    one: async uri => {
      const path = pathOf(uri);
      const open = documents.get(uri);
      if (open !== undefined) return [open];
      return path === undefined ? [] : readFile(path);
    },
    all: async () => {
      const others = await closed();
      return [...documents.uris().flatMap(uri => documents.get(uri) ?? []), ...others];
    },
    changed: () => {
      searching = undefined;
    },
  };
}

async function search(uris: readonly string[]): Promise<readonly string[]> {
  const { findFiles } = await import("../connectors/workspace/findFiles.ts");
  const found = await Promise.all(uris.map(uri => searchIn(findFiles, pathOf(uri))));
  return [...new Set(found.flat())].sort();
}

async function searchIn(findFiles: (folder: string, ending: string) => Promise<readonly string[]>, path?: string) {
  return path === undefined ? [] : findFiles(path, ".provmap");
}

async function textOf(path: string): Promise<string | undefined> {
  const { readText } = await import("../connectors/textFile.ts");
  return readText(path).catch(() => undefined);
}

async function stampOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && `${found.mtimeMs} ${found.size}`;
}
