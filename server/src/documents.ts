import { fileURLToPath } from "node:url";
import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { createDocument, type ProvmapDocument } from "./model/document.ts";

/** The open documents, each read at most once for a version and not before something asks for it. */
export interface DocumentStore {
  /** The latest version; undefined for a document that is not open. */
  readonly get: (uri: string) => ProvmapDocument | undefined;
  readonly uris: () => readonly string[];
}

/** Keeps what was read of the editor's texts until they change or close. */
export function createDocumentStore(texts: TextDocuments<TextDocument>): DocumentStore {
  const read = new Map<string, ProvmapDocument>();
  texts.onDidClose(({ document }) => read.delete(document.uri));
  return {
    get: uri => {
      const text = texts.get(uri);
      if (text === undefined) return undefined;
      const known = read.get(uri);
      if (known?.version === text.version) return known;
      const document = createDocument(uri, text.version, text.getText());
      read.set(uri, document);
      return document;
    },
    uris: () => texts.keys(),
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
