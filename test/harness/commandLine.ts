import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** The bundle of the command line. `MAPWRIGHT_CLI` names another one. */
export const bundle = process.env.MAPWRIGHT_CLI ?? join(import.meta.dirname, "../../dist/cli.js");

/** What a run of the command line left behind. */
export interface Finished {
  /** The exit code; null where a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly stdin?: string;
  /** Added to the environment of the test. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `mapwright` with these arguments until it ends. */
export async function mapwright(
  args: readonly string[],
  { cwd, stdin = "", env }: Surroundings = {},
): Promise<Finished> {
  const child = start(args, { ...(cwd !== undefined && { cwd }), ...(env !== undefined && { env }) });
  child.stdin.end(stdin);
  const ended = new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** Starts `mapwright` with these arguments; the caller ends it. */
export function start(args: readonly string[], { cwd, env }: Omit<Surroundings, "stdin"> = {}) {
  return spawn(process.execPath, [bundle, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env },
    stdio: "pipe",
  });
}
