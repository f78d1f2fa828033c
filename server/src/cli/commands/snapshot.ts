import { Command } from "commander";
import type { SnapshotPage } from "../../session/snapshot.ts";
import { interruption } from "../jobs.ts";
import { type FormatOption, formatOption, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface SnapshotOptions extends FormatOption {
  readonly environment: string;
}

/** `mapwright snapshot`: what the target holds, as JSON that `impact --target` reads, in either format. */
export function snapshotCommand(terminal: Terminal): Command {
  const command = new Command("snapshot")
    .description("Print all users and groups that a target holds, as JSON. Nothing is written to it.")
    .argument("<file>", "the .provmap file")
    .option("--environment <name>", "an environment of mapwright.json", "sandbox")
    .addOption(formatOption())
    .action(async (file: string, options: SnapshotOptions) => terminal.end(await run(file, options, terminal)));
  return withExamples(
    command,
    ["snapshot servicenow.provmap --environment test > target.json", "keeps what the endpoint named test holds"],
    ["impact servicenow.provmap --target target.json", "reckons with it"],
  );
}

async function run(file: string, { environment }: SnapshotOptions, terminal: Terminal): Promise<ExitCode> {
  const { readTarget } = await import("../../session/snapshot.ts");
  const { createSandboxes } = await import("../../session/sandboxes.ts");
  const { environmentSecret } = await import("../../connectors/secrets/environmentSecret.ts");
  const sandboxes = createSandboxes();
  try {
    const secret = async (name: string) => environmentSecret(name);
    const signal = interruption();
    await print(readTarget({ file, environment, secret, sandboxes, signal, onWait: terminal.note }), terminal);
    return 0;
  } finally {
    await sandboxes.stop();
  }
}

/** One resource a line, as they come. */
async function print(pages: AsyncIterable<SnapshotPage>, { write }: Terminal): Promise<void> {
  const counts = { users: 0, groups: 0 };
  await write('{ "users": [');
  let list: SnapshotPage["list"] = "users";
  for await (const page of pages) {
    if (list !== page.list) await write('\n], "groups": [');
    list = page.list;
    for (const resource of page.resources) {
      await write(`${counts[list] > 0 ? "," : ""}\n${JSON.stringify(resource)}`);
      counts[list]++;
    }
  }
  await write(list === "users" ? '\n], "groups": [\n] }\n' : "\n] }\n");
}
