import { Command, InvalidArgumentError, Option } from "commander";
import { type ResetScope, resetScopes, usualReset } from "../../engine/cycle/restart.ts";
import { type JobOptions, jobOptions, jobThatRan } from "../jobs.ts";
import { withExamples } from "../options.ts";
import type { Terminal } from "../terminal.ts";

interface RestartOptions extends JobOptions {
  readonly resetScope: readonly ResetScope[];
}

/** `mapwright restart`: Microsoft Graph's synchronizationJob: restart. */
export function restartCommand(terminal: Terminal): Command {
  const command = jobOptions(new Command("restart"))
    .description("Let the next cycle evaluate everything again; links stay unless the reset scope says Full.")
    .addOption(
      new Option("--reset-scope <words>", `what is reset, in Graph's words joined by commas: ${resetScopes.join(", ")}`)
        .argParser(readScopes)
        .default(usualReset, usualReset.join(",")),
    )
    .action(async (file: string, options: RestartOptions) => restartJob(file, options, terminal));
  return withExamples(
    command,
    ["restart servicenow.provmap", `resets ${usualReset.join(", ")}, as the portal's Restart provisioning does`],
    ["restart servicenow.provmap --reset-scope Full", "breaks the links too, so that everything is matched again"],
  );
}

function readScopes(text: string): readonly ResetScope[] {
  return text.split(",").map(written => {
    const scope = resetScopes.find(known => known.toLowerCase() === written.trim().toLowerCase());
    if (scope === undefined)
      throw new InvalidArgumentError(`"${written.trim()}" is none of ${resetScopes.join(", ")}.`);
    return scope;
  });
}

async function restartJob(file: string, options: RestartOptions, terminal: Terminal): Promise<void> {
  const { changeJob } = await import("../../session/jobFile.ts");
  const { restart } = await import("../../engine/cycle/restart.ts");
  const { resetScope, format } = options;
  await changeJob(await jobThatRan(file, options), store => restart(store, resetScope));
  if (format === "json") await terminal.json({ resetScope: resetScope.join(",") });
  else await terminal.print(`Reset: ${resetScope.join(", ")}. The next run begins from there.`);
}
