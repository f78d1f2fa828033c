import type { Course } from "../course.ts";
import { toFlowValue } from "../evaluate.ts";
import type { ReferenceReport } from "../result.ts";
import { shortTarget } from "./names.ts";

/** How many of the left out are told by name. */
const toldByName = 10;

/** What a run leaves out, or does otherwise than Entra's own provision on demand would, in sentences. */
export function notesOn(course: Course): readonly string[] {
  const { flows, ending } = course;
  if (ending.kind === "failure") return [];
  const references = flows.flatMap(({ row }) => referenceNote(shortTarget(row.target), row.references ?? []));
  return [...references, ...onDemandNotes(course)];
}

function referenceNote(target: string, reports: readonly ReferenceReport[]): readonly string[] {
  const told = reports.flatMap(({ reason }) => reason?.replace(/\.$/, "") ?? []);
  if (told.length === 0) return [];
  const reasons = told.slice(0, toldByName);
  const more = told.length > toldByName ? [`and ${told.length - toldByName} more`] : [];
  const subject = reports.length === 1 ? target : `${target}, ${told.length} of ${reports.length}`;
  return [`${subject}: ${[...reasons, ...more].join("; ")}.`];
}

function onDemandNotes({ run, scope, ending, writes }: Course): readonly string[] {
  if (run.onDemand === undefined) return [];
  const members = toFlowValue(run.object.attributes.get("members") ?? null);
  const [chosen, all] = [run.onDemand.members?.length, Array.isArray(members) ? members.length : 0];
  const ends = ending.kind === "written" && (ending.action === "disable" || ending.action === "delete");
  return [
    ...(chosen !== undefined && chosen < all ? [`Provisioned on demand with ${chosen} of its ${all} members.`] : []),
    ...(run.wire?.mode === "compliant" && writes.length > 0 ? [flagIgnored] : []),
    ...(ends && !scope.active ? [notFound] : []),
  ];
}

/** Both are known limitations of Entra (application-provisioning-config-problem-scim-compatibility, provision-on-demand). */
const flagIgnored =
  "These are the requests of a cycle: Entra's own provision on demand does not work with the flag aadOptscim062020.";
const notFound = "A cycle does this: Entra's own provision on demand does not find users who are disabled or deleted.";
