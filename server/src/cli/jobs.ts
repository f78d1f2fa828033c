import type { Command } from "commander";
import type { JobFile } from "../session/jobFile.ts";
import { type FormatOption, formatOption } from "./options.ts";

/** What every command about a job is told. */
export interface JobOptions extends FormatOption {
  readonly environment: string;
}

/** The arguments of a command about a job. */
export function jobOptions(command: Command): Command {
  return command
    .argument("<file>", "the .provmap file")
    .option("--environment <name>", "an environment of mapwright.json", "sandbox")
    .addOption(formatOption());
}

/** The job of a file, which has run before. Throws InputError for one that never did. */
export async function jobThatRan(file: string, { environment }: JobOptions): Promise<JobFile> {
  const { locateJobThatRan } = await import("../session/jobFile.ts");
  return locateJobThatRan({ file, environment });
}

/** Aborted when the person presses Ctrl+C, or the system asks the process to end; a second time ends it at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
