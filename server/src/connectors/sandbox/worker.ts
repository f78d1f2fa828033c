import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "../inputError.ts";
import { serveSandbox } from "./serveSandbox.ts";
import type { WorkerMessage, WorkerTask } from "./startSandbox.ts";

/** The sandbox's thread: serves until it is told to stop. */
const { settings, token } = workerData as WorkerTask;
const report = (message: WorkerMessage) => parentPort?.postMessage(message);
try {
  const { url, close } = await serveSandbox(settings, token);
  parentPort?.once("message", close);
  report({ kind: "listening", url });
} catch (error) {
  if (!(error instanceof InputError)) {
    throw error;
  }
  report({ kind: "refused", message: error.message });
}
