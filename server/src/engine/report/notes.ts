import * as l10n from "@vscode/l10n";
import type { Course } from "../course.ts";
import { toFlowValue } from "../expression/evaluate.ts";
import type { ReferenceReport } from "../result.ts";
import { shortTarget } from "./names.ts";

/** How many of the left out are told by name. */
const toldByName = 10;

/** What a run leaves out, or does otherwise than Entra's own provision on demand would, in sentences. */
export function notesOn(course: Course): readonly string[] {
  const { flows, ending } = course;
  if (ending.kind === "failure") return [];
  const references = flows.flatMap(({ row }) => referenceNotes(shortTarget(row.target), row.references ?? []));
  return [...references, ...onDemandNotes(course)];
}

function referenceNotes(target: string, reports: readonly ReferenceReport[]): readonly string[] {
  return (["leftOut", "failed", "added"] as const).flatMap(outcome => {
    const concerned = reports.filter(report => report.outcome === outcome);
    const reasons = concerned.flatMap(({ reason }) => reason?.replace(/\.$/, "") ?? []);
    if (reasons.length === 0) return [];
    const more = reasons.length > toldByName ? [l10n.t`and ${reasons.length - toldByName} more`] : [];
    const subject = reports.length === 1 ? target : l10n.t`${target}, ${reasons.length} of ${reports.length}`;
    return [referenceNote(outcome, subject, [...reasons.slice(0, toldByName), ...more].join("; "))];
  });
}

function referenceNote(outcome: "leftOut" | "failed" | "added", subject: string, reasons: string): string {
  switch (outcome) {
    case "leftOut":
      return l10n.t`${subject} left out: ${reasons}.`;
    case "failed":
      return l10n.t`${subject} not written: ${reasons}.`;
    case "added":
      return l10n.t`${subject} added with a remark: ${reasons}.`;
  }
}

function onDemandNotes({ run, scope, ending, writes }: Course): readonly string[] {
  if (run.onDemand === undefined) return [];
  const members = toFlowValue(run.object.attributes.get("members") ?? null);
  const [chosen, all] = [run.onDemand.members?.length, Array.isArray(members) ? members.length : 0];
  const ends = ending.kind === "written" && (ending.action === "disable" || ending.action === "delete");
  return [
    ...(chosen !== undefined && chosen < all
      ? [l10n.t`Provisioned on demand with ${chosen} of its ${all} members.`]
      : []),
    ...(run.wire?.mode === "compliant" && writes.length > 0 ? [flagIgnored()] : []),
    ...(ends && !scope.active ? [notFound()] : []),
  ];
}

/** A known limitation of Entra (application-provisioning-config-problem-scim-compatibility). */
function flagIgnored(): string {
  return l10n.t(
    "These are the requests of a cycle: Entra's own provision on demand does not work with the flag aadOptscim062020.",
  );
}

/** A known limitation of Entra (provision-on-demand). */
function notFound(): string {
  return l10n.t("A cycle does this: Entra's own provision on demand does not find users who are disabled or deleted.");
}
