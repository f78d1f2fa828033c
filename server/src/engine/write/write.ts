import type { Ending, Run, WriteAction } from "../course.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import type { PlannedWrite } from "../flow/plan.ts";
import { lookAtChange, lookForCreated, lookForDeleted } from "../match/looks.ts";
import type { FoundObject } from "../match/match.ts";
import type { ScimFailure } from "../ports.ts";
import type { Write } from "../requests/writes.ts";
import type { RecordedRequest } from "../result.ts";
import { cancelled, errorCodes, fromScimFailure, type StepFailure } from "../stepFailure.ts";
import { isVerified, verify } from "./verify.ts";
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
  const { ending } = written;
  const id = planned.kind !== "create" ? planned.id : ending.kind === "written" ? ending.targetId : undefined;
  if (id === undefined) return written;
  const look = lookAtChange(planned.kind === "disable" ? "disable" : "update", id, mapped, run);
  return verified(written, planned.kind, look, run);
}

/** Deletes an object. Where the run verifies, it must be gone then. */
export async function remove(id: string, run: Run): Promise<Written> {
  const deletion = { kind: "delete", id } as const;
  const look = lookForDeleted(deletion, run);
  return verified(await write(deletion, look, run), "delete", look, run);
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
  if (run.signal?.aborted) return { requests: [], writes: [], ending: failedExport(action, cancelled()) };
  const { answer: came, found, ...sent } = await writeSurely(planned, run, look);
  const answer = goneIsDeleted(action, came);
  if (answer.kind === "failure") return { ...sent, ending: failedExport(action, failureOf(action, answer)) };
  const ending: Ending = { kind: "written", action, ...givenId(answer) };
  return { ...sent, ending, ...(action === "create" && found && { found }) };
}

function failureOf(action: WriteAction, answer: ScimFailure): StepFailure {
  const failure = fromScimFailure(answer);
  return answer.status === 404 && action !== "create" ? { ...failure, errorCode: errorCodes.gone } : failure;
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

/** Once more after a write that the target has taken, where the run verifies. */
async function verified(written: Written, action: WriteAction, look: Look, run: Run): Promise<Written> {
  if (written.ending.kind !== "written" || !isVerified(run)) return written;
  const { requests, failure } = await verify(look);
  const checked = { ...written, requests: [...written.requests, ...requests] };
  return failure === undefined ? checked : { ...checked, ending: failedExport(action, failure) };
}
