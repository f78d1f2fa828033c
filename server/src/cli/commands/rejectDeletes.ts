import { Command } from "commander";
import { type JobOptions, jobOptions, jobThatRan } from "../jobs.ts";
import { withExamples } from "../options.ts";
import type { Terminal } from "../terminal.ts";

/** `mapwright reject-deletes`: what accidental-deletions has under "Rejecting deletions". */
export function rejectDeletesCommand(terminal: Terminal): Command {
  const command = jobOptions(new Command("reject-deletes"))
    .description("Drop what was staged above the deleteThreshold, and restart, once the objects are back in scope.")
    .action(async (file: string, options: JobOptions) => rejectDeletes(file, options, terminal));
  return withExamples(command, [
    "reject-deletes servicenow.provmap",
    "is for when the assignments, filters or objects are right again",
  ]);
}

async function rejectDeletes(file: string, options: JobOptions, terminal: Terminal): Promise<void> {
  const { changeJob } = await import("../../session/jobFile.ts");
  const { decideDeletions } = await import("../../engine/cycle/restart.ts");
  const staged = await changeJob(await jobThatRan(file, options), store => decideDeletions(store, false));
  if (options.format === "json") await terminal.json({ rejected: staged });
  else if (staged === 0) await terminal.print("Nothing is staged.");
  else
    await terminal.print(
      `${staged} staged deletions are rejected. The next run evaluates everything again, and stages what is still out of scope.`,
    );
}
