import type { Command } from "commander";
import type { ProvisioningResult } from "../engine/result.ts";
import type { Session } from "../session/session.ts";
import { type FormatOption, formatOption } from "./options.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** What `preview` and `provision` are told. */
export interface OnDemandOptions extends FormatOption {
  readonly user: string;
  readonly mapping?: string;
  readonly environment?: string;
  readonly directory?: string;
}

/** The arguments that `preview` and `provision` share. */
export function onDemandOptions(command: Command): Command {
  return command
    .argument("<file>", "the .provmap file")
    .requiredOption("--user <id>", "the user's id, userPrincipalName or mail in the directory")
    .option("--mapping <name>", "the mapping; the first enabled one for users if absent")
    .option("--environment <name>", "an environment of mapwright.json", "sandbox")
    .option("--directory <file>", "the directory of users; the one of mapwright.json if absent")
    .addOption(formatOption());
}

interface Request extends OnDemandOptions {
  readonly provision: boolean;
  /** The person agreed to writing to a real endpoint. */
  readonly confirmed?: boolean;
}

/** Runs one user through the pipeline and prints what came of it. */
export async function runOnDemand(file: string, request: Request, terminal: Terminal): Promise<ExitCode> {
  const { openSession } = await import("../session/session.ts");
  const { createSandboxes } = await import("../session/sandboxes.ts");
  const { environmentSecret } = await import("../connectors/secrets/environmentSecret.ts");
  const sandboxes = createSandboxes();
  try {
    const secret = async (name: string) => environmentSecret(name);
    const session = await openSession({ ...request, file, secret, sandboxes });
    if (request.provision && !request.confirmed) await refuseUnconfirmed(session);
    const result = await session.run({ ...request, signal: interruption() });
    await print(result, session, request, terminal);
    return result.action === "fail" ? 1 : 0;
  } finally {
    await sandboxes.stop();
  }
}

async function refuseUnconfirmed({ environment }: Session): Promise<void> {
  if (environment.endpoint === "sandbox" || !environment.write) return;
  const { InputError } = await import("../connectors/inputError.ts");
  throw new InputError(
    `Provisioning would write to ${environment.endpoint} (environment "${environment.name}"). Repeat with --yes to go ahead.`,
  );
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  return controller.signal;
}

async function print(
  result: ProvisioningResult,
  { environment }: Session,
  { format }: Request,
  terminal: Terminal,
): Promise<void> {
  if (format === "json") return terminal.json(result);
  const { previewLines } = await import("./text/preview.ts");
  return terminal.print(
    ...previewLines(result, { environment: environment.name, paint: terminal.paint, width: terminal.width }),
  );
}
