import type { CycleCounts, Quarantine, TaskExecution } from "../engine/cycle/jobState.ts";
import type { LoggedAction, LoggedStatus, NumberedEntry } from "../engine/cycle/logEntry.ts";
import type { ResetScope } from "../engine/cycle/restart.ts";
import type { StatusDocument } from "../engine/cycle/statusDocument.ts";

export type { CycleCounts, TaskExecution } from "../engine/cycle/jobState.ts";
export type { LogEntry, LoggedAction, LoggedStatus, NumberedEntry } from "../engine/cycle/logEntry.ts";
export type { ResetScope } from "../engine/cycle/restart.ts";
export type { StatusDocument } from "../engine/cycle/statusDocument.ts";

/** The names of the requests and notifications about provisioning jobs. */
export const jobMethods = {
  /** client to server: nothing -> JobsAnswer. */
  jobs: "mapwright/jobs",
  /** client to server: JobParams -> StartJobAnswer, once the cycle has ended. The client has asked the person. */
  start: "mapwright/startJob",
  /** client to server: JobParams -> JobAnswer, once the cycle has ended. None follows. */
  stop: "mapwright/stopJob",
  /** client to server: RestartJobParams -> JobAnswer. Runs no cycle. */
  restart: "mapwright/restartJob",
  /** client to server: StagedDeletionsParams -> StagedDeletionsAnswer. */
  decideDeletions: "mapwright/decideDeletions",
  /** client to server: JobLogParams -> JobLogAnswer. */
  log: "mapwright/jobLog",
  /** client to server: FollowLogParams -> JobAnswer. */
  followLog: "mapwright/followJobLog",
  /** Notification from client to server: RepeatJobsParams. */
  repeat: "mapwright/repeatJobs",
  /** Notification from server to client: nothing. What `jobs` answers is another now. */
  changed: "mapwright/jobsChanged",
  /** Notification from server to client: JobProgressParams, a few times a second while a cycle runs. */
  progress: "mapwright/jobProgress",
  /** Notification from server to client: JobLoggedParams, of a log that is followed. */
  logged: "mapwright/jobLogged",
} as const;

/** The job of an application in an environment. */
export interface JobParams {
  /** The application's `.provmap` file. */
  readonly uri: string;
  readonly environment: string;
}

/** Why a request is not done: one sentence with the place and the remedy. */
interface Refused {
  readonly kind: "refused";
  readonly message: string;
}

/** The jobs of the workspace's applications that have run, or run now. */
export type JobsAnswer = { readonly kind: "jobs"; readonly jobs: readonly Job[] } | Refused;

/** What is told of a job. */
export interface Job extends JobParams {
  readonly application: string;
  /** `sandbox`, or the address without credentials. */
  readonly endpoint: string;
  readonly run: JobRun;
  /** What `mapwright status --format json` prints, but for its lists, which are cut; absent where there is none to read. */
  readonly status?: StatusDocument;
  /** How many objects have failed. */
  readonly escrowed: number;
  /** How many deletions are held back. */
  readonly staged: number;
  /** Why its status cannot be told, or why a cycle that was due could not run. */
  readonly trouble?: string;
}

/** What a job does now. */
export type JobRun =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly progress: CycleProgress }
  /** Another process works on it. */
  | { readonly kind: "elsewhere" }
  /** Its next cycle begins then, in ISO 8601. */
  | { readonly kind: "waiting"; readonly next: string };

export interface CycleProgress {
  readonly counts: CycleCounts;
  /** How much of the source was read, from 0 to 1. */
  readonly share: number;
  /** Objects read in a second. */
  readonly rate: number;
}

/** `cycle` is what `mapwright run --format json` prints. */
export type StartJobAnswer = { readonly kind: "ended"; readonly cycle: EndedCycle } | Refused;

export interface EndedCycle extends TaskExecution {
  /** The quarantine that the job is in now. */
  readonly quarantine?: Quarantine;
}

export type JobAnswer = { readonly kind: "done" } | Refused;

export interface RestartJobParams extends JobParams {
  /** Graph `synchronizationJobRestartScope`. */
  readonly resetScope: readonly ResetScope[];
}

export interface StagedDeletionsParams extends JobParams {
  /** True: the next cycle does them. False: they are dropped, and everything is evaluated again. */
  readonly allows: boolean;
}

/** How many were staged. */
export type StagedDeletionsAnswer = { readonly kind: "decided"; readonly staged: number } | Refused;

/** Which entries of a provisioning log are wanted. */
export interface LogFilter {
  /** A part of an id or name of the object, in any case. */
  readonly subject?: string;
  readonly action?: LoggedAction;
  readonly status?: LoggedStatus;
}

export interface JobLogParams extends JobParams, LogFilter {
  /** Entries behind the one with this number. */
  readonly after?: number;
  /** The newest so many. */
  readonly limit: number;
}

/** The oldest first. */
export type JobLogAnswer =
  | {
      readonly kind: "entries";
      readonly application: string;
      readonly entries: readonly NumberedEntry[];
    }
  | Refused;

export interface FollowLogParams extends JobParams {
  readonly follows: boolean;
}

export interface RepeatJobsParams {
  /** Minutes from the end of a cycle to the next one of jobs that were started; 0: none follows. */
  readonly minutes: number;
}

export interface JobProgressParams extends JobParams {
  readonly progress: CycleProgress;
}

export interface JobLoggedParams extends JobParams {
  /** The number of the newest entry. */
  readonly last: number;
}
