import type { JobState } from "./jobState.ts";
import type { Escrow, JobStore, StagedDeletion } from "./jobStore.ts";

/** What is told of a job. */
export interface JobStatus {
  readonly application: string;
  readonly environment: string;
  readonly state: JobState;
  /** How many objects the target has, by type. */
  readonly provisioned: Readonly<Record<"User" | "Group", number>>;
  /** How many objects have failed, and the first of them. */
  readonly escrowed: number;
  readonly escrows: readonly Escrow[];
  /** How many deletions are held back, and the first of them. */
  readonly staged: number;
  readonly stagedDeletions: readonly StagedDeletion[];
}

/** The status of the job in a store, with up to `limit` objects of each list. */
export function jobStatus(
  store: JobStore,
  { application, environment }: Pick<JobStatus, "application" | "environment">,
  limit: number,
): JobStatus {
  const { objects, escrows, staged } = store;
  return {
    application,
    environment,
    state: store.state(),
    provisioned: { User: objects.countProvisioned("User"), Group: objects.countProvisioned("Group") },
    escrowed: escrows.count("object") + escrows.count("reference"),
    escrows: escrows.all(limit),
    staged: staged.count(),
    stagedDeletions: staged.all(limit),
  };
}
