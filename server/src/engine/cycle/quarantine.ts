import * as l10n from "@vscode/l10n";
import type { CycleError, JobState, Quarantine, QuarantineReason } from "./jobState.ts";
import { nextAttempt, patience } from "./retrySchedule.ts";

/** How many objects of a job fail, and how many do not. */
export interface Health {
  /** Objects that failed themselves. */
  readonly failures: number;
  /** Objects of which only a reference could not be written. */
  readonly referenceFailures: number;
  /** Objects that the target has as it should. */
  readonly successes: number;
}

/** The thresholds of application-provisioning-quarantine-status, "Escrow thresholds"; why a job is to be quarantined, if so. */
export function thresholdReached({ failures, referenceFailures, successes }: Health): QuarantineReason | undefined {
  if (failures > 40_000) return "EncounteredBaseEscrowThreshold";
  if (failures + referenceFailures > 60_000) return "EncounteredTotalEscrowThreshold";
  if (failures < 5_000) return undefined;
  return failures / (failures + successes) > 0.4 ? "EncounteredEscrowProportionThreshold" : undefined;
}

/** What a threshold that was reached means to the person. */
export function thresholdError(code: QuarantineReason, { failures, referenceFailures, successes }: Health): CycleError {
  return {
    code,
    message: l10n.t`${failures} objects fail, and references of ${referenceFailures} more, while ${successes} are well.`,
    recommendedAction: l10n.t(
      "Read the provisioning log for what they have in common, correct it, and restart the job.",
    ),
  };
}

/** The state with a quarantine: a new one, or the one that it is in evaluated again and left in effect. */
export function quarantined(state: JobState, reason: QuarantineReason, error: CycleError, now: number): JobState {
  const { quarantine: before } = state;
  const seriesBegan = before?.seriesBegan ?? iso(now);
  const seriesCount = before === undefined ? 0 : before.seriesCount + 1;
  const began = Date.parse(seriesBegan);
  const quarantine: Quarantine = {
    reason,
    currentBegan: iso(now),
    nextAttempt: iso(nextAttempt(began, seriesCount + 1, now)),
    seriesBegan,
    seriesCount,
    error,
  };
  return { ...state, quarantine, ...(now - began > patience && { disabled: iso(now) }) };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
