import * as l10n from "@vscode/l10n";
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
  const troubled = jobs.filter(waitsForSomebody);
  const waiting = jobs.filter(({ run }) => run.kind === "waiting");
  return (
    textOf(running, "sync~spin", l10n.t("{0} jobs run", running.length)) ??
    textOf(troubled, "warning", l10n.t("{0} jobs wait for somebody", troubled.length)) ??
    textOf(waiting, "watch", l10n.t("{0} jobs are due again", waiting.length))
  );
}

/** True for a job that does nothing before somebody has seen to it. */
export function waitsForSomebody({ run, status }: Job): boolean {
  return run.kind !== "running" && (status?.code === "Quarantine" || status?.code === "Paused");
}

function textOf(jobs: readonly Job[], icon: string, several: string): StatusText | undefined {
  const [first] = jobs;
  if (first === undefined) return undefined;
  const text = jobs.length === 1 ? `${first.application}: ${stateWords(first)}` : several;
  return { icon, text, isWarning: icon === "warning" };
}
