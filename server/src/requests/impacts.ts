import { Worker } from "node:worker_threads";
import * as l10n from "@vscode/l10n";
import {
  type CancellationToken,
  createMessageConnection,
  type MessageConnection,
  PortMessageReader,
  PortMessageWriter,
  ProgressType,
} from "vscode-jsonrpc/node";
import { type Connection, log } from "../editing/connection.ts";
import {
  type ExportImpactAnswer,
  type ExportImpactParams,
  type ImpactAnswer,
  type ImpactParams,
  type ImpactPeopleAnswer,
  type ImpactPeopleParams,
  type ImpactProgress,
  impactMethods,
} from "../protocol/impact.ts";
import type { Translations } from "../protocol.ts";
import type { ThreadTask } from "./impactThread.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Serves the requests about impacts, which are reckoned in a thread of their own, so that nobody who types waits for them;
 * in the language of the translations; gives how it is ended. A thread that fails is followed by another.
 */
export function serveImpacts(
  connection: Connection,
  { inFile, guarded }: Runtime,
  translations: Translations,
): { readonly close: () => Promise<void> } {
  let open: Promise<Thread> | undefined;
  const failed = (reason: string) => {
    log(connection, "warning", l10n.t`The impact could not be reckoned: ${reason}`);
    open = undefined;
  };
  const thread = async (): Promise<MessageConnection> => {
    open ??= startThread(translations, failed).catch(error => {
      failed(`${error}`);
      throw error;
    });
    return (await open).connection;
  };
  const tell = (token: string) => (value: ImpactProgress) => void connection.sendProgress(counted, token, value);
  const run = ({ uri, progress, ...params }: ImpactParams, token: CancellationToken) =>
    inFile(uri, async file => {
      const reckoning = await thread();
      const task: ThreadTask = { task: { ...params, ...file }, ...(progress !== undefined && { progress }) };
      const listening = progress === undefined ? undefined : reckoning.onProgress(counted, progress, tell(progress));
      return reckoning.sendRequest<ImpactAnswer>(impactMethods.impact, task, token).finally(() => listening?.dispose());
    });
  const ask = <A>(method: string, params: unknown) =>
    guarded(async () => (await thread()).sendRequest<A>(method, params));
  connection.onRequest<ImpactAnswer, void>(impactMethods.impact, run);
  connection.onRequest<ImpactPeopleAnswer, void>(impactMethods.people, (params: ImpactPeopleParams) =>
    ask<ImpactPeopleAnswer>(impactMethods.people, params),
  );
  connection.onRequest<ExportImpactAnswer, void>(impactMethods.export, (params: ExportImpactParams) =>
    ask<ExportImpactAnswer>(impactMethods.export, params),
  );
  return { close: async () => (await open)?.close() };
}

const counted = new ProgressType<ImpactProgress>();

interface Thread {
  readonly connection: MessageConnection;
  readonly close: () => Promise<void>;
}

/** Starts the thread; `failed` is told why it has ended, where nobody closed it. What it still owed is refused then. */
async function startThread(translations: Translations, failed: (reason: string) => void): Promise<Thread> {
  const { threadFile } = await import("../connectors/threadFile.ts");
  const worker = new Worker(threadFile(new URL("./impactThread.ts", import.meta.url), "impact"), {
    workerData: translations,
  });
  const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  worker.once("error", error => {
    connection.dispose();
    failed(error.message);
  });
  worker.unref();
  connection.listen();
  return {
    connection,
    close: async () => {
      await worker.terminate();
      connection.dispose();
    },
  };
}
