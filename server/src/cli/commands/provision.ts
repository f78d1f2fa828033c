import { Command } from "commander";
import { type OnDemandOptions, onDemandOptions, runOnDemand } from "../onDemand.ts";
import { withExamples } from "../options.ts";
import type { Terminal } from "../terminal.ts";

interface ProvisionOptions extends OnDemandOptions {
  readonly yes?: boolean;
}

/** `mapwright provision`: provision on demand, for real. */
export function provisionCommand(terminal: Terminal): Command {
  const command = onDemandOptions(new Command("provision"))
    .description("Provision a user or group on demand, for real.")
    .option("--yes", "confirms that an environment other than the sandbox is written to")
    .action(async (file: string, { yes = false, ...options }: ProvisionOptions) =>
      terminal.end(await runOnDemand(file, { ...options, provision: true, confirmed: yes }, terminal)),
    );
  return withExamples(
    command,
    ["provision servicenow.provmap --user ada@contoso.com", "provisions the user into the embedded sandbox"],
    [
      "provision servicenow.provmap --user ada@contoso.com --environment test --yes",
      "writes to the endpoint named test",
    ],
  );
}
