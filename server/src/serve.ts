import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { config } from "@vscode/l10n";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { type Client, capabilitiesFor, clientOf } from "./capabilities.ts";

/**
 * Runs the language server over this process's stdio or ipc, as its arguments `--stdio` or `--node-ipc` say. It introduces
 * itself before it has loaded what it serves; messages that come meanwhile wait.
 */
export function serve(): void {
  let loading: Promise<void> | undefined;
  const connection = createConnection(ProposedFeatures.all, {
    messageStrategy: {
      handleMessage: (message, next) => (loading === undefined ? next(message) : loading.then(() => next(message))),
    },
  });
  const load = async (client: Client) => {
    // The answer goes out first.
    await setTimeout(0);
    config({ contents: client.translations });
    // Compiled whole, modules come whole from the compile cache; else each function is compiled again when it is first called.
    setFlagsFromString("--no-lazy");
    const { startServer } = await import("./server.ts");
    setFlagsFromString("--lazy");
    startServer(connection, client);
  };
  connection.onInitialize(params => {
    const client = clientOf(params);
    loading = load(client);
    return capabilitiesFor(client);
  });
  connection.listen();
}
