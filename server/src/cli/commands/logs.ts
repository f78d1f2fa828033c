import { setTimeout } from "node:timers/promises";
import { Command, Option } from "commander";
import type { LoggedAction, LoggedStatus, NumberedEntry } from "../../engine/cycle/logEntry.ts";
import { interruption, type JobOptions, jobOptions, jobThatRan } from "../jobs.ts";
import { wholeNumber, withExamples } from "../options.ts";
import type { Terminal } from "../terminal.ts";

interface LogsOptions extends JobOptions {
  readonly user?: string;
  readonly action?: LoggedAction;
  readonly status?: LoggedStatus;
  readonly last: number;
  readonly follow?: boolean;
}

const actions: readonly LoggedAction[] = ["create", "update", "disable", "delete", "stagedDelete", "other"];
const statuses: readonly LoggedStatus[] = ["success", "warning", "failure", "skipped"];

/** How often a followed log is looked into, in milliseconds. */
const pause = 500;

/** `mapwright logs`: the provisioning log. */
export function logsCommand(terminal: Terminal): Command {
  const command = jobOptions(new Command("logs"))
    .description("Show the provisioning log; as JSON one of Graph's provisioningObjectSummary a line.")
    .option("--user <text>", "only of objects with this text in their id or name")
    .addOption(new Option("--action <word>", "only of this action").choices(actions))
    .addOption(new Option("--status <word>", "only with this status").choices(statuses))
    .option("--last <number>", "the newest so many", wholeNumber, 100)
    .option("--follow", "goes on with new entries until it is interrupted")
    .action(async (file: string, options: LogsOptions) => showLogs(file, options, terminal));
  return withExamples(
    command,
    ["logs servicenow.provmap --status failure", "shows what failed, with the reason and the remedy"],
    ["logs servicenow.provmap --user ada --follow", "shows what happens to Ada, as it happens"],
  );
}

async function showLogs(file: string, options: LogsOptions, terminal: Terminal): Promise<void> {
  const { lookAtJob } = await import("../../session/jobFile.ts");
  const { logLines } = await import("../text/logs.ts");
  const { user: subject, action, status, last, follow, format } = options;
  const filter = { ...(subject && { subject }), ...(action && { action }), ...(status && { status }) };
  const print = async (entries: readonly NumberedEntry[]) => {
    for (const { entry } of entries)
      await terminal.print(...(format === "json" ? [JSON.stringify(entry)] : logLines(entry, terminal.paint)));
  };
  const job = await jobThatRan(file, options);
  await lookAtJob(job, async ({ provisioningLog }) => {
    let entries = provisioningLog.find({ ...filter, limit: last });
    await print(entries);
    if (entries.length === 0 && !follow && format !== "json") terminal.note("The provisioning log has no such entry.");
    let after = entries.at(-1)?.number ?? provisioningLog.find({ limit: 1 })[0]?.number ?? 0;
    const signal = interruption();
    while (follow && !signal.aborted) {
      await setTimeout(pause, undefined, { signal }).catch(() => {});
      entries = provisioningLog.find({ ...filter, after, limit: Number.MAX_SAFE_INTEGER });
      await print(entries);
      after = entries.at(-1)?.number ?? after;
    }
  });
}
