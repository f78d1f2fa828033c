/** What a provisioning job is at, kept between cycles: what Microsoft Graph tells as synchronizationStatus. Instants are ISO 8601 in UTC. */
export interface JobState {
  readonly jobId: string;
  /** Counts the restarts that let everything be evaluated again. */
  readonly epoch: number;
  /** The configuration and epoch under which objects are evaluated; absent before the first cycle. */
  readonly generation?: string;
  /** When the last whole cycle of this generation began; absent: the next one is an initial cycle. */
  readonly watermark?: string;
  readonly quarantine?: Quarantine;
  /** When the job was disabled, having been in quarantine for four weeks. */
  readonly disabled?: string;
  /** The next cycle may delete and disable what is staged. */
  readonly allowsDeletions?: true;
  readonly countSuccessiveCompleteFailures: number;
  readonly lastExecution?: TaskExecution;
  readonly lastSuccessfulExecution?: TaskExecution;
  readonly lastSuccessfulExecutionWithExports?: TaskExecution;
  readonly steadyStateFirstAchievedTime?: string;
  readonly steadyStateLastAchievedTime?: string;
}

/** Graph `quarantineReason`, as far as a job can come into it by itself. */
export type QuarantineReason =
  | "EncounteredQuarantineException"
  | "EncounteredBaseEscrowThreshold"
  | "EncounteredEscrowProportionThreshold"
  | "EncounteredTotalEscrowThreshold"
  | "TooManyDeletes";

/** Graph `synchronizationQuarantine`, and what the person can do. A series lasts from the first quarantine to its end. */
export interface Quarantine {
  readonly reason: QuarantineReason;
  readonly currentBegan: string;
  readonly nextAttempt: string;
  readonly seriesBegan: string;
  /** How often it was evaluated again in this series and left as it is. */
  readonly seriesCount: number;
  readonly error: CycleError;
}

/** Graph `synchronizationError`, with the remedy. */
export interface CycleError {
  readonly code: string;
  readonly message: string;
  readonly recommendedAction: string;
}

/** Graph `synchronizationTaskExecution`: what one cycle did. */
export interface TaskExecution extends CycleCounts {
  /** The id of the cycle. */
  readonly activityIdentifier: string;
  readonly kind: "initial" | "incremental";
  /** `EntryLevelErrors`: it went through, with objects that failed. */
  readonly state: "Succeeded" | "Failed" | "EntryLevelErrors";
  readonly timeBegan: string;
  readonly timeEnded: string;
  /** Why it did not go through. */
  readonly error?: CycleError;
}

/** What a cycle has done so far. The names with `count` are Graph's. */
export interface CycleCounts {
  /** Objects that the source gave. */
  readonly countImported: number;
  /** Those of them that are new, changed, gone or due again. */
  readonly countImportedDeltas: number;
  /** Objects whose references changed. */
  readonly countImportedReferenceDeltas: number;
  /** Evaluated objects that are in scope. */
  readonly countEntitled: number;
  /** Objects that were to be written, and those that were. */
  readonly countExports: number;
  readonly countExported: number;
  /** Objects that failed. */
  readonly countEscrowed: number;
  readonly created: number;
  readonly updated: number;
  readonly disabled: number;
  readonly deleted: number;
  /** Evaluated objects that nothing was to be done with. */
  readonly skipped: number;
  /** Failed before, and not due again. */
  readonly waiting: number;
  /** Deletions and disablings that were held back. */
  readonly staged: number;
}

/** The counts of a cycle that has done nothing yet. */
export const noCounts: CycleCounts = {
  countImported: 0,
  countImportedDeltas: 0,
  countImportedReferenceDeltas: 0,
  countEntitled: 0,
  countExports: 0,
  countExported: 0,
  countEscrowed: 0,
  created: 0,
  updated: 0,
  disabled: 0,
  deleted: 0,
  skipped: 0,
  waiting: 0,
  staged: 0,
};

/** The state of a job that never ran. */
export function newJob(jobId: string): JobState {
  return { jobId, epoch: 0, countSuccessiveCompleteFailures: 0 };
}

/** Graph `synchronizationStatusCode`. */
export type StatusCode = "NotRun" | "Active" | "Paused" | "Quarantine";

/** The status of a job in Graph's word. A disabled job is `Paused`: it stays so until somebody restarts it. */
export function statusCode({ lastExecution, quarantine, disabled }: JobState): StatusCode {
  if (disabled !== undefined) return "Paused";
  if (quarantine !== undefined) return "Quarantine";
  return lastExecution === undefined ? "NotRun" : "Active";
}
