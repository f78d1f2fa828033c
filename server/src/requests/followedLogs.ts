import { setTimeout } from "node:timers/promises";
import type { JobLoggedParams, JobParams } from "../protocol/jobs.ts";
import type { JobFile } from "../session/jobFile.ts";

/** The provisioning logs that somebody follows, whichever process writes them. */
export interface FollowedLogs {
  /** Tells of the newest entry at once, and from then on of each that comes. */
  readonly follow: (key: JobParams, job: JobFile) => void;
  readonly unfollow: (key: JobParams) => void;
  readonly close: () => void;
}

/** How often a log is looked into, in milliseconds. */
const glance = 500;

/** No log is followed yet. */
export function createFollowedLogs(tell: (params: JobLoggedParams) => void): FollowedLogs {
  const followers = new Map<string, AbortController>();
  const unfollow = (key: JobParams) => {
    followers.get(idOf(key))?.abort();
    followers.delete(idOf(key));
  };
  return {
    follow: (key, job) => {
      unfollow(key);
      const follower = new AbortController();
      followers.set(idOf(key), follower);
      void watch(job, last => tell({ ...key, last }), follower.signal).catch(() => unfollow(key));
    },
    unfollow,
    close: () => {
      for (const follower of followers.values()) follower.abort();
    },
  };
}

/** Ends where the store is gone. */
async function watch(job: JobFile, tell: (last: number) => void, signal: AbortSignal): Promise<void> {
  const { hasRun, lookAtJob } = await import("../session/jobFile.ts");
  let last = 0;
  while (!signal.aborted && hasRun(job)) {
    const [newest] = await lookAtJob(job, store => store.provisioningLog.find({ limit: 1 }));
    if (newest !== undefined && newest.number > last) tell(newest.number);
    last = newest?.number ?? last;
    await setTimeout(glance, undefined, { signal, ref: false }).catch(() => {});
  }
}

function idOf({ uri, environment }: JobParams): string {
  return JSON.stringify([uri, environment]);
}
