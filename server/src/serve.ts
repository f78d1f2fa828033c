import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createDocument } from "./model/document.ts";
import { startServer } from "./server.ts";

/** Runs the language server over this process's stdio or ipc, as its arguments `--stdio` or `--node-ipc` say. */
export function serve(): void {
  startServer(createConnection(ProposedFeatures.all));
  // Builds the parser, so that the first document need not wait for it.
  createDocument("", 0, "");
}
