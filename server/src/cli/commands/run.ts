import { setTimeout } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import type { Job } from "../../session/openJob.ts";
import { cycleProgress } from "../cycleProgress.ts";
import { interruption, type JobOptions, jobOptions } from "../jobs.ts";
import { wholeNumber, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface RunOptions extends JobOptions {
  readonly directory?: string;
  readonly concurrency?: number;
  readonly watch?: true | number;
  readonly yes?: boolean;
}

/** Minutes between two cycles, as Entra has them (configure-automatic-user-provisioning-portal). */
const usualInterval = 40;
const minute = 60_000;

/** `mapwright run`: whole provisioning cycles. */
export function runCommand(terminal: Terminal): Command {
  const command = jobOptions(new Command("run"))
    .description("Run a provisioning cycle over the whole directory: an initial one, then one for what changed.")
    .option("--directory <file>", "the directory of users; the one of mapwright.json if absent")
    .option("--concurrency <number>", "how many objects are worked on at a time, 1 to 16", concurrency)
    .option(
      "--watch [minutes]",
      "runs a cycle every so many minutes until it is interrupted; 40 if no number is given",
      minutes,
    )
    .option("--yes", "confirms that an environment other than the sandbox is written to")
    .action(async (file: string, options: RunOptions) => terminal.end(await run(file, options, terminal)));
  return withExamples(
    command,
    ["run servicenow.provmap", "runs a cycle into the embedded sandbox"],
    ["run servicenow.provmap --environment test --yes --watch", "runs a cycle every 40 minutes, as Entra does"],
  );
}

function concurrency(text: string): number {
  const number = wholeNumber(text);
  if (number < 1 || number > 16) throw new InvalidArgumentError("Write a number from 1 to 16.");
  return number;
}

/** Without a pause between two cycles the target would be asked all the time. */
function minutes(text: string): number {
  const number = wholeNumber(text);
  if (number < 1) throw new InvalidArgumentError("Write a number of minutes, 1 or more.");
  return number;
}

async function run(file: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const { createSandboxes } = await import("../../session/sandboxes.ts");
  const { openJob } = await import("../../session/openJob.ts");
  const { environmentSecret } = await import("../../connectors/secrets/environmentSecret.ts");
  const sandboxes = createSandboxes();
  const { environment, directory } = options;
  const signal = interruption();
  const open = () =>
    openJob({
      file,
      environment,
      ...(directory !== undefined && { directory }),
      secret: async name => environmentSecret(name),
      sandboxes,
      onWait: terminal.note,
    });
  try {
    const job = await open();
    if (!options.yes) await refuseUnconfirmed(job, options);
    const ran = await runOnce(job, options, signal, terminal);
    return options.watch === undefined ? ran.code : await watch(open, ran.due, options, signal, terminal);
  } finally {
    await sandboxes.stop();
  }
}

async function refuseUnconfirmed({ endpoint }: Job, { environment }: RunOptions): Promise<void> {
  if (endpoint === "sandbox") return;
  const { InputError } = await import("../../connectors/inputError.ts");
  throw new InputError(
    `A cycle would write to ${endpoint} (environment "${environment}"). Repeat with --yes to go ahead.`,
  );
}

/** What came of a cycle: the exit code, and when a job in quarantine is due again. */
interface Ran {
  readonly code: ExitCode;
  readonly due?: string;
}

async function runOnce(
  job: Job,
  { format, watch, concurrency }: RunOptions,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<Ran> {
  const progress = await cycleProgress(terminal.isWatched);
  const asked = { signal, onProgress: progress.update, ...(concurrency !== undefined && { concurrency }) };
  const { execution, state } = await job.run(asked).finally(progress.stop);
  const { quarantine } = state;
  const document = { ...execution, ...(quarantine && { quarantine }) };
  if (format === "json" && watch === undefined) await terminal.json(document);
  else if (format === "json") await terminal.print(JSON.stringify(document));
  else {
    const { cycleLines } = await import("../text/cycle.ts");
    await terminal.print(...cycleLines(execution, quarantine, { application: job.application, paint: terminal.paint }));
  }
  const code = execution.state === "Succeeded" && quarantine === undefined ? 0 : 1;
  return { code, ...(quarantine && { due: quarantine.nextAttempt }) };
}

/** One cycle after the other. What changed in the files is taken up; a mistake in them is told, and the next cycle tries again. */
async function watch(
  open: () => Promise<Job>,
  firstDue: string | undefined,
  options: RunOptions,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<ExitCode> {
  const { InputError } = await import("../../connectors/inputError.ts");
  const interval = (typeof options.watch === "number" ? options.watch : usualInterval) * minute;
  let due = firstDue;
  while (!signal.aborted) {
    const pause = due === undefined ? interval : Math.max(interval, Date.parse(due) - Date.now());
    await setTimeout(pause, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    try {
      ({ due } = await runOnce(await open(), options, signal, terminal));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      terminal.note(`mapwright: ${error.message}`);
    }
  }
  return 0;
}
