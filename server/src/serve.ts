import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { setEnvironmentData } from "node:worker_threads";
import { config } from "@vscode/l10n";
import { createMessageConnection, type Message } from "vscode-jsonrpc/node";
import { type Client, capabilitiesFor, clientOf } from "./capabilities.ts";
import { answer, type Connection, log } from "./editing/connection.ts";
import { openTransport, watchProcess } from "./lifetime.ts";
import type { Server } from "./server.ts";

/**
 * Runs the language server over this process's stdio or ipc. It introduces itself before it has loaded what it serves;
 * messages that come meanwhile wait. The process ends with 0 where the client has shut the server down, and else with 1.
 */
export function serve(): void {
  let loading: Promise<Server> | undefined;
  const prepared = async (message: Message) => {
    const server = await loading;
    if ("method" in message && typeof message.method === "string") await server?.ready(message.method);
  };
  let isShutDown = false;
  const end = () => process.exit(isShutDown ? 0 : 1);
  const { reader, writer } = openTransport(end);
  const write = (type: "error" | "warning" | "info" | "log") => (message: string) => log(connection, type, message);
  const logger = { error: write("error"), warn: write("warning"), info: write("info"), log: write("log") };
  const connection = createMessageConnection(reader, writer, logger, {
    messageStrategy: {
      handleMessage: (message, next) =>
        loading === undefined ? next(message) : prepared(message).then(() => next(message)),
    },
  });
  answer(connection, "initialize", params => {
    watchProcess(params.processId, end);
    const client = clientOf(params);
    loading = load(connection, client);
    return capabilitiesFor(client);
  });
  answer(connection, "shutdown", async () => {
    isShutDown = true;
    await (await loading)?.close();
  });
  connection.onNotification("exit", end);
  connection.listen();
}

async function load(connection: Connection, client: Client): Promise<Server> {
  // The answer goes out first.
  await setTimeout(0);
  config({ contents: client.translations });
  setEnvironmentData("translations", client.translations);
  // Compiled whole, modules come whole from the compile cache; else each function is compiled again when it is first called.
  setFlagsFromString("--no-lazy");
  const { startServer } = await import("./server.ts");
  setFlagsFromString("--lazy");
  return startServer(connection, client);
}
