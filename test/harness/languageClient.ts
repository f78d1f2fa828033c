import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver-protocol";

/** A language client without an editor, which speaks with the bundled server over stdio. */
export interface LanguageClient {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Every message so far, in the order in which the client saw them. */
  readonly messages: readonly LoggedMessage[];
  /** What the server wrote to its standard error. */
  readonly errors: () => string;
  readonly open: (uri: string, text: string) => Promise<void>;
  readonly change: (uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]) => Promise<void>;
  readonly close: (uri: string) => Promise<void>;
  /** The diagnostics of a document, asked for. */
  readonly pull: (uri: string) => Promise<readonly Diagnostic[]>;
  /** The next diagnostics that the server sends of a document. */
  readonly published: (uri: string) => Promise<PublishDiagnosticsParams>;
  /** Ends the server as an editor does. Gives its exit code. */
  readonly stop: () => Promise<number>;
}

/** A request, a response or a notification, and who sent it. */
export interface LoggedMessage {
  readonly from: "client" | "server";
  readonly message: {
    readonly id?: number | string | null;
    readonly method?: string;
    readonly params?: unknown;
    readonly result?: unknown;
    readonly error?: { readonly code: number; readonly message: string };
  };
}

/** What the client of a test tells of itself. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers to requests of the server, by method. */
  readonly answers?: Readonly<Record<string, (params: unknown) => unknown>>;
  /** The address of the folder that is open. */
  readonly rootUri?: string;
  /** Variables of the server's environment beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A client that asks for diagnostics. */
export const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };

/** Starts the server of `dist` and introduces the client. */
export async function startClient({
  capabilities = pulling,
  initializationOptions,
  answers = {},
  rootUri,
  env,
}: ClientOptions = {}): Promise<LanguageClient> {
  const server = spawn(process.execPath, [resolve("dist/server.js"), "--stdio"], { env: { ...process.env, ...env } });
  const errors = recorded(server);
  const messages: LoggedMessage[] = [];
  const connection = loggedConnection(server, messages);
  for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, answer);
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) =>
    waiting.get(params.uri)?.(params),
  );
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: rootUri ?? null,
    capabilities,
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
  });
  await connection.sendNotification("initialized", {});
  return {
    connection,
    initialized,
    messages,
    errors,
    open: (uri, text) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "provmap", version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges }),
    close: uri => connection.sendNotification("textDocument/didClose", { textDocument: { uri } }),
    pull: async uri => {
      const report = await connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
        textDocument: { uri },
      });
      return report.kind === "full" ? report.items : [];
    },
    published: uri => new Promise(told => waiting.set(uri, told)),
    stop: () => stopped(server, connection),
  };
}

/** A connection that writes down each message as it is sent and as it comes. */
function loggedConnection(server: ChildProcessWithoutNullStreams, messages: LoggedMessage[]): MessageConnection {
  const reader = new StreamMessageReader(server.stdout);
  const writer = new StreamMessageWriter(server.stdin);
  const listen = reader.listen.bind(reader);
  const write = writer.write.bind(writer);
  reader.listen = callback =>
    listen(message => {
      messages.push({ from: "server", message: message as LoggedMessage["message"] });
      callback(message);
    });
  writer.write = message => {
    messages.push({ from: "client", message: message as LoggedMessage["message"] });
    return write(message);
  };
  return createMessageConnection(reader, writer);
}

function recorded(server: ChildProcess): () => string {
  const chunks: string[] = [];
  server.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  return () => chunks.join("");
}

async function stopped(server: ChildProcess, connection: MessageConnection): Promise<number> {
  const exit = once(server, "exit");
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  const [code] = await exit;
  connection.dispose();
  return code;
}
