import type { CycleCounts, CycleProgress, Job, ResetScope } from "../../../server/src/protocol/jobs.ts";
import { count } from "../explorer/node.ts";

/** What was done with how many, as the command line says it: `3 created, 1 failed`. */
export function countedActions(counts: CycleCounts): string {
  const counted = actions.filter(name => counts[name] > 0).map(name => `${counts[name]} ${countWords[name]}`);
  return counted.join(", ") || "nothing to do";
}

/** What each count of a cycle counts. */
export const countWords: Readonly<Record<keyof CycleCounts, string>> = {
  countImported: "read from the source",
  countImportedDeltas: "new, changed, gone or due again",
  countImportedReferenceDeltas: "with reference changes",
  countEntitled: "in scope",
  countExports: "to be written",
  countExported: "written",
  countEscrowed: "failed",
  created: "created",
  updated: "updated",
  disabled: "disabled",
  deleted: "deleted",
  skipped: "skipped",
  waiting: "waiting after a failure",
  staged: "staged to be disabled or deleted",
};

const actions: readonly (keyof CycleCounts)[] = [
  "created",
  "updated",
  "disabled",
  "deleted",
  "countImportedReferenceDeltas",
  "countEscrowed",
  "waiting",
  "staged",
  "skipped",
];

/** How far a cycle is: `45 % · 1,200 read, 300/s · 12 written, 1 failed`. */
export function progressWords({ counts, share, rate }: CycleProgress): string {
  const { countImported, countExported, countEscrowed } = counts;
  const failed = countEscrowed > 0 ? `, ${count(countEscrowed)} failed` : "";
  return `${Math.round(share * 100)} % · ${count(countImported)} read, ${count(rate)}/s · ${count(countExported)} written${failed}`;
}

/** What a job is at, in a few words. */
export function stateWords({ run, status, trouble }: Job): string {
  if (run.kind === "running") return progressWords(run.progress);
  if (run.kind === "elsewhere") return "running in another process";
  const next = run.kind === "waiting" ? ` · next cycle ${moment(run.next)}` : "";
  if (status === undefined) return trouble === undefined ? "no cycle has ended" : "cannot be read";
  return `${restWords(status)}${next}`;
}

function restWords({ code, lastExecution }: NonNullable<Job["status"]>): string {
  if (code === "Quarantine") return "in quarantine";
  if (code === "Paused") return "disabled";
  if (lastExecution === undefined) return "no cycle has ended";
  return `${lastExecution.state}: ${countedActions(lastExecution)}`;
}

/** An instant of ISO 8601 in the person's time: `2026-03-02 09:30`. */
export function moment(iso: string): string {
  return new Date(iso).toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "short" });
}

/** What each word of Graph's resetScope resets (synchronization-synchronizationjobrestartcriteria). */
export const resetWords: Readonly<Record<ResetScope, string>> = {
  None: "Takes a paused job or one in quarantine up again",
  ConnectorDataStore: "Breaks the links between source and target: everybody is matched again",
  Escrows: "Forgets the failures, so that what failed is tried again",
  Watermark: "Evaluates everybody again, and drops staged deletions",
  QuarantineState: "Ends the quarantine",
  Full: "All of these",
  ForceDeletes: "Lets the next cycle do the staged deletions",
};
