import { fileURLToPath } from "node:url";
import { createDocument, type ProvmapDocument } from "../model/document.ts";
import type { Texts } from "./texts.ts";

/** The longest time that a request waits for typing to pause, in milliseconds. */
const longestPause = 250;

/** The open documents, each read at most once for a version and not before something asks for it. */
export interface DocumentStore {
  /** The latest version; undefined for a document that is not open. */
  readonly get: (uri: string) => ProvmapDocument | undefined;
  /** The number of the latest version, without reading it; undefined for a document that is not open. */
  readonly versionOf: (uri: string) => number | undefined;
  /** How long work on a document that may change again waits, in milliseconds: as long as reading it took. */
  readonly pauseOf: (uri: string) => number;
  readonly uris: () => readonly string[];
}

/** Keeps what was read of the editor's texts until they change or close. */
export function createDocumentStore(texts: Texts): DocumentStore {
  const read = new Map<string, { readonly document: ProvmapDocument; readonly took: number }>();
  texts.onClosed(uri => read.delete(uri));
  return {
    get: uri => {
      const text = texts.get(uri);
      if (text === undefined) return undefined;
      const known = read.get(uri)?.document;
      if (known?.version === text.version) return known;
      const begun = performance.now();
      const document = createDocument(uri, text.version, text.getText(), known);
      read.set(uri, { document, took: performance.now() - begun });
      return document;
    },
    versionOf: uri => texts.get(uri)?.version,
    pauseOf: uri => Math.min(read.get(uri)?.took ?? 0, longestPause),
    uris: texts.uris,
  };
}

/** The path of a document that lies on the disk. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
