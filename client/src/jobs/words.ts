import * as l10n from "@vscode/l10n";
import type { CycleCounts, CycleProgress, Job, ResetScope, TaskExecution } from "../../../server/src/protocol/jobs.ts";
import { count } from "../counted.ts";

/** What was done with how many, as the command line says it: `3 created, 1 failed`. */
export function countedActions(counts: CycleCounts, none = l10n.t("nothing to do")): string {
  const counted = actions.filter(name => counts[name] > 0).map(name => actionWords[name](counts[name]));
  return counted.join(", ") || none;
}

/** What a cycle did with how many. One that did not go through has not found out that there is nothing to do. */
export function doneIn(cycle: CycleCounts & Pick<TaskExecution, "state">): string {
  return countedActions(cycle, cycle.state === "Failed" ? l10n.t("nothing was done") : undefined);
}

const actions = [
  "created",
  "updated",
  "disabled",
  "deleted",
  "countImportedReferenceDeltas",
  "countEscrowed",
  "waiting",
  "staged",
  "skipped",
] as const satisfies readonly (keyof CycleCounts)[];

const actionWords: Readonly<Record<(typeof actions)[number], (number: number) => string>> = {
  created: number => l10n.t("{0} created", number),
  updated: number => l10n.t("{0} updated", number),
  disabled: number => l10n.t("{0} disabled", number),
  deleted: number => l10n.t("{0} deleted", number),
  countImportedReferenceDeltas: number => l10n.t("{0} with reference changes", number),
  countEscrowed: number => l10n.t("{0} failed", number),
  waiting: number => l10n.t("{0} waiting after a failure", number),
  staged: number => l10n.t("{0} staged to be disabled or deleted", number),
  skipped: number => l10n.t("{0} skipped", number),
};

/** What each count of a cycle counts. */
export const countWords: Readonly<Record<keyof CycleCounts, string>> = {
  countImported: l10n.t("Read from the source"),
  countImportedDeltas: l10n.t("New, changed, gone or due again"),
  countImportedReferenceDeltas: l10n.t("With reference changes"),
  countEntitled: l10n.t("Objects in scope"),
  countExports: l10n.t("To be written"),
  countExported: l10n.t("Written"),
  countEscrowed: l10n.t("Failed"),
  created: l10n.t("Created"),
  updated: l10n.t("Updated"),
  disabled: l10n.t("Disabled"),
  deleted: l10n.t("Deleted"),
  skipped: l10n.t("Skipped"),
  waiting: l10n.t("Waiting after a failure"),
  staged: l10n.t("Staged to be disabled or deleted"),
};

/** How far a cycle is: `45 % · 1,200 read, 300/s · 12 written, 1 failed`. */
export function progressWords({ counts, share, rate }: CycleProgress): string {
  const { countImported, countExported, countEscrowed } = counts;
  const course = l10n.t(
    "{0} % · {1} read, {2}/s · {3} written",
    Math.round(share * 100),
    count(countImported),
    count(rate),
    count(countExported),
  );
  return countEscrowed > 0 ? `${course}, ${l10n.t("{0} failed", count(countEscrowed))}` : course;
}

/** What a job is at, in a few words. */
export function stateWords({ run, status, trouble }: Job): string {
  if (run.kind === "running") return progressWords(run.progress);
  if (run.kind === "elsewhere") return l10n.t("running in another process");
  const next = run.kind === "waiting" ? ` · ${l10n.t("next cycle {0}", moment(run.next))}` : "";
  if (status === undefined) return trouble === undefined ? l10n.t("no cycle has ended") : l10n.t("cannot be read");
  return `${restWords(status)}${next}`;
}

function restWords({ code, lastExecution }: NonNullable<Job["status"]>): string {
  if (code === "Quarantine") return l10n.t("in quarantine");
  if (code === "Paused") return l10n.t("disabled");
  if (lastExecution === undefined) return l10n.t("no cycle has ended");
  return `${lastExecution.state}: ${doneIn(lastExecution)}`;
}

/** An instant of ISO 8601 in the person's time: `2026-03-02 09:30`. */
export function moment(iso: string): string {
  return new Date(iso).toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "short" });
}

/** What each word of Graph's resetScope resets (synchronization-synchronizationjobrestartcriteria). */
export const resetWords: Readonly<Record<ResetScope, string>> = {
  None: l10n.t("Takes a paused job or one in quarantine up again"),
  ConnectorDataStore: l10n.t("Breaks the links between source and target: everybody is matched again"),
  Escrows: l10n.t("Forgets the failures, so that what failed is tried again"),
  Watermark: l10n.t("Evaluates everybody again, and drops staged deletions"),
  QuarantineState: l10n.t("Ends the quarantine"),
  Full: l10n.t("All of these"),
  ForceDeletes: l10n.t("Lets the next cycle do the staged deletions"),
};

/** What becomes of an account whose deletion is staged. */
export const stagedWords: Readonly<Record<NonNullable<Job["status"]>["stagedDeletions"][number]["action"], string>> = {
  disable: l10n.t("to be disabled"),
  delete: l10n.t("to be deleted"),
};
