import { Command, Option } from "commander";
import { type FormatOption, formatOption, portNumber, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface SandboxOptions extends FormatOption {
  readonly port?: number;
  readonly token?: string;
  readonly mode: "lenient" | "strict";
  readonly data?: string;
}

/** `mapwright sandbox`: the embedded SCIM endpoint alone, until it is interrupted. */
export function sandboxCommand(terminal: Terminal): Command {
  const command = new Command("sandbox")
    .description("Run the embedded SCIM 2.0 endpoint on this machine until it is interrupted.")
    .option("--port <number>", "the port; a free one if absent", portNumber)
    .option("--token <text>", "the bearer token; a random one if absent")
    .addOption(
      new Option(
        "--mode <mode>",
        "strict refuses what RFC 7643 and RFC 7644 do not allow, lenient accepts what Entra sends",
      )
        .choices(["lenient", "strict"])
        .default("lenient"),
    )
    .option("--data <folder>", "keeps the contents in this folder; they are thrown away if absent")
    .addOption(formatOption())
    .action(async (options: SandboxOptions) => terminal.end(await runSandbox(options, terminal)));
  return withExamples(
    command,
    ["sandbox --port 8080 --data ./target", "serves http://127.0.0.1:8080, keeping its contents in ./target"],
    ["sandbox --format json", 'prints {"url": …, "token": …} in its first line once it listens'],
  );
}

async function runSandbox({ format, ...settings }: SandboxOptions, terminal: Terminal): Promise<ExitCode> {
  const { startSandbox } = await import("../../connectors/sandbox/startSandbox.ts");
  const interrupted = interruption();
  const { url, token, stop } = await startSandbox(settings);
  if (format === "json") await terminal.print(JSON.stringify({ url, token }));
  else await terminal.print(`SCIM endpoint  ${url}`, `Secret token   ${token}`, "Stop it with Ctrl+C.");
  await interrupted;
  await stop();
  return 0;
}

function interruption(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
