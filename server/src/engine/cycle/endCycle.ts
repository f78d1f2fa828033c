import * as l10n from "@vscode/l10n";
import type { Cycle } from "./cycle.ts";
import { type CycleContext, logEntry } from "./cycleContext.ts";
import { giveUp } from "./escrow.ts";
import type { CycleError, JobState, QuarantineReason, TaskExecution } from "./jobState.ts";
import { type Happening, happeningEntry } from "./logEntry.ts";
import { type Health, quarantined, thresholdError, thresholdReached } from "./quarantine.ts";
import { without } from "./restart.ts";
import { patience } from "./retrySchedule.ts";

/** What a cycle came to: whether the source was evaluated to its end, and whether its deletions are too many. */
export interface CycleCourse {
  readonly isWhole: boolean;
  readonly tooManyDeletions: boolean;
}

/** Judges a cycle that has ended, and stores what the job is at now. */
export function endCycle(
  context: CycleContext,
  course: CycleCourse,
  { kind, began }: Pick<TaskExecution, "kind"> & { readonly began: number },
): TaskExecution {
  const { store, world } = context.cycle;
  const now = world.now();
  expireEscrows(context);
  const execution: TaskExecution = {
    activityIdentifier: context.log.cycleId,
    kind,
    ...outcomeOf(context, course),
    timeBegan: iso(began),
    timeEnded: iso(now),
    ...context.counts,
  };
  const judged = judgeQuarantine(store.state(), context, course, now);
  store.setState(remember(judged, execution, course, began));
  store.commit();
  return execution;
}

function outcomeOf({ brake, cycle, counts }: CycleContext, { isWhole }: CycleCourse) {
  if (brake.halt !== undefined) return { state: "Failed", error: brake.halt.error } as const;
  if (!isWhole) return { state: "Failed", error: interrupted(cycle) } as const;
  return { state: counts.countEscrowed > 0 ? "EntryLevelErrors" : "Succeeded" } as const;
}

function interrupted({ application }: Cycle): CycleError {
  return {
    code: "Cancelled",
    message: application
      ? l10n.t`The cycle of ${application.name.text} was interrupted.`
      : l10n.t("The cycle of the job was interrupted."),
    recommendedAction: l10n.t("Run it again: it goes on where it was."),
  };
}

function remember(state: JobState, execution: TaskExecution, { isWhole }: CycleCourse, began: number): JobState {
  const isFailure = execution.state === "Failed";
  const isSteady = isWhole && execution.countExports === 0;
  const next: JobState = {
    ...state,
    lastExecution: execution,
    countSuccessiveCompleteFailures: isFailure ? state.countSuccessiveCompleteFailures + 1 : 0,
    ...(execution.state === "Succeeded" && { lastSuccessfulExecution: execution }),
    ...(execution.state === "Succeeded" &&
      execution.countExported > 0 && { lastSuccessfulExecutionWithExports: execution }),
    ...(isWhole && { watermark: iso(began) }),
    ...(isSteady && {
      steadyStateFirstAchievedTime: state.steadyStateFirstAchievedTime ?? execution.timeEnded,
      steadyStateLastAchievedTime: execution.timeEnded,
    }),
  };
  return isWhole ? without(next, "allowsDeletions") : next;
}

/** A cycle that was interrupted says nothing of the job's health. */
function judgeQuarantine(state: JobState, context: CycleContext, course: CycleCourse, now: number): JobState {
  const { brake } = context;
  if (brake.halt?.quarantine !== undefined) return impose(brake.halt.quarantine, brake.halt.error, state, context, now);
  if (!course.isWhole) return state;
  const health = healthOf(context);
  if (course.tooManyDeletions) return impose("TooManyDeletes", tooManyDeletes(context), state, context, now);
  const reason = thresholdReached(health);
  if (reason === undefined) return without(state, "quarantine");
  return impose(reason, thresholdError(reason, health), state, context, now);
}

function healthOf({ cycle: { store } }: CycleContext): Health {
  const failures = store.escrows.count("object");
  const provisioned = store.objects.countProvisioned("User") + store.objects.countProvisioned("Group");
  return { failures, referenceFailures: store.escrows.count("reference"), successes: provisioned };
}

function tooManyDeletes({ counts, cycle: { application } }: CycleContext): CycleError {
  return {
    code: "TooManyDeletes",
    message: l10n.t`${counts.staged} objects would be disabled or deleted in this cycle, more than the deleteThreshold of ${application?.deleteThreshold ?? 0}: none was.`,
    recommendedAction: l10n.t(
      "Look at them in the job's status, and allow them; or bring the objects back into scope, and reject them.",
    ),
  };
}

function impose(
  reason: QuarantineReason,
  error: CycleError,
  state: JobState,
  context: CycleContext,
  now: number,
): JobState {
  if (!isKnown(reason, error, state, context))
    logEntry(context, now, (log, moment) => happeningEntry(quarantineEntry(reason, error), log, moment));
  return quarantined(state, reason, error, now);
}

/** The same quarantine is told once. Its message does not say whether it is the same: it is in the language of whoever runs the cycle. */
function isKnown(
  reason: QuarantineReason,
  { code }: CycleError,
  { quarantine, lastExecution }: JobState,
  { counts }: CycleContext,
): boolean {
  const isSame = quarantine?.reason === reason && quarantine.error.code === code;
  return isSame && (reason !== "TooManyDeletes" || lastExecution?.staged === counts.staged);
}

function quarantineEntry(reason: QuarantineReason, error: CycleError): Happening {
  const description = l10n.t`The job is in quarantine (${reason}): ${error.message}`;
  return {
    action: "other",
    status: "failure",
    step: { name: "Quarantine", provisioningStepType: "export", description, details: { reason } },
    error,
    source: nobody,
  };
}

const nobody = { id: "", displayName: "", identityType: "" } as const;

/** What has failed for 28 days is not tried any more, until it changes. */
function expireEscrows(context: CycleContext): void {
  const { store, world } = context.cycle;
  const now = world.now();
  for (const { objectId: id, name: displayName, objectType: identityType, ...escrow } of store.escrows.expire(
    now - patience,
  )) {
    const error = { code: escrow.errorCode, message: escrow.reason, recommendedAction: escrow.recommendedAction };
    const description = l10n.t`${displayName} is not tried any more, having failed for 28 days.`;
    const step = {
      name: "EntrySynchronizationSkip",
      provisioningStepType: "export",
      description,
      details: {},
    } as const;
    const happening: Happening = {
      action: "other",
      status: "failure",
      step,
      error,
      source: { id, displayName, identityType },
    };
    logEntry(context, now, (log, moment) => happeningEntry(happening, log, moment));
    giveUp({ objectId: id, ...escrow }, store);
  }
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
