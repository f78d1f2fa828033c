import type { Course, Ending } from "../course.ts";
import { deltaReport } from "../flow/delta.ts";
import { conceal, redactedIn, textsBehind } from "../redaction.ts";
import { resourceType } from "../requests/resourceType.ts";
import type {
  Identity,
  MatchReport,
  ModifiedProperty,
  ProvisioningAction,
  ProvisioningResult,
  ProvisionOnDemandAnswer,
  StatusInfo,
} from "../result.ts";
import { stateAssumptions } from "../statedAssumptions.ts";
import { compareWire } from "../wire/compareWire.ts";
import { assumedBy } from "./assumedBy.ts";
import { objectName, valueText } from "./names.ts";
import { notesOn } from "./notes.ts";
import { failedReference, provisioningSteps } from "./steps.ts";
import { summarize } from "./summary.ts";

/** The result of a run, in the shape of Graph's provisionOnDemand answer and with what Mapwright shows beside it. */
export function reportCourse(course: Course): ProvisioningResult {
  const { run, scope, match, flows } = course;
  const result: ProvisioningResult = {
    mode: run.executor.kind === "live" ? "provision" : "dryRun",
    mapping: run.mapping.name.text,
    action: actionOf(course.ending),
    summary: summarize(course),
    notes: notesOn(course),
    scope: scope.report,
    ...(match && { match: matchReport(match) }),
    attributes: flows.map(flow => flow.row),
    requests: allRequests(course),
    assumptions: stateAssumptions(assumedBy(course)),
    ...(run.comparesWire && { wire: compareWire(course) }),
    ...(run.changed && { delta: deltaReport(course, run.changed) }),
    onDemand: onDemandAnswer(course),
  };
  return concealedIn(course, result);
}

/** Of the result only what the provisioning log has. */
export function reportForLog(course: Course): Pick<ProvisioningResult, "onDemand" | "requests"> {
  const told = { onDemand: onDemandAnswer(course), requests: allRequests(course) };
  return concealedIn(course, told);
}

/** What came of a run with all masked that its mapping redacts. */
export function concealedIn<T extends object>({ mapped, run }: Course, told: T): T {
  return conceal(told, textsBehind(mapped, redactedIn(run), run.object));
}

function allRequests({ connection, match, requests }: Course): ProvisioningResult["requests"] {
  return [...(connection?.requests ?? []), ...(match?.requests ?? []), ...requests];
}

function actionOf(ending: Ending): ProvisioningAction {
  if (ending.kind === "failure") return "fail";
  return ending.kind === "skip" ? "skip" : ending.action;
}

function matchReport({ attempts, found }: NonNullable<Course["match"]>): MatchReport {
  return { attempts, ...(found && { targetId: found.id }) };
}

function onDemandAnswer(course: Course): ProvisionOnDemandAnswer {
  const { run, ending } = course;
  const name = objectName(run.object);
  return {
    provisioningSteps: provisioningSteps(course),
    modifiedProperties: modifiedProperties(course),
    statusInfo: statusOf(course),
    action: "action" in ending && ending.action !== undefined ? onDemandActions[ending.action] : "Other",
    sourceIdentity: { id: run.object.id, displayName: name, identityType: run.object.objectType },
    targetIdentity: targetIdentity(course, name),
  };
}

const onDemandActions = { create: "Create", update: "Update", disable: "Disable", delete: "Delete" } as const;

function modifiedProperties({ flows }: Course): readonly ModifiedProperty[] {
  return flows
    .filter(({ row }) => row.why === "changed" || row.why === "default")
    .map(({ row }) => ({
      displayName: row.target,
      oldValue: valueText(row.oldValue),
      newValue: valueText(row.newValue),
    }));
}

function statusOf(course: Course): StatusInfo {
  const { ending } = course;
  const reason = failedReference(course);
  switch (ending.kind) {
    case "written":
      return reason === undefined ? { status: "Success" } : { status: "Warning", reason };
    case "skip":
      return { status: "Skipped", skipReason: ending.reason, reason: ending.because };
    case "failure":
      return { status: "Failure", ...ending.failure };
  }
}

function targetIdentity({ run, ending, match, adopted }: Course, name: string): Identity {
  const created = ending.kind === "written" ? ending.targetId : undefined;
  const type = resourceType(run.mapping.targetObject.text);
  const displayName = match?.found?.resource.displayName;
  return {
    id: match?.found?.id ?? adopted?.id ?? created ?? "",
    displayName: typeof displayName === "string" ? displayName : name,
    identityType: type === "User" || type === "Group" ? type : "",
  };
}
