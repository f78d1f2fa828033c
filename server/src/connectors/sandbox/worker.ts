import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "../inputError.ts";
import { serveSandbox } from "./serveSandbox.ts";
import type { WorkerMessage, WorkerOrder, WorkerTask } from "./startSandbox.ts";

/** The sandbox's thread: serves, and tells what it holds, until it is told to stop. */
const { settings, token } = workerData as WorkerTask;
const report = (message: WorkerMessage) => parentPort?.postMessage(message);
try {
  const { url, content, close } = await serveSandbox(settings, token);
  parentPort?.on("message", async (order: WorkerOrder) => {
    if (order === "content") return report({ kind: "content", content: content() });
    await close();
    parentPort?.close();
  });
  report({ kind: "listening", url });
} catch (error) {
  if (!(error instanceof InputError)) {
    throw error;
  }
  report({ kind: "refused", message: error.message });
}
