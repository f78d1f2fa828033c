import { isTransient, type StepFailure } from "../stepFailure.ts";
import type { CycleContext } from "./cycleContext.ts";
import type { Escrow, JobStore } from "./jobStore.ts";
import { nextAttempt } from "./retrySchedule.ts";

/** What failed. */
export type Failed = Pick<Escrow, "objectId" | "objectType" | "name" | "kind" | "fingerprint">;

/**
 * Keeps a failed object to be tried again: in the next cycle where the target was in trouble, as Entra does for
 * InternalServerError and Timeout (concept-provisioning-logs, "Error codes"), else by the schedule.
 */
export function keepInEscrow(failed: Failed, failure: StepFailure, { cycle: { store, world } }: CycleContext): void {
  const now = world.now();
  const before = store.escrows.find(failed.objectId);
  const isSame = before?.kind === failed.kind && before.fingerprint === failed.fingerprint;
  const firstFailure = isSame ? before.firstFailure : now;
  const attempts = isSame ? before.attempts + 1 : 1;
  const next = isTransient(failure.errorCode) ? now : nextAttempt(firstFailure, attempts, now);
  store.escrows.keep({ ...failed, ...failure, firstFailure, attempts, nextAttempt: next });
}

/** Lets what failed be tried no more until it changes, or until everything is evaluated again. */
export function giveUp(
  { objectId, kind, fingerprint }: Pick<Escrow, "objectId" | "kind" | "fingerprint">,
  { objects, references }: JobStore,
): void {
  const known = objects.find(objectId);
  if (known !== undefined && kind === "object") objects.keep({ ...known, fingerprint });
  if (kind === "object") return;
  for (const [target, kept] of references.of(objectId))
    references.keep(objectId, target, { ...kept, status: "settled" });
}
