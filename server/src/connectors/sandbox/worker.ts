import { getEnvironmentData, parentPort, workerData } from "node:worker_threads";
import { config, type l10nJsonFormat } from "@vscode/l10n";
import { InputError } from "../inputError.ts";
import { serveSandbox } from "./serveSandbox.ts";
import type { WorkerMessage, WorkerOrder, WorkerTask } from "./startSandbox.ts";

/** The sandbox's thread: serves, and tells what it holds, until it is told to stop. */
const { settings, token } = workerData as WorkerTask;
config({ contents: (getEnvironmentData("translations") ?? {}) as l10nJsonFormat });
const report = (message: WorkerMessage) => parentPort?.postMessage(message);
try {
  const { url, content, reset, close } = await serveSandbox(settings, token);
  parentPort?.on("message", async (order: WorkerOrder) => {
    if (order === "stop") {
      await close();
      return parentPort?.close();
    }
    try {
      if (order === "reset") await reset();
      report({ kind: "content", content: content() });
    } catch (error) {
      refuse(error);
    }
  });
  report({ kind: "listening", url });
} catch (error) {
  refuse(error);
}

function refuse(error: unknown): void {
  if (!(error instanceof InputError)) {
    throw error;
  }
  report({ kind: "refused", message: error.message });
}
