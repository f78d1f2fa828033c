import { Command } from "commander";
import type { Resource } from "../../engine/ports.ts";
import { withExamples } from "../options.ts";
import { allOf, inSandbox, type SandboxContentOptions, sandboxContentOptions } from "../sandboxContents.ts";
import type { Terminal } from "../terminal.ts";
import { table } from "../text/table.ts";

/** `mapwright show-sandbox`: what was provisioned into the sandbox of an application. */
export function showSandboxCommand(terminal: Terminal): Command {
  const command = sandboxContentOptions(new Command("show-sandbox"))
    .description("Show the users and groups in the sandbox of an application.")
    .action(async (file: string, options: SandboxContentOptions) => showSandbox(file, options, terminal));
  return withExamples(command, [
    "show-sandbox servicenow.provmap --format json",
    'prints every resource; of a sandbox without "data" in mapwright.json those of its seed',
  ]);
}

async function showSandbox(file: string, options: SandboxContentOptions, terminal: Terminal): Promise<void> {
  const { application, environment, users, groups } = await inSandbox(file, options, async sandbox => ({
    ...sandbox,
    users: await allOf(sandbox, "User"),
    groups: await allOf(sandbox, "Group"),
  }));
  if (options.format === "json") return terminal.json({ application, environment, users, groups });
  const { describeResource } = await import("../../session/describeResource.ts");
  const rows = (type: string, resources: readonly Resource[]) =>
    resources.map(describeResource).map(({ name, displayName = "", active, id }) => {
      return [type, name, displayName, active ? "" : "disabled", id];
    });
  await terminal.print(
    `${users.length} users, ${groups.length} groups`,
    ...table(
      ["type", "name", "display name", "", "id"],
      [...rows("User", users), ...rows("Group", groups)],
      terminal.width,
      terminal.paint,
    ),
  );
}
