import { Command } from "commander";
import type { ConnectionReport } from "../../session/testEnvironment.ts";
import { interruption } from "../jobs.ts";
import { type FormatOption, formatOption, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { visible } from "../text/visible.ts";

interface TestConnectionOptions extends FormatOption {
  readonly environment: string;
}

/** `mapwright test-connection`: the portal's "Test connection". */
export function testConnectionCommand(terminal: Terminal): Command {
  const command = new Command("test-connection")
    .description("Ask an environment for a user and a group that nobody has, as Entra does; exits 1 when it fails.")
    .argument("<file>", "the .provmap file, or the folder of mapwright.json")
    .option("--environment <name>", "an environment of mapwright.json", "sandbox")
    .addOption(formatOption())
    .action(async (file: string, options: TestConnectionOptions) =>
      terminal.end(await testConnection(file, options, terminal)),
    );
  return withExamples(command, [
    "test-connection servicenow.provmap --environment test",
    "asks the endpoint named test in mapwright.json, with the secret in MAPWRIGHT_SECRET_<NAME>",
  ]);
}

async function testConnection(file: string, options: TestConnectionOptions, terminal: Terminal): Promise<ExitCode> {
  const { testEnvironment } = await import("../../session/testEnvironment.ts");
  const { createSandboxes } = await import("../../session/sandboxes.ts");
  const { environmentSecret } = await import("../../connectors/secrets/environmentSecret.ts");
  const { environment, format } = options;
  const sandboxes = createSandboxes();
  try {
    const secret = async (name: string) => environmentSecret(name);
    const means = { secret, sandboxes, onWait: terminal.note, signal: interruption() };
    const report = await testEnvironment({ ...means, file, environment });
    if (format === "json") await terminal.json(report);
    else await terminal.print(...reportLines(report, terminal));
    return report.state === "connected" ? 0 : 1;
  } finally {
    await sandboxes.stop();
  }
}

function reportLines(
  { environment, state, requests, failure }: ConnectionReport,
  { paint }: Terminal,
): readonly string[] {
  const { name, endpoint } = environment;
  return [
    `${paint("strong", visible(name))} · ${endpoint} · ${paint(state === "connected" ? "good" : "bad", state)}`,
    ...requests.map(({ method, path, status }) => `  ${method} ${visible(path)} ${status ?? "no answer"}`),
    ...(failure === undefined ? [] : [visible(failure.reason), visible(failure.recommendedAction)]),
  ];
}
