import type { Halt as DeliveryHalt } from "../ports.ts";
import type { RecordedRequest } from "../result.ts";
import type { StepFailure } from "../stepFailure.ts";
import type { CycleContext, Halt } from "./cycleContext.ts";

/**
 * Looks at what came of requests for what concerns the whole job: refused credentials, and an endpoint that is no SCIM
 * service, are quarantined regardless of counts (application-provisioning-quarantine-status); so is one that is gone.
 */
export function heed(requests: readonly RecordedRequest[], { brake, cycle: { signal } }: CycleContext): void {
  if (signal?.aborted) return;
  for (const { failure, purpose } of requests) {
    if (failure === undefined) continue;
    const { status, message: reason, remedy: recommendedAction } = failure;
    const isRefused = status === 401 || status === 403;
    const errorCode = isRefused ? `HTTP ${status}` : "SystemForCrossDomainIdentityManagementServiceIncompatible";
    if (failure.halt !== undefined) brake.halt ??= halted(failure.halt, { reason, recommendedAction });
    else if (isRefused || (status === 404 && purpose === "match"))
      brake.halt ??= quarantine({ errorCode, reason, recommendedAction });
  }
}

const haltCodes = { credentials: "HTTP 401", unreachable: "NoAnswer", busy: "HTTP 429" } as const;

/** A target that only asks for patience is well; the next cycle goes on. */
function halted({ reason: code }: DeliveryHalt, failure: Omit<StepFailure, "errorCode">): Halt {
  const { error, quarantine: imposed } = quarantine({ ...failure, errorCode: haltCodes[code] });
  return code === "busy" || imposed === undefined ? { error } : { error, quarantine: imposed };
}

/** Stops a cycle since it cannot work with the target. */
export function quarantine({ errorCode: code, reason: message, recommendedAction }: StepFailure): Halt {
  return { error: { code, message, recommendedAction }, quarantine: "EncounteredQuarantineException" };
}
