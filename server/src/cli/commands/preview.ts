import { Command } from "commander";
import { type OnDemandOptions, onDemandOptions, runOnDemand } from "../onDemand.ts";
import { withExamples } from "../options.ts";
import type { Terminal } from "../terminal.ts";

/** `mapwright preview`: what provisioning a user or group would do, without doing it. */
export function previewCommand(terminal: Terminal): Command {
  const command = onDemandOptions(new Command("preview"))
    .description(
      "Show what provisioning a user or group would do: scope, match, attributes and requests. Nothing is written.",
    )
    .option("--wire", "compare the writing requests with and without the flag aadOptscim062020 of the tenant URL")
    .option(
      "--changed <attributes>",
      "tells what an incremental cycle may do in which only these source attributes have changed, as in jobTitle,mail",
      names,
    )
    .option("--save-as-test <name>", "append the preview to the file as a test that passes")
    .action(async (file: string, options: OnDemandOptions) =>
      terminal.end(await runOnDemand(file, { ...options, provision: false }, terminal)),
    );
  return withExamples(
    command,
    ["preview servicenow.provmap --user ada@contoso.com", "tries the user against the embedded sandbox"],
    [
      "preview servicenow.provmap --user ada@contoso.com --environment test",
      "asks the endpoint named test in mapwright.json",
    ],
    [
      "preview servicenow.provmap --user ada@contoso.com --changed jobTitle",
      "shows what a change of the job title alone may do to other attributes",
    ],
    [
      'preview servicenow.provmap --user ada@contoso.com --save-as-test "Ada is created"',
      "keeps what is shown as a test of the file",
    ],
    [
      "preview learning.provmap --group Engineering --member ada@contoso.com",
      "tries the group with one of its members",
    ],
  );
}

function names(text: string): readonly string[] {
  return text
    .split(",")
    .map(name => name.trim())
    .filter(name => name !== "");
}
