import { type JobState, type StatusCode, statusCode } from "./jobState.ts";
import type { JobStatus } from "./jobStatus.ts";
import type { Escrow, StagedDeletion } from "./jobStore.ts";

/** Microsoft Graph's synchronizationStatus, and what it has no member for: what programs are told of a job. Instants are ISO 8601 in UTC. */
export interface StatusDocument extends Omit<JobState, "epoch" | "generation"> {
  readonly application: string;
  readonly environment: string;
  readonly code: StatusCode;
  /** How many objects the target has. */
  readonly synchronizedEntryCountByType: readonly { readonly key: string; readonly value: number }[];
  /** The objects that failed, the oldest failure first. */
  readonly escrows: readonly ToldEscrow[];
  /** The deletions that are held back. */
  readonly stagedDeletions: readonly ToldDeletion[];
}

export type ToldEscrow = Omit<Escrow, "fingerprint" | "firstFailure" | "nextAttempt"> &
  Readonly<Record<"firstFailure" | "nextAttempt", string>>;

export type ToldDeletion = Omit<StagedDeletion, "since"> & { readonly since: string };

/** The document of a status, with as many objects of each list as the status has. */
export function statusDocument(status: JobStatus): StatusDocument {
  const { application, environment, state, provisioned, escrows, stagedDeletions } = status;
  const { jobId, watermark, quarantine, epoch: _, generation: __, ...told } = state;
  return {
    application,
    environment,
    jobId,
    code: statusCode(state),
    ...told,
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

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
