import { type Command, Option } from "commander";
import type { ProvisioningResult } from "../engine/result.ts";
import type { Session, Subject } from "../session/session.ts";
import { collect, type FormatOption, formatOption } from "./options.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** What `preview` and `provision` are told. */
export interface OnDemandOptions extends FormatOption {
  readonly user?: string;
  readonly group?: string;
  readonly member?: readonly string[];
  /** Compare the requests with and without the flag of the tenant URL. */
  readonly wire?: boolean;
  /** Source attributes: tell what an incremental cycle may do in which only these have changed. */
  readonly changed?: readonly string[];
  /** What the preview is to be called as a test of the file. */
  readonly saveAsTest?: string;
  readonly mapping?: string;
  readonly environment?: string;
  readonly directory?: string;
}

/** The arguments that `preview` and `provision` share. */
export function onDemandOptions(command: Command): Command {
  return command
    .argument("<file>", "the .provmap file")
    .option("--user <id>", "the user's id, userPrincipalName or mail in the directory")
    .addOption(new Option("--group <id>", "the group's id, displayName or mail in the directory").conflicts("user"))
    .option("--member <id>", "a member that comes with the group, up to five times; the first five if absent", collect)
    .option("--mapping <name>", "the mapping; the first enabled one for such objects if absent")
    .option("--environment <name>", "an environment of mapwright.json", "sandbox")
    .option("--directory <file>", "the directory of users; the one of mapwright.json if absent")
    .addOption(formatOption());
}

interface Request extends OnDemandOptions {
  readonly provision: boolean;
  /** The person agreed to writing to a real endpoint. */
  readonly confirmed?: boolean;
}

/** Runs one user or group through the pipeline and prints what came of it. */
export async function runOnDemand(file: string, request: Request, terminal: Terminal): Promise<ExitCode> {
  const subject = await subjectOf(request);
  const { openSession } = await import("../session/session.ts");
  const { createSandboxes } = await import("../session/sandboxes.ts");
  const { environmentSecret } = await import("../connectors/secrets/environmentSecret.ts");
  const sandboxes = createSandboxes();
  try {
    const secret = async (name: string) => environmentSecret(name);
    const session = await openSession({ ...request, file, secret, sandboxes, onWait: terminal.note });
    if (request.provision && !request.confirmed) await refuseUnconfirmed(session);
    const { provision, mapping, changed, wire: comparesWire = false } = request;
    const about = {
      ...subject,
      provision,
      comparesWire,
      ...(changed && { changed }),
      ...(mapping !== undefined && { mapping }),
    };
    const result = await session.run({ ...about, signal: interruption() });
    await print(result, session, request, terminal);
    if (request.saveAsTest !== undefined) await save(file, request.saveAsTest, result, request, terminal);
    return result.action === "fail" ? 1 : 0;
  } finally {
    await sandboxes.stop();
  }
}

async function subjectOf({ user, group, member }: OnDemandOptions): Promise<Subject> {
  if (group !== undefined) return { group, ...(member !== undefined && { members: member }) };
  if (user !== undefined && member === undefined) return { user };
  const { InputError } = await import("../connectors/inputError.ts");
  throw new InputError(
    user === undefined ? "Say whom it is about: give --user <id> or --group <id>." : "--member goes with --group.",
  );
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

/** Standard output is for the result alone where programs read it. */
async function save(
  file: string,
  name: string,
  result: ProvisioningResult,
  { directory, format }: Request,
  terminal: Terminal,
): Promise<void> {
  const { appendTest } = await import("./appendTest.ts");
  const { visible } = await import("./text/visible.ts");
  const lines = await appendTest({ file, name, result, ...(directory !== undefined && { directory }) });
  if (format === "json") lines.map(visible).forEach(terminal.note);
  else await terminal.print("", ...lines.map(visible));
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
