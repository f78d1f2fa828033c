import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "./server.ts";

/** Runs the language server over this process's stdio or ipc, as its arguments `--stdio` or `--node-ipc` say. */
export function serve(): void {
  startServer(createConnection(ProposedFeatures.all));
}
