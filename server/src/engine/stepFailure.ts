import * as l10n from "@vscode/l10n";
import type { ScimFailure } from "./ports.ts";

/** Why a step failed, in the members of Graph's `statusInfo`. */
export interface StepFailure {
  /** Entra's error code where it has one, else SCIM's `scimType` or the HTTP status. */
  readonly errorCode: string;
  readonly reason: string;
  readonly recommendedAction: string;
}

/** What a refused or lost request means for its step. */
export function fromScimFailure(failure: ScimFailure): StepFailure {
  return { errorCode: errorCodeOf(failure), reason: failure.message, recommendedAction: failure.remedy };
}

/** What the log calls a refused or lost request: Entra's words where its list of error codes has some for it. A `scimType` tells what is wrong with a request, and nothing of a target in trouble (RFC 7644 section 3.12). */
function errorCodeOf({ scimType, status, isLate }: ScimFailure): string {
  if (status === undefined) return isLate ? errorCodes.late : errorCodes.silent;
  const code = errorCodes.answered[status] ?? (isTransient(`HTTP ${status}`) ? undefined : scimType);
  return code ?? (status < 300 ? errorCodes.incompatible : `HTTP ${status}`);
}

/** Entra's error codes for what a target does (concept-provisioning-logs, "Error codes"), as the words of HTTP and of the page go together. */
export const errorCodes = {
  late: "Timeout",
  silent: "WebExceptionProtocolError",
  /** It answers, and not as SCIM says. */
  incompatible: "SystemForCrossDomainIdentityManagementServiceIncompatible",
  /** The account that an earlier cycle created or matched is not there any more. */
  gone: "InvalidAnchor",
  answered: {
    401: "Unauthorized",
    403: "InsufficientRights",
    405: "MethodNotAllowed",
    409: "Conflict",
    422: "UnprocessableEntity",
    429: "TooManyRequests",
    500: "InternalServerError",
    501: "NotImplemented",
  } as Readonly<Record<number, string>>,
} as const;

/** True for the code of a failure that may be over soon: the target was away, overloaded, or in trouble. */
export function isTransient(errorCode: string): boolean {
  const codes = [errorCodes.late, errorCodes.silent, errorCodes.answered[429], errorCodes.answered[500]];
  return codes.includes(errorCode) || /^HTTP (?:408|425|5\d\d)$/.test(errorCode);
}

/** The end of a run that the person stopped. */
export function cancelled(): StepFailure {
  return {
    errorCode: "Cancelled",
    reason: l10n.t("The run was cancelled before anything was written."),
    recommendedAction: l10n.t("Run it again."),
  };
}
