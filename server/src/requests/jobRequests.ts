import { type Connection, log } from "../editing/connection.ts";
import type { WorkspaceDocuments } from "../editing/workspaceDocuments.ts";
import {
  type JobAnswer,
  type JobLogAnswer,
  type JobsAnswer,
  jobMethods,
  type RepeatJobsParams,
  type StagedDeletionsAnswer,
  type StartJobAnswer,
} from "../protocol/jobs.ts";
import { createJobs } from "./jobs.ts";
import type { Runtime } from "./runtime.ts";

/** Serves the requests about provisioning jobs, and tells the client of what happens to them; gives how all of them are ended. */
export function serveJobs(
  connection: Connection,
  runtime: Runtime,
  workspace: WorkspaceDocuments,
): { readonly close: () => Promise<void> } {
  const tell = (method: string, params?: unknown) =>
    void connection.sendNotification(method, params).catch(error => log(connection, "warning", `${error}`));
  const jobs = createJobs(runtime, {
    documents: workspace.all,
    changed: () => tell(jobMethods.changed),
    progressed: params => tell(jobMethods.progress, params),
    logged: params => tell(jobMethods.logged, params),
  });
  connection.onRequest<JobsAnswer, void>(jobMethods.jobs, jobs.list);
  connection.onRequest<StartJobAnswer, void>(jobMethods.start, jobs.start);
  connection.onRequest<JobAnswer, void>(jobMethods.stop, jobs.stop);
  connection.onRequest<JobAnswer, void>(jobMethods.restart, jobs.restart);
  connection.onRequest<StagedDeletionsAnswer, void>(jobMethods.decideDeletions, jobs.decideDeletions);
  connection.onRequest<JobLogAnswer, void>(jobMethods.log, jobs.log);
  connection.onRequest<JobAnswer, void>(jobMethods.followLog, jobs.followLog);
  connection.onNotification(jobMethods.repeat, ({ minutes }: RepeatJobsParams) => jobs.repeat(minutes));
  return jobs;
}
