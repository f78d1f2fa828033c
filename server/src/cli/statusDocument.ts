import { type JobState, statusCode } from "../engine/cycle/jobState.ts";
import type { JobStatus } from "../session/jobStatus.ts";

/** What `status --format json` prints: Microsoft Graph's synchronizationStatus, and what it has no member for. */
export function statusDocument({ application, environment, state, provisioned, escrows, stagedDeletions }: JobStatus) {
  const { jobId, watermark, quarantine, ...rest } = state;
  return {
    application,
    environment,
    jobId,
    code: statusCode(state),
    ...graphMembers(rest),
    ...(quarantine && { quarantine }),
    synchronizedEntryCountByType: Object.entries(provisioned).map(([key, value]) => ({ key, value })),
    ...(watermark !== undefined && { watermark }),
    escrows: escrows.map(({ fingerprint: _, firstFailure, nextAttempt, ...escrow }) => ({
      ...escrow,
      firstFailure: iso(firstFailure),
      nextAttempt: iso(nextAttempt),
    })),
    stagedDeletions: stagedDeletions.map(({ since, ...deletion }) => ({ ...deletion, since: iso(since) })),
  };
}

function graphMembers({ epoch: _, generation: __, ...told }: Omit<JobState, "jobId" | "watermark" | "quarantine">) {
  return told;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
