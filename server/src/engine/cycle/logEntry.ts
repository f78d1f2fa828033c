import type { Course } from "../course.ts";
import { toFlowValue } from "../expression/evaluate.ts";
import { redactedIn } from "../redaction.ts";
import { reportForLog } from "../report/reportCourse.ts";
import type {
  Identity,
  ModifiedProperty,
  ProvisioningResult,
  ProvisioningStep,
  RecordedRequest,
  StatusInfo,
} from "../result.ts";
import type { CycleError } from "./jobState.ts";

/**
 * Graph `provisioningObjectSummary`: one entry of the provisioning log, without the members that only a tenant has. All
 * that is redacted is masked. `requests` is ours: what was asked and answered where the object failed.
 */
export interface LogEntry {
  readonly id: string;
  readonly activityDateTime: string;
  readonly jobId: string;
  readonly cycleId: string;
  readonly changeId: string;
  readonly provisioningAction: LoggedAction;
  readonly durationInMilliseconds: number;
  readonly provisioningStatusInfo: {
    readonly status: LoggedStatus;
    readonly errorInformation: ErrorInformation | null;
  };
  readonly provisioningSteps: readonly LoggedStep[];
  readonly modifiedProperties: readonly ModifiedProperty[];
  readonly servicePrincipal: { readonly id: string; readonly displayName: string };
  readonly sourceSystem: LoggedSystem;
  readonly targetSystem: LoggedSystem;
  readonly initiatedBy: { readonly id: string; readonly displayName: string; readonly initiatorType: "system" };
  readonly sourceIdentity: LoggedIdentity;
  readonly targetIdentity: LoggedIdentity;
  readonly requests?: readonly RecordedRequest[];
}

/** An entry with its place in the log. */
export interface NumberedEntry {
  readonly number: number;
  readonly entry: LogEntry;
}

/** Graph `provisioningAction`. */
export type LoggedAction = "create" | "update" | "disable" | "delete" | "stagedDelete" | "other";

/** Graph `provisioningResult`. */
export type LoggedStatus = "success" | "warning" | "failure" | "skipped";

interface ErrorInformation {
  readonly errorCode: string;
  readonly reason: string;
  readonly additionalDetails: null;
  /** Graph `provisioningStatusErrorCategory`. */
  readonly errorCategory: "failure" | "nonServiceFailure";
  readonly recommendedAction: string | null;
}

interface LoggedStep {
  readonly name: string;
  readonly provisioningStepType: "import" | "scoping" | "matching" | "referenceResolution" | "export";
  readonly status: LoggedStatus;
  readonly description: string;
  readonly details: Readonly<Record<string, string>>;
}

interface LoggedSystem {
  readonly id: string;
  readonly displayName: string;
  readonly details: Readonly<Record<string, string>>;
}

interface LoggedIdentity extends Identity {
  readonly details: Readonly<Record<string, string>>;
}

/** Whose log it is. */
export interface LogContext {
  readonly jobId: string;
  readonly cycleId: string;
  /** The application's name. */
  readonly application: string;
  /** The tenant URL, or `sandbox`. */
  readonly endpoint: string;
}

/** When an object was worked on: its beginning and end, in milliseconds since 1970-01-01T00:00:00Z, and the id of the entry. */
export interface LogMoment {
  readonly id: string;
  readonly began: number;
  readonly ended: number;
}

/** The entry for an object that went through the pipeline. */
export function courseEntry(course: Course, context: LogContext, moment: LogMoment): LogEntry {
  const { onDemand, requests } = reportForLog(course);
  return {
    ...commonMembers(context, moment),
    provisioningAction: actionOf(onDemand.action),
    provisioningStatusInfo: statusInfo(onDemand.statusInfo),
    provisioningSteps: onDemand.provisioningSteps.map(loggedStep),
    modifiedProperties: onDemand.modifiedProperties,
    sourceIdentity: { ...onDemand.sourceIdentity, details: namesOf(course) },
    targetIdentity: { ...onDemand.targetIdentity, details: {} },
    ...(onDemand.statusInfo.status === "Failure" && { requests }),
  };
}

/** What an entry without a course is about. */
export interface Happening {
  readonly action: LoggedAction;
  readonly status: LoggedStatus;
  readonly step: Omit<LoggedStep, "status">;
  readonly error?: Pick<CycleError, "code" | "message" | "recommendedAction">;
  readonly source: Identity;
  readonly targetId?: string;
  readonly modifiedProperties?: readonly ModifiedProperty[];
  readonly requests?: readonly RecordedRequest[];
}

/** The entry for what happens beside the pipeline: references, staged deletions, a quarantine. */
export function happeningEntry(happening: Happening, context: LogContext, moment: LogMoment): LogEntry {
  const { action, status, step, error, source, targetId = "", modifiedProperties = [], requests } = happening;
  return {
    ...commonMembers(context, moment),
    provisioningAction: action,
    provisioningStatusInfo: { status, errorInformation: error === undefined ? null : errorInformation(error) },
    provisioningSteps: [{ ...step, status }],
    modifiedProperties,
    sourceIdentity: { ...source, details: {} },
    targetIdentity: { ...source, id: targetId, details: {} },
    ...(requests !== undefined && { requests }),
  };
}

function commonMembers({ jobId, cycleId, application, endpoint }: LogContext, { id, began, ended }: LogMoment) {
  return {
    id,
    activityDateTime: new Date(ended).toISOString(),
    jobId,
    cycleId,
    changeId: id,
    durationInMilliseconds: ended - began,
    servicePrincipal: { id: "", displayName: application },
    sourceSystem: { id: "", displayName: "Microsoft Entra ID", details: {} },
    targetSystem: { id: "", displayName: application, details: { Endpoint: endpoint } },
    initiatedBy: { id: "", displayName: "Mapwright", initiatorType: "system" },
  } as const;
}

function actionOf(action: ProvisioningResult["onDemand"]["action"]): LoggedAction {
  const words = { Create: "create", Update: "update", Disable: "disable", Delete: "delete", Other: "other" } as const;
  return words[action];
}

function statusInfo({ status, errorCode, skipReason, reason, recommendedAction }: StatusInfo) {
  const code = errorCode ?? skipReason ?? (status === "Warning" ? "ReferenceNotWritten" : undefined);
  if (code === undefined) return { status: statuses[status], errorInformation: null };
  const error = { code, message: reason ?? "", recommendedAction: recommendedAction ?? "" };
  return { status: statuses[status], errorInformation: errorInformation(error) };
}

function errorInformation({ code, message, recommendedAction }: CycleError): ErrorInformation {
  return {
    errorCode: code,
    reason: message,
    additionalDetails: null,
    errorCategory: "nonServiceFailure",
    recommendedAction: recommendedAction || null,
  };
}

const statuses = { Success: "success", Warning: "warning", Failure: "failure", Skipped: "skipped" } as const;
const stepTypes = { Import: "import", Matching: "matching", Scoping: "scoping", Export: "export" } as const;

function loggedStep({ name, type, status, description, details }: ProvisioningStep): LoggedStep {
  return { name, provisioningStepType: stepTypes[type], status: statuses[status], description, details };
}

/** By these a person looks for an entry. */
function namesOf({ run }: Course): Readonly<Record<string, string>> {
  const { object } = run;
  const redacted = redactedIn(run);
  const names = ["userPrincipalName", "mail"].filter(name => !redacted.has(name));
  return Object.fromEntries(
    names.flatMap(name => {
      const value = toFlowValue(object.attributes.get(name) ?? null);
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}
