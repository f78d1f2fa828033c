import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { peer } from "./peers.ts";

/** A language server as the bench runs it. */
export interface Contender {
  readonly name: string;
  readonly command: readonly string[];
  readonly languageId: string;
}

/** The options of Node with which the extension starts the server. */
export const nodeOptions = ["--max-semi-space-size=4"] as const;

export const mapwright: Contender = {
  name: "mapwright",
  command: [...nodeOptions, join(import.meta.dirname, "..", "..", "dist", "server.js"), "--stdio"],
  languageId: "provmap",
};

/** VS Code's JSON server, which lets a client pull diagnostics without a debounce. */
export function jsonServer(): Contender {
  const command = join(peer("vscode-langservers-extracted"), "bin/vscode-json-language-server");
  return { name: "vscode-json-language-server 4.10.0", command: [command, "--stdio"], languageId: "json" };
}

export function yamlServer(): Contender {
  const command = join(peer("yaml-language-server"), "bin/yaml-language-server");
  return { name: "yaml-language-server 2.0.0", command: [command, "--stdio"], languageId: "yaml" };
}

/** A running server that has been initialized. */
export interface RunningServer {
  readonly connection: MessageConnection;
  /** Milliseconds from the start of its process to its answer of `initialize`. */
  readonly initialize: number;
  /** Opens a document and waits for its first diagnostics: pulled where the server lets a client pull, else as published. */
  readonly open: (uri: string, text: string) => Promise<void>;
  /** Its resident memory, in MB. */
  readonly memory: () => number;
  /** Ends it as an editor does. */
  readonly stop: () => Promise<void>;
}

/** What servers keep between their starts, as compiled code, they keep here for one run of the bench. */
const kept = mkdtempSync(join(tmpdir(), "mapwright-bench-"));

/** Starts a server and introduces a client that pulls diagnostics. */
export async function startServer({ command, languageId }: Contender): Promise<RunningServer> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...command], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...process.env, TMPDIR: kept },
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) => items.map(() => ({})));
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const { capabilities } = await connection.sendRequest<{ capabilities: { diagnosticProvider?: unknown } }>(
    "initialize",
    {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: {} }, workspace: { configuration: true } },
    },
  );
  const initialize = performance.now() - begun;
  await connection.sendNotification("initialized", {});
  return {
    connection,
    initialize,
    open: async (uri, text) => {
      const published = new Promise(resolve =>
        connection.onNotification("textDocument/publishDiagnostics", () => resolve(undefined)),
      );
      const textDocument = { uri, languageId, version: 1, text };
      await connection.sendNotification("textDocument/didOpen", { textDocument });
      if (capabilities.diagnosticProvider === undefined) await published;
      else await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    },
    memory: () => Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" })) / 1024,
    stop: async () => {
      const ended = once(child, "exit");
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await ended;
      connection.dispose();
    },
  };
}
