import { InputError } from "../connectors/inputError.ts";
import { isLocked } from "../connectors/store/runLock.ts";
import { loadWorkspace } from "../connectors/workspace/loadWorkspace.ts";
import { jobStatus } from "../engine/cycle/jobStatus.ts";
import { statusDocument } from "../engine/cycle/statusDocument.ts";
import type { Job, JobParams } from "../protocol/jobs.ts";
import { hasRun, type JobStoreFile, jobsOf, lookAtJob } from "./jobFile.ts";
import type { JobRuns } from "./jobRuns.ts";

/** An application, by its file. */
export interface ApplicationFile {
  readonly uri: string;
  readonly file: string;
  readonly application: string;
}

/** How many objects of a list are told. */
const told = 100;

/** The jobs of applications that have run or run now, each once. Throws InputError for a `mapwright.json` that cannot be used. */
export async function listJobs(files: readonly ApplicationFile[], runs: JobRuns): Promise<readonly Job[]> {
  const found = new Map<string, Job>();
  for (const { uri, file, application } of files) {
    for (const [environment, job] of jobsOf(application, await loadWorkspace(file))) {
      const isTold = hasRun(job) || runs.of(job.path) !== undefined;
      if (isTold && !found.has(job.path)) found.set(job.path, await tell({ uri, environment }, job, runs));
    }
  }
  return [...found.values()];
}

async function tell(key: JobParams, file: JobStoreFile, runs: JobRuns): Promise<Job> {
  const { application, path } = file;
  const state = runs.of(path);
  const run = state?.run ?? { kind: isLocked(path) ? "elsewhere" : "idle" };
  const look = hasRun(file) ? await statusOf(key.environment, file) : {};
  const job = { ...key, application, endpoint: file.environment.endpoint, run, escrowed: 0, staged: 0 } as const;
  return { ...job, ...look, ...(state?.trouble !== undefined && { trouble: state.trouble }) };
}

/** What the store says, or why it cannot be read. */
async function statusOf(
  environment: string,
  file: JobStoreFile,
): Promise<Pick<Job, "status" | "escrowed" | "staged"> | Required<Pick<Job, "trouble">>> {
  try {
    const name = { application: file.application, environment };
    const status = await lookAtJob(file, store => jobStatus(store, name, told));
    return { status: statusDocument(status), escrowed: status.escrowed, staged: status.staged };
  } catch (error) {
    if (error instanceof InputError) return { trouble: error.message };
    throw error;
  }
}
