import { Command } from "commander";
import { type JobOptions, jobOptions, jobThatRan } from "../jobs.ts";
import { withExamples } from "../options.ts";
import type { Terminal } from "../terminal.ts";

/** `mapwright allow-deletes`: the portal's "Allow deletes". */
export function allowDeletesCommand(terminal: Terminal): Command {
  const command = jobOptions(new Command("allow-deletes"))
    .description("Let the next cycle disable and delete what was staged above the deleteThreshold.")
    .action(async (file: string, options: JobOptions) => allowDeletes(file, options, terminal));
  return withExamples(command, ["allow-deletes servicenow.provmap", "allows what `mapwright status` shows as staged"]);
}

async function allowDeletes(file: string, options: JobOptions, terminal: Terminal): Promise<void> {
  const { changeJob } = await import("../../session/jobFile.ts");
  const { decideDeletions } = await import("../../engine/cycle/restart.ts");
  const staged = await changeJob(await jobThatRan(file, options), store => decideDeletions(store, true));
  if (options.format === "json") await terminal.json({ allowed: staged });
  else if (staged === 0) await terminal.print("Nothing is staged.");
  else await terminal.print(`${staged} staged deletions are allowed: the next run does them.`);
}
