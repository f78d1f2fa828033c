import { Command } from "commander";
import { withExamples } from "../options.ts";
import { inSandbox, type SandboxContentOptions, sandboxContentOptions } from "../sandboxContents.ts";
import type { Terminal } from "../terminal.ts";

/** `mapwright reset-sandbox`: a target as before the first provisioning. */
export function resetSandboxCommand(terminal: Terminal): Command {
  const command = sandboxContentOptions(new Command("reset-sandbox"))
    .description("Put the sandbox of an application back to what its seed holds, or empty it.")
    .action(async (file: string, options: SandboxContentOptions) => resetSandbox(file, options, terminal));
  return withExamples(command, [
    "reset-sandbox servicenow.provmap",
    "forgets what was provisioned; `restart` lets a job forget it, too",
  ]);
}

async function resetSandbox(file: string, options: SandboxContentOptions, terminal: Terminal): Promise<void> {
  const report = await inSandbox(file, options, async ({ application, environment, reset }) => {
    const { users, groups } = await reset();
    return { application, environment, users: users.length, groups: groups.length };
  });
  if (options.format === "json") return terminal.json(report);
  await terminal.print(`The sandbox holds ${report.users} users and ${report.groups} groups.`);
}
