import { Worker } from "node:worker_threads";
import type { CancellationToken, Connection } from "vscode-languageserver";
import {
  createMessageConnection,
  type MessageConnection,
  PortMessageReader,
  PortMessageWriter,
  ProgressType,
} from "vscode-languageserver/node";
import { threadFile } from "./connectors/threadFile.ts";
import type { ThreadTask } from "./impactThread.ts";
import {
  type ExportImpactAnswer,
  type ExportImpactParams,
  type ImpactAnswer,
  type ImpactParams,
  type ImpactPeopleAnswer,
  type ImpactPeopleParams,
  type ImpactProgress,
  impactMethods,
} from "./protocol/impact.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Serves the requests about impacts, which are reckoned in a thread of their own, so that nobody who types waits for them;
 * gives how it is ended. A thread that fails is followed by another.
 */
export function serveImpacts(
  connection: Connection,
  { inFile, guarded }: Runtime,
): { readonly close: () => Promise<void> } {
  let open: Thread | undefined;
  const thread = (): MessageConnection => {
    open ??= startThread(reason => {
      connection.console.warn(`The impact could not be reckoned: ${reason}`);
      open = undefined;
    });
    return open.connection;
  };
  const run = ({ uri, progress, ...params }: ImpactParams, token: CancellationToken) =>
    inFile(uri, async file => {
      const task: ThreadTask = { task: { ...params, ...file }, ...(progress !== undefined && { progress }) };
      const listening = progress === undefined ? undefined : thread().onProgress(counted, progress, tell(progress));
      return thread()
        .sendRequest<ImpactAnswer>(impactMethods.impact, task, token)
        .finally(() => listening?.dispose());
    });
  const tell = (token: string) => (value: ImpactProgress) => void connection.sendProgress(counted, token, value);
  connection.onRequest<ImpactAnswer, void>(impactMethods.impact, run);
  connection.onRequest<ImpactPeopleAnswer, void>(impactMethods.people, (params: ImpactPeopleParams) =>
    guarded(() => thread().sendRequest<ImpactPeopleAnswer>(impactMethods.people, params)),
  );
  connection.onRequest<ExportImpactAnswer, void>(impactMethods.export, (params: ExportImpactParams) =>
    guarded(() => thread().sendRequest<ExportImpactAnswer>(impactMethods.export, params)),
  );
  return { close: async () => open?.close() };
}

const counted = new ProgressType<ImpactProgress>();

interface Thread {
  readonly connection: MessageConnection;
  readonly close: () => Promise<void>;
}

/** Starts the thread; `failed` is told why it has ended, where nobody closed it. What it still owed is refused then. */
function startThread(failed: (reason: string) => void): Thread {
  const worker = new Worker(threadFile(new URL("./impactThread.ts", import.meta.url), "impact"));
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
