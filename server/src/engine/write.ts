import type { Ending, Run, WriteAction } from "./course.ts";
import { lookAtChange, lookForCreated, lookForDeleted } from "./looks.ts";
import type { MappedValue } from "./mappedValue.ts";
import type { FoundObject } from "./match.ts";
import type { PlannedWrite } from "./plan.ts";
import type { Change } from "./requests/patchBody.ts";
import type { Write } from "./requests/writes.ts";
import type { RecordedRequest } from "./result.ts";
import { cancelled, fromScimFailure, type StepFailure } from "./stepFailure.ts";
import { type Look, type WrittenSurely, writeSurely } from "./writeSurely.ts";

/** What was written of an object itself, and how that ended. */
export interface Written {
  readonly requests: readonly RecordedRequest[];
  readonly writes: readonly Write[];
  readonly ending: Ending;
  /** The object that a creation left without an answer, or met in its way. */
  readonly found?: FoundObject;
}

/** Writes what is planned for an object. Where the run verifies, it is read back. */
export async function writePlanned(planned: PlannedWrite, mapped: readonly MappedValue[], run: Run): Promise<Written> {
  const written = await write(planned, lookFor(planned, mapped, run), run);
  return run.verifies && run.executor.kind === "live" ? verified(written, planned, mapped, run) : written;
}

/** Deletes an object. */
export async function remove(id: string, run: Run): Promise<Written> {
  const deletion = { kind: "delete", id } as const;
  return write(deletion, lookForDeleted(deletion, run), run);
}

/** The end of a run whose write failed, or was not possible. */
export function failedExport(action: WriteAction, failure: StepFailure): Ending {
  return { kind: "failure", step: "Export", action, failure };
}

function lookFor(write: PlannedWrite, mapped: readonly MappedValue[], run: Run): Look {
  return write.kind === "create" ? lookForCreated(write, mapped, run) : lookAtChange(write.kind, write.id, mapped, run);
}

async function write(planned: Write & { readonly kind: WriteAction }, look: Look, run: Run): Promise<Written> {
  const action = planned.kind;
  if (run.signal?.aborted) return { requests: [], writes: [], ending: failedExport(action, cancelled) };
  const { answer: came, found, ...sent } = await writeSurely(planned, run, look);
  const answer = goneIsDeleted(action, came);
  if (answer.kind === "failure") return { ...sent, ending: failedExport(action, fromScimFailure(answer)) };
  const ending: Ending = { kind: "written", action, ...givenId(answer) };
  return { ...sent, ending, ...(action === "create" && found && { found }) };
}

type Answer = WrittenSurely["answer"];

/** What is not there any more is as deleted as it can be. */
function goneIsDeleted(action: WriteAction, answer: Answer): Answer {
  const isGone = action === "delete" && answer.kind === "failure" && answer.status === 404;
  return isGone ? { kind: "done", status: 404 } : answer;
}

function givenId(answer: Answer): { readonly targetId?: string } {
  const id = answer.kind === "resource" ? answer.resource.id : undefined;
  return typeof id === "string" ? { targetId: id } : {};
}

/** Some targets report success and apply nothing. */
async function verified(
  written: Written,
  planned: PlannedWrite,
  mapped: readonly MappedValue[],
  run: Run,
): Promise<Written> {
  const { ending } = written;
  if (ending.kind !== "written") return written;
  const id = planned.kind === "create" ? ending.targetId : planned.id;
  if (id === undefined) return written;
  const look = lookAtChange(planned.kind === "disable" ? "disable" : "update", id, mapped, run);
  const { requests, outcome } = await look();
  const checked = { ...written, requests: [...written.requests, ...requests] };
  if (outcome.kind !== "missing" || !("changes" in outcome.write)) return checked;
  return { ...checked, ending: failedExport(planned.kind, notApplied(outcome.write.changes)) };
}

function notApplied(changes: readonly Change[]): StepFailure {
  const names = changes.map(({ target }) => target).join(", ");
  return {
    errorCode: "WriteNotApplied",
    reason: `The target answered with success, and read back it does not hold what was written to ${names}.`,
    recommendedAction: "Look into the endpoint's log, and leave out what it does not support, or map it another way.",
  };
}
