import type { EndedCycle, Job, StatusDocument } from "../../../server/src/protocol/jobs.ts";

/** An initial cycle that created three, of whom one failed. */
export const sampleCycle: EndedCycle = {
  activityIdentifier: "f2b9c1c0-0000-0000-0000-000000000001",
  kind: "initial",
  state: "EntryLevelErrors",
  timeBegan: "2026-03-02T09:30:00.000Z",
  timeEnded: "2026-03-02T09:30:12.000Z",
  countImported: 1204,
  countImportedDeltas: 1204,
  countImportedReferenceDeltas: 0,
  countEntitled: 4,
  countExports: 4,
  countExported: 3,
  countEscrowed: 1,
  created: 3,
  updated: 0,
  disabled: 0,
  deleted: 0,
  skipped: 1200,
  waiting: 0,
  staged: 0,
};

/** The status that it left. */
export const sampleStatus: StatusDocument = {
  application: "Learning",
  environment: "test",
  jobId: "f2b9c1c0-0000-0000-0000-000000000002",
  code: "Active",
  countSuccessiveCompleteFailures: 0,
  lastExecution: sampleCycle,
  synchronizedEntryCountByType: [
    { key: "User", value: 3 },
    { key: "Group", value: 1 },
  ],
  watermark: "2026-03-02T09:30:00.000Z",
  escrows: [
    {
      objectId: "7",
      objectType: "User",
      name: "Ada Lovelace",
      kind: "object",
      errorCode: "DuplicateTargetEntries",
      reason: "Two users of the target have this user name.",
      recommendedAction: "Delete one of them.",
      firstFailure: "2026-03-02T09:30:01.000Z",
      nextAttempt: "2026-03-02T15:30:01.000Z",
      attempts: 1,
    },
  ],
  stagedDeletions: [],
};

/** The job, at rest. */
export const sampleJob: Job = {
  uri: "file:///learning.provmap",
  environment: "test",
  application: "Learning",
  endpoint: "https://learning.example/scim",
  run: { kind: "idle" },
  status: sampleStatus,
  escrowed: 1,
  staged: 0,
};

/** The job with some facts of its status changed. */
export function jobWith(status: Partial<StatusDocument>, facts: Partial<Job> = {}): Job {
  return { ...sampleJob, ...facts, status: { ...sampleStatus, ...status } };
}

/** A job in quarantine, since two would be deleted and one disabled. */
export const stagedJob: Job = jobWith(
  {
    code: "Quarantine",
    quarantine: {
      reason: "TooManyDeletes",
      currentBegan: "2026-03-02T09:30:12.000Z",
      seriesBegan: "2026-03-02T09:30:12.000Z",
      nextAttempt: "2026-03-02T15:30:12.000Z",
      seriesCount: 0,
      error: { code: "TooManyDeletes", message: "Three are too many.", recommendedAction: "Allow or reject them." },
    },
    stagedDeletions: (["delete", "disable"] as const).map((action, index) => ({
      objectId: `${index}`,
      objectType: "User",
      name: `Person ${index}`,
      action,
      since: "2026-03-02T09:30:12.000Z",
    })),
  },
  { staged: 3 },
);
