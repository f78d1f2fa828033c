import type { CycleCounts, Quarantine, TaskExecution } from "../../engine/cycle/jobState.ts";
import { duration } from "./duration.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** What a cycle did, for a person: one sentence, and what went wrong with what to do. */
export function cycleLines(
  execution: TaskExecution,
  quarantine: Quarantine | undefined,
  { application, paint }: { readonly application: string; readonly paint: Paint },
): readonly string[] {
  const { kind, error, countImported, timeBegan, timeEnded } = execution;
  const took = duration(Date.parse(timeEnded) - Date.parse(timeBegan));
  const word = kind === "initial" ? "Initial cycle" : "Incremental cycle";
  const head = `${word} of ${visible(application)}: ${doneIn(execution)}. ${countImported} objects read in ${took}.`;
  const isQuarantined = quarantine !== undefined && error?.message !== quarantine.error.message;
  return [
    paint(toneOf(execution), head),
    ...(error ? trouble(error, paint) : []),
    ...(isQuarantined ? trouble(quarantine.error, paint) : []),
    ...(quarantine
      ? [`  In quarantine (${quarantine.reason}); the next attempt is due ${quarantine.nextAttempt}.`]
      : []),
  ];
}

/** The state of a cycle as a look. */
export function toneOf({ state }: TaskExecution): "good" | "warning" | "bad" {
  const tones = { Succeeded: "good", EntryLevelErrors: "warning", Failed: "bad" } as const;
  return tones[state];
}

/** What is wrong, and what to do. */
export function trouble(
  { message, recommendedAction }: { readonly message: string; readonly recommendedAction: string },
  paint: Paint,
): readonly string[] {
  return [`  ${paint("bad", visible(message))}`, `  ${visible(recommendedAction)}`];
}

const words = {
  created: "created",
  updated: "updated",
  disabled: "disabled",
  deleted: "deleted",
  countImportedReferenceDeltas: "with reference changes",
  countEscrowed: "failed",
  waiting: "waiting after a failure",
  staged: "staged to be disabled or deleted",
  skipped: "skipped",
} as const satisfies Partial<Record<keyof CycleCounts, string>>;

/** What was done with how many: `3 created, 1 failed`. */
export function countedActions(counts: CycleCounts, none = "nothing to do"): string {
  const names = Object.keys(words) as (keyof typeof words)[];
  const counted = names.filter(name => counts[name] > 0).map(name => `${counts[name]} ${words[name]}`);
  return counted.join(", ") || none;
}

/** What a cycle did with how many. One that did not go through has not found out that there is nothing to do. */
export function doneIn(execution: TaskExecution): string {
  return countedActions(execution, execution.state === "Failed" ? "nothing was done" : undefined);
}
