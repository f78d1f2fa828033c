import type { Halt as DeliveryHalt } from "../ports.ts";
import type { RecordedRequest } from "../result.ts";
import { errorCodes, fromScimFailure, type StepFailure } from "../stepFailure.ts";
import type { CycleContext, Halt } from "./cycleContext.ts";

/**
 * Looks at what came of requests for what concerns the whole job: refused credentials, and an endpoint that is no SCIM
 * service, are quarantined regardless of counts (application-provisioning-quarantine-status); so is one that is gone.
 */
export function heed(requests: readonly RecordedRequest[], { brake, cycle: { signal } }: CycleContext): void {
  if (signal?.aborted) return;
  for (const { failure, purpose } of requests) {
    if (failure === undefined) continue;
    const { status } = failure;
    const told = fromScimFailure(failure);
    if (failure.halt !== undefined) brake.halt ??= halted(failure.halt, told);
    else if (status === 401 || status === 403) brake.halt ??= quarantine(told);
    else if (status === 404 && purpose === "match")
      brake.halt ??= quarantine({ ...told, errorCode: errorCodes.incompatible });
  }
}

const haltCodes = {
  credentials: errorCodes.answered[401],
  unreachable: errorCodes.silent,
  busy: errorCodes.answered[429],
} as const;

/** A target that only asks for patience is well; the next cycle goes on. */
function halted({ reason: code }: DeliveryHalt, failure: StepFailure): Halt {
  const { error, quarantine: imposed } = quarantine({ ...failure, errorCode: haltCodes[code] ?? failure.errorCode });
  return code === "busy" || imposed === undefined ? { error } : { error, quarantine: imposed };
}

/** Stops a cycle since it cannot work with the target. */
export function quarantine({ errorCode: code, reason: message, recommendedAction }: StepFailure): Halt {
  return { error: { code, message, recommendedAction }, quarantine: "EncounteredQuarantineException" };
}
