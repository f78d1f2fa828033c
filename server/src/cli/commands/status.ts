import { Command } from "commander";
import { type JobOptions, jobOptions, jobThatRan } from "../jobs.ts";
import { withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

/** How many objects of a list a person is shown. */
const shown = 20;

/** `mapwright status`: what a job is at. */
export function statusCommand(terminal: Terminal): Command {
  const command = jobOptions(new Command("status"))
    .description("Show what a job is at: its last cycle, quarantine, failed objects and staged deletions.")
    .action(async (file: string, options: JobOptions) => terminal.end(await showStatus(file, options, terminal)));
  return withExamples(
    command,
    ["status servicenow.provmap", "shows the job in the sandbox; exits 1 where it is in quarantine"],
    ["status servicenow.provmap --environment test --format json", "prints Graph's synchronizationStatus"],
  );
}

async function showStatus(file: string, options: JobOptions, terminal: Terminal): Promise<ExitCode> {
  const { lookAtJob } = await import("../../session/jobFile.ts");
  const { jobStatus } = await import("../../engine/cycle/jobStatus.ts");
  const { environment, format } = options;
  const job = await jobThatRan(file, options);
  const limit = format === "json" ? Number.MAX_SAFE_INTEGER : shown;
  const status = await lookAtJob(job, store => jobStatus(store, { application: job.application, environment }, limit));
  if (format === "json")
    await terminal.json((await import("../../engine/cycle/statusDocument.ts")).statusDocument(status));
  else {
    const { statusLines } = await import("../text/status.ts");
    await terminal.print(...statusLines(status, terminal));
  }
  return status.state.quarantine === undefined ? 0 : 1;
}
