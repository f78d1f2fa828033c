import { type Disposable, Disposable as Disposables, EventEmitter, Uri, window, workspace } from "vscode";
import type { JobParams, LogFilter, NumberedEntry } from "../../../server/src/protocol/jobs.ts";
import { isSame } from "./jobList.ts";
import type { JobServer } from "./jobServer.ts";
import { filterWords, logText } from "./logText.ts";

/** The scheme of provisioning logs as documents. */
export const logScheme = "mapwright-logs";

/** Provisioning logs as read-only documents, which grow as the jobs go on. */
export interface LogDocuments extends Disposable {
  readonly open: (log: NamedLog) => Promise<void>;
}

/** The log of a job, or a part of it. */
export interface NamedLog extends JobParams {
  readonly application: string;
  readonly filter: LogFilter;
}

const limit = 1000;

interface OpenLog extends NamedLog {
  entries: readonly NumberedEntry[];
}

/** Registers the documents of the scheme. */
export function createLogDocuments(server: JobServer): LogDocuments {
  const logs = new Map<string, OpenLog>();
  const changed = new EventEmitter<Uri>();
  const follow = (key: JobParams, follows: boolean) =>
    void server.followLog({ uri: key.uri, environment: key.environment, follows });

  async function provide(uri: Uri): Promise<string> {
    const log = logs.get(uri.toString()) ?? { ...logOf(uri), entries: [] };
    const isFirst = !logs.has(uri.toString());
    const { environment, filter, application } = log;
    const after = log.entries.at(-1)?.number ?? 0;
    const answer = await server.log({ uri: log.uri, environment, ...filter, after, limit });
    if (answer.kind === "refused") return `${answer.message}\n`;
    log.entries = [...log.entries, ...answer.entries].slice(-limit);
    logs.set(uri.toString(), log);
    if (isFirst) follow(log, true);
    return logText({ application, environment, filter, entries: log.entries, limit });
  }

  function closed(uri: Uri): void {
    const log = logs.get(uri.toString());
    logs.delete(uri.toString());
    if (log && ![...logs.values()].some(other => isSame(log, other))) follow(log, false);
  }

  const registrations = [
    changed,
    workspace.registerTextDocumentContentProvider(logScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: provide,
    }),
    workspace.onDidCloseTextDocument(({ uri }) => closed(uri)),
    server.onLogged(({ uri, environment, last }) => {
      for (const [address, log] of logs)
        if (isSame(log, { uri, environment }) && last > (log.entries.at(-1)?.number ?? 0))
          changed.fire(Uri.parse(address, true));
    }),
  ];
  return {
    open: async log => {
      await window.showTextDocument(addressOf(log), { preview: true });
    },
    dispose: () => Disposables.from(...registrations).dispose(),
  };
}

function addressOf({ uri, environment, application, filter }: NamedLog): Uri {
  const name = [application, environment, ...(Object.keys(filter).length === 0 ? [] : [filterWords(filter)])].join(
    ", ",
  );
  const query = JSON.stringify({ uri, environment, application, filter });
  return Uri.from({ scheme: logScheme, path: `/${name.replaceAll("/", "_")}.log`, query });
}

/** The log that a document of the scheme shows. */
export function logOf({ query }: Uri): NamedLog {
  return JSON.parse(query) as NamedLog;
}
