import type { Job } from "../../../server/src/protocol/jobs.ts";
import { stateWords } from "./words.ts";

/** What the status bar says of jobs. */
export interface StatusText {
  /** The name of a codicon. */
  readonly icon: string;
  readonly text: string;
  readonly isWarning: boolean;
}

/** What runs, else what waits for somebody, else what is due again; undefined where nothing is to be said. */
export function statusText(jobs: readonly Job[]): StatusText | undefined {
  const running = jobs.filter(({ run }) => run.kind === "running");
  const waiting = jobs.filter(({ run }) => run.kind === "waiting");
  return (
    textOf(running, "sync~spin", "run") ??
    textOf(jobs.filter(waitsForSomebody), "warning", "wait for somebody") ??
    textOf(waiting, "watch", "are due again")
  );
}

/** True for a job that does nothing before somebody has seen to it. */
export function waitsForSomebody({ run, status }: Job): boolean {
  return run.kind !== "running" && (status?.code === "Quarantine" || status?.code === "Paused");
}

function textOf(jobs: readonly Job[], icon: string, verb: string): StatusText | undefined {
  const [first] = jobs;
  if (first === undefined) return undefined;
  const text = jobs.length === 1 ? `${first.application}: ${stateWords(first)}` : `${jobs.length} jobs ${verb}`;
  return { icon, text, isWarning: icon === "warning" };
}
