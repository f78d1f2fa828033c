import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import { type CycleCounts, noCounts } from "../engine/cycle/jobState.ts";
import type { CycleProgress, JobParams, JobRun } from "../protocol/jobs.ts";
import type { CycleOutcome, Job } from "./openJob.ts";

/** What the runs of jobs need of their surroundings. */
export interface RunMeans {
  /** Opens a job as its files say now. Throws InputError for what may not or cannot be run. */
  readonly open: (key: JobParams) => Promise<Job>;
  /** Told when a cycle begins or ends, or is due at another time. */
  readonly onChange: () => void;
  /** Told of a cycle under way, a few times a second. */
  readonly onProgress: (key: JobParams, progress: CycleProgress) => void;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** Ends after so many milliseconds, or at once when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The jobs that one process runs, any number at the same time. */
export interface JobRuns {
  /**
   * Runs a cycle and gives what came of it; further ones follow where `repeat` said so. Throws InputError for what may not or
   * cannot be run, and for a job that runs already, here or in another process.
   */
  readonly start: (key: JobParams) => Promise<CycleOutcome>;
  /** Ends the job's cycle, if one runs, and lets none follow. Ends when the cycle has. */
  readonly stop: (key: JobParams) => Promise<void>;
  /** What the process does with the job of a store, and why a cycle that was due could not run. */
  readonly of: (path: string) => RunState | undefined;
  /** Minutes from the end of a cycle to the next one; 0: none follows. It holds for what waits, too. */
  readonly repeat: (minutes: number) => void;
  /** Stops all of them. */
  readonly close: () => Promise<void>;
}

export interface RunState {
  readonly run: JobRun;
  readonly trouble?: string;
}

/** A job from its start to its stop. */
interface Series {
  readonly key: JobParams;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  readonly end: () => void;
  run: JobRun;
  /** The file of the store, once the job is open. */
  path?: string;
  trouble?: string;
  /** Ends a wait so that it is measured anew. */
  wake?: AbortController;
}

const minute = 60_000;
const idle: CycleProgress = { counts: noCounts, share: 0, rate: 0 };

/** Runs no job yet. */
export function createJobRuns(means: RunMeans): JobRuns {
  const all = new Map<string, Series>();
  let interval = 0;
  const remove = (series: Series) => {
    all.delete(idOf(series.key));
    series.end();
    means.onChange();
  };
  const goOn = async (series: Series, first: CycleOutcome) => {
    let outcome: CycleOutcome | undefined = first;
    while (await waited(series, dueAfter(outcome), () => interval * minute, means)) {
      try {
        const job = await means.open(series.key);
        if (job.path !== series.path) break;
        outcome = await runOnce(job, series, means);
        delete series.trouble;
      } catch (error) {
        outcome = undefined;
        series.trouble = error instanceof Error ? error.message : String(error);
      }
    }
    remove(series);
  };
  return {
    async start(key) {
      const id = idOf(key);
      const known = all.get(id);
      if (known?.run.kind === "waiting") await end(known);
      if (all.has(id)) throw new InputError(l10n.t("A cycle of this job runs already. Wait for its end, or stop it."));
      const series = newSeries(key);
      all.set(id, series);
      try {
        const job = await means.open(key);
        series.path = job.path;
        const outcome = await runOnce(job, series, means);
        void goOn(series, outcome);
        return outcome;
      } catch (error) {
        remove(series);
        throw error;
      }
    },
    stop: key => end(all.get(idOf(key))),
    of: path => [...all.values()].find(series => series.path === path),
    repeat: minutes => {
      interval = minutes;
      for (const { wake } of all.values()) wake?.abort();
    },
    close: async () => void (await Promise.all([...all.values()].map(end))),
  };
}

async function end(series: Series | undefined): Promise<void> {
  series?.stop.abort();
  await series?.ended;
}

function newSeries(key: JobParams): Series {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  return { key, stop: new AbortController(), ended, end: resolve, run: { kind: "running", progress: idle } };
}

function idOf({ uri, environment }: JobParams): string {
  return JSON.stringify([uri, environment]);
}

/** Between two reports of progress, in milliseconds. */
const breath = 200;

async function runOnce(job: Job, series: Series, means: RunMeans): Promise<CycleOutcome> {
  const began = means.now();
  let told = began;
  series.run = { kind: "running", progress: idle };
  means.onChange();
  const onProgress = (counts: CycleCounts, share: number) => {
    const now = means.now();
    const rate = Math.round((counts.countImported * 1000) / Math.max(1, now - began));
    const progress = { counts: { ...counts }, share, rate };
    series.run = { kind: "running", progress };
    if (now - told < breath) return;
    told = now;
    means.onProgress(series.key, progress);
  };
  return job.run({ signal: series.stop.signal, onProgress });
}

/** A job in quarantine is due when its quarantine says so. */
function dueAfter(outcome: CycleOutcome | undefined): number {
  const { quarantine } = outcome?.state ?? {};
  return quarantine === undefined ? 0 : Date.parse(quarantine.nextAttempt);
}

/** Waits for the next cycle; false where none is to follow. */
async function waited(series: Series, due: number, interval: () => number, means: RunMeans): Promise<boolean> {
  const { signal } = series.stop;
  const ended = means.now();
  while (!signal.aborted && interval() > 0) {
    const next = Math.max(ended + interval(), due);
    const wake = new AbortController();
    Object.assign(series, { wake, run: { kind: "waiting", next: new Date(next).toISOString() } });
    means.onChange();
    await means.sleep(next - means.now(), AbortSignal.any([signal, wake.signal]));
    if (!wake.signal.aborted) return !signal.aborted;
  }
  return false;
}
