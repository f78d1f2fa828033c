import { Disposable, type Event, EventEmitter, window, workspace } from "vscode";
import type { Job, JobParams } from "../../../server/src/protocol/jobs.ts";
import type { JobServer } from "./jobServer.ts";

/** The jobs of the workspace, as they are known now. */
export interface JobList extends Disposable {
  /** Asks for them where nobody has asked yet. */
  readonly load: () => Promise<readonly Job[]>;
  readonly known: () => readonly Job[];
  /** Why they cannot be told. */
  readonly trouble: () => string | undefined;
  readonly refresh: () => Promise<void>;
  /** All of them may be others; or one of them has got on. */
  readonly onDidChange: Event<JobParams | undefined>;
}

/** Stores, and what lies beside one while a cycle runs. Whoever only looks at a store changes neither. */
const stores = "**/.mapwright/jobs/**/*.{sqlite,sqlite-lock-journal}";

/** How long a view may be behind what other processes write, in milliseconds. */
const lag = 1000;

/** Follows the jobs that run here, and the stores that other processes write. Nothing is asked for before somebody looks, or a store is there. */
export function createJobList(server: JobServer): JobList {
  const changed = new EventEmitter<JobParams | undefined>();
  const state: { jobs: readonly Job[]; trouble?: string; loading?: Promise<void>; waiting?: NodeJS.Timeout } = {
    jobs: [],
  };
  let asked = 0;
  const refresh = async () => {
    if (!workspace.isTrusted) return;
    asked++;
    const turn = asked;
    const answer = await server.jobs();
    if (turn !== asked) return;
    state.jobs = answer.kind === "jobs" ? answer.jobs : [];
    delete state.trouble;
    if (answer.kind === "refused") state.trouble = answer.message;
    changed.fire(undefined);
  };
  const load = async () => {
    state.loading ??= refresh();
    await state.loading;
    return state.jobs;
  };
  const later = () => {
    if (state.loading === undefined) return;
    state.waiting ??= setTimeout(() => {
      delete state.waiting;
      void refresh();
    }, lag);
  };
  const watcher = workspace.createFileSystemWatcher(stores);
  void workspace.findFiles(stores, undefined, 1).then(([first]) => first && load());
  const listeners = [
    changed,
    watcher,
    watcher.onDidChange(later),
    watcher.onDidCreate(later),
    watcher.onDidDelete(later),
    window.onDidChangeWindowState(({ focused }) => focused && later()),
    server.onChange(() => void load().then(refresh)),
    server.onProgress(({ uri, environment, progress }) => {
      const run = { kind: "running", progress } as const;
      state.jobs = state.jobs.map(job => (isSame(job, { uri, environment }) ? { ...job, run } : job));
      changed.fire({ uri, environment });
    }),
    workspace.onDidGrantWorkspaceTrust(() => void refresh()),
    new Disposable(() => clearTimeout(state.waiting)),
  ];
  return {
    load,
    known: () => state.jobs,
    trouble: () => state.trouble,
    refresh,
    onDidChange: changed.event,
    dispose: () => Disposable.from(...listeners).dispose(),
  };
}

/** True for the job of the same application in the same environment. */
export function isSame(one: JobParams, other: JobParams): boolean {
  return one.uri === other.uri && one.environment === other.environment;
}
