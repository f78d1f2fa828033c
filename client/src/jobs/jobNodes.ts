import * as l10n from "@vscode/l10n";
import type { Job } from "../../../server/src/protocol/jobs.ts";
import type { Node } from "../explorer/node.ts";
import { failed, type JobNode, type MakeRow, passed, rowsOf, warned } from "./jobRow.ts";
import { statusNodes } from "./statusNodes.ts";
import { progressWords, stateWords } from "./words.ts";

/** The rows of a job: what it is at, what its last cycle did, and what waits for somebody. */
export function jobNode(job: Job): JobNode {
  const { application, environment, uri, endpoint } = job;
  const id = JSON.stringify([uri, environment]);
  const row = rowsOf(job, id);
  return {
    id,
    label: application,
    description: `${environment} · ${stateWords(job)}`,
    tooltip: l10n.t("{0}\nEnvironment {1}: {2}\n{3}", application, environment, endpoint, stateWords(job)),
    ...look(job),
    context: contextOf(job),
    opens: "collapsed",
    job,
    children: [...troubleNodes(job, row), ...(job.status === undefined ? [] : statusNodes(job, job.status, row))],
  };
}

/** The icon of a job says the same as its words. */
function look({ run, status, trouble }: Job): Pick<Node, "icon" | "colour"> {
  if (run.kind === "running") return { icon: "sync~spin" };
  if (run.kind === "elsewhere") return { icon: "lock" };
  if (status === undefined) return trouble === undefined ? { icon: "circle-outline" } : failed;
  if (status.code === "Quarantine" || status.code === "Paused") return warned;
  if (trouble !== undefined || status.lastExecution?.state === "Failed") return failed;
  return status.lastExecution?.state === "EntryLevelErrors" ? warned : passed;
}

/** `mapwright.job idle stored staged`: what may be done with it. */
function contextOf({ run, status, staged }: Job): string {
  const words = ["mapwright.job", run.kind, ...(status ? ["stored"] : []), ...(staged > 0 ? ["staged"] : [])];
  return words.join(" ");
}

function troubleNodes({ trouble, run }: Job, row: MakeRow): readonly JobNode[] {
  return [
    ...(trouble === undefined ? [] : [row("trouble", { ...failed, label: trouble, tooltip: trouble })]),
    ...(run.kind === "running"
      ? [row("progress", { icon: "pulse", label: l10n.t("Progress"), description: progressWords(run.progress) })]
      : []),
  ];
}
