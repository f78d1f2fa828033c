import { Console } from "node:console";
import {
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

/** How a client reaches this process, and what becomes of the process without it. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** How often the process looks whether that of its client is still there, in milliseconds. */
const watchInterval = 3_000;

/** The process's stdio or ipc, as its arguments `--stdio` or `--node-ipc` say. `end` is called when the client is gone. */
export function openTransport(end: () => void): Transport {
  if (process.argv.includes("--node-ipc")) {
    process.once("disconnect", end);
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  }
  if (!process.argv.includes("--stdio")) throw new Error("Start the language server with --stdio or --node-ipc.");
  // What a library prints must not come between the messages.
  globalThis.console = new Console(process.stderr);
  process.stdin.once("end", end).once("close", end);
  return { reader: new StreamMessageReader(process.stdin), writer: new StreamMessageWriter(process.stdout) };
}

/** Calls `end` when the process of the client has ended; null where the client has none (LSP, `InitializeParams.processId`). */
export function watchProcess(id: number | null, end: () => void): void {
  if (id === null) return;
  const look = () => {
    try {
      process.kill(id, 0);
    } catch {
      end();
    }
  };
  setInterval(look, watchInterval).unref();
}
