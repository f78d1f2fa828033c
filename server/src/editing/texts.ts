import { Emitter, type Event } from "vscode-jsonrpc";
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Connection } from "./connection.ts";

/** The texts that are open in the editor, each as it was last told of. */
export interface Texts {
  readonly get: (uri: string) => TextDocument | undefined;
  readonly uris: () => readonly string[];
  /** Tells the address of a text that is opened, and of one that is changed. */
  readonly onChanged: Event<string>;
  readonly onClosed: Event<string>;
}

/** Keeps the texts of a client that synchronizes them by their changes (LSP, "Text Document Synchronization"). */
export function openTexts(connection: Connection): Texts {
  const open = new Map<string, TextDocument>();
  const changed = new Emitter<string>();
  const closed = new Emitter<string>();
  const keep = (text: TextDocument) => {
    open.set(text.uri, text);
    changed.fire(text.uri);
  };
  connection.onNotification("textDocument/didOpen", ({ textDocument }: DidOpenTextDocumentParams) => {
    const { uri, languageId, version, text } = textDocument;
    keep(TextDocument.create(uri, languageId, version, text));
  });
  connection.onNotification(
    "textDocument/didChange",
    ({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams) => {
      const text = open.get(uri);
      if (text !== undefined) keep(TextDocument.update(text, contentChanges, version));
    },
  );
  connection.onNotification("textDocument/didClose", ({ textDocument: { uri } }: DidCloseTextDocumentParams) => {
    if (open.delete(uri)) closed.fire(uri);
  });
  return { get: uri => open.get(uri), uris: () => [...open.keys()], onChanged: changed.event, onClosed: closed.event };
}
