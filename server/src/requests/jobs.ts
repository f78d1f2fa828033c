import { setTimeout } from "node:timers/promises";
import { pathOf } from "../editing/documents.ts";
import type { JobStore } from "../engine/cycle/jobStore.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type {
  FollowLogParams,
  JobAnswer,
  JobLogAnswer,
  JobLoggedParams,
  JobLogParams,
  JobParams,
  JobProgressParams,
  JobsAnswer,
  RestartJobParams,
  StagedDeletionsAnswer,
  StagedDeletionsParams,
  StartJobAnswer,
} from "../protocol/jobs.ts";
import type { JobFile } from "../session/jobFile.ts";
import type { JobRuns } from "../session/jobRuns.ts";
import type { ApplicationFile } from "../session/listJobs.ts";
import type { Job } from "../session/openJob.ts";
import { createFollowedLogs } from "./followedLogs.ts";
import type { Runtime } from "./runtime.ts";

/** The answers to the requests about provisioning jobs. None of them throws for what a file, a store or an endpoint holds. */
export interface Jobs {
  readonly list: () => Promise<JobsAnswer>;
  readonly start: (params: JobParams) => Promise<StartJobAnswer>;
  readonly stop: (params: JobParams) => Promise<JobAnswer>;
  readonly restart: (params: RestartJobParams) => Promise<JobAnswer>;
  readonly decideDeletions: (params: StagedDeletionsParams) => Promise<StagedDeletionsAnswer>;
  readonly log: (params: JobLogParams) => Promise<JobLogAnswer>;
  readonly followLog: (params: FollowLogParams) => Promise<JobAnswer>;
  readonly repeat: (minutes: number) => Promise<void>;
  /** Ends all cycles, as they may end at any point. */
  readonly close: () => Promise<void>;
}

/** Whom jobs tell of what happens, and the documents that their applications are in. */
export interface JobEditor {
  /** The `.provmap` documents of the workspace. */
  readonly documents: () => Promise<readonly ProvmapDocument[]>;
  readonly changed: () => void;
  readonly progressed: (params: JobProgressParams) => void;
  /** The followed log of a job has entries up to this number. */
  readonly logged: (params: JobLoggedParams) => void;
}

const done: JobAnswer = { kind: "done" };

/** Runs jobs for an editor, from the files as they are saved. */
export function createJobs({ guarded, inFile }: Runtime, editor: JobEditor): Jobs {
  const runs = loadedRuns(inFile, editor);
  const logs = createFollowedLogs(editor.logged);
  const inJob = <T>({ uri, environment }: JobParams, work: (job: JobFile) => T | Promise<T>) =>
    inFile(uri, async ({ file }) => {
      const { locateJobThatRan } = await import("../session/jobFile.ts");
      return work(await locateJobThatRan({ file, environment }));
    });
  const changeStore = <T>(key: JobParams, change: (store: JobStore) => T) =>
    inJob(key, async job => {
      const { changeJob } = await import("../session/jobFile.ts");
      return changeJob(job, change).finally(editor.changed);
    });
  return {
    list: () =>
      guarded(async () => {
        const { listJobs } = await import("../session/listJobs.ts");
        return { kind: "jobs", jobs: await listJobs(applicationsIn(await editor.documents()), await runs.load()) };
      }),
    start: ({ uri, environment }) =>
      guarded(async () => {
        const { execution, state } = await (await runs.load()).start({ uri, environment });
        return { kind: "ended", cycle: { ...execution, ...(state.quarantine && { quarantine: state.quarantine }) } };
      }),
    stop: async ({ uri, environment }) => {
      await (await runs.loaded())?.stop({ uri, environment });
      return done;
    },
    restart: async ({ resetScope, ...key }) => {
      const { restart } = await import("../engine/cycle/restart.ts");
      return (await changeStore(key, store => restart(store, resetScope))) ?? done;
    },
    decideDeletions: async ({ allows, ...key }) => {
      const { decideDeletions } = await import("../engine/cycle/restart.ts");
      return changeStore(key, store => ({ kind: "decided", staged: decideDeletions(store, allows) }));
    },
    log: ({ uri, environment, ...filter }) =>
      inJob({ uri, environment }, async job => {
        const { lookAtJob } = await import("../session/jobFile.ts");
        const entries = await lookAtJob(job, store => store.provisioningLog.find(filter));
        return { kind: "entries", application: job.application, entries };
      }),
    followLog: async ({ uri, environment, follows }) => {
      const key = { uri, environment };
      logs.unfollow(key);
      if (!follows) return done;
      return inJob(key, job => {
        logs.follow(key, job);
        return done;
      });
    },
    repeat: runs.repeat,
    close: async () => {
      logs.close();
      await (await runs.loaded())?.close();
    },
  };
}

/** The runs of this process, which the first request that needs them loads. */
function loadedRuns(inFile: Runtime["inFile"], editor: JobEditor) {
  let minutes = 0;
  let loading: Promise<JobRuns> | undefined;
  const open = async () => {
    const { createJobRuns } = await import("../session/jobRuns.ts");
    const runs = createJobRuns({
      open: key => openJob(key, inFile),
      onChange: editor.changed,
      onProgress: (key, progress) => editor.progressed({ ...key, progress }),
      now: Date.now,
      sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => {}),
    });
    runs.repeat(minutes);
    return runs;
  };
  return {
    load: () => {
      loading ??= open();
      return loading;
    },
    loaded: async () => loading,
    repeat: async (asked: number) => {
      minutes = asked;
      (await loading)?.repeat(asked);
    },
  };
}

async function openJob({ uri, environment }: JobParams, inFile: Runtime["inFile"]): Promise<Job> {
  const [{ openJob }, { InputError }] = await Promise.all([
    import("../session/openJob.ts"),
    import("../connectors/inputError.ts"),
  ]);
  const opened = await inFile(uri, ({ file }, means) => openJob({ ...means, file, environment }));
  if ("kind" in opened) throw new InputError(opened.message);
  return opened;
}

function applicationsIn(documents: readonly ProvmapDocument[]): readonly ApplicationFile[] {
  return documents.flatMap(({ uri, configuration }) => {
    const [file, application] = [pathOf(uri), configuration.application?.name.text];
    return file === undefined || application === undefined ? [] : [{ uri, file, application }];
  });
}
