import { parentPort, workerData } from "node:worker_threads";
import { config } from "@vscode/l10n";
import {
  type CancellationToken,
  createMessageConnection,
  PortMessageReader,
  PortMessageWriter,
  ProgressType,
} from "vscode-jsonrpc/node";
import { cancelled } from "../editing/handlers.ts";
import {
  type ExportImpactAnswer,
  type ImpactAnswer,
  type ImpactPeopleAnswer,
  type ImpactProgress,
  impactMethods,
} from "../protocol/impact.ts";
import { createImpactRuns, type ImpactTask } from "./impactRuns.ts";

/** A task of the thread, and the token under which its progress is told. */
export interface ThreadTask {
  readonly task: ImpactTask;
  readonly progress?: string;
}

/** The thread that reckons impacts answers the requests of protocol/impact.ts. */
if (parentPort === null) throw new Error("The impact of a file is reckoned in a thread.");
config({ contents: workerData });
const connection = createMessageConnection(new PortMessageReader(parentPort), new PortMessageWriter(parentPort));
const runs = createImpactRuns();
connection.onRequest<ImpactAnswer, void>(
  impactMethods.impact,
  ({ task, progress }: ThreadTask, token: CancellationToken) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    const tell = (value: ImpactProgress) => {
      if (progress !== undefined) void connection.sendProgress(new ProgressType<ImpactProgress>(), progress, value);
    };
    return runs.run(task, controller.signal, tell).catch(error => {
      if (!controller.signal.aborted) throw error;
      throw cancelled();
    });
  },
);
connection.onRequest<ImpactPeopleAnswer, void>(impactMethods.people, runs.people);
connection.onRequest<ExportImpactAnswer, void>(impactMethods.export, runs.export);
connection.listen();
