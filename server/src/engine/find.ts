import type { Run } from "./course.ts";
import type { MappedValue } from "./mappedValue.ts";
import { findMatch, type MatchOutcome } from "./match.ts";
import type { ScimAnswer } from "./ports.ts";
import { recordRequest } from "./recordRequest.ts";
import { readRequest } from "./requests/reads.ts";
import { fromScimFailure } from "./stepFailure.ts";

/**
 * Finds the target's object: by the id that an earlier run kept, otherwise by its matching attributes. An id that the
 * target does not know any more is forgotten, and the object matched again.
 */
export async function findObject(mapped: readonly MappedValue[], run: Run): Promise<MatchOutcome> {
  const targetObject = run.mapping.targetObject.text;
  const id = run.lastKnown?.targetId(run.object.id);
  if (id === undefined) return findMatch(mapped, targetObject, run);
  if (run.object.state === "deleted") return { ...nothing, linked: true, found: { id, resource: {} } };
  const request = readRequest(targetObject, id);
  const answer = await run.target.send(request, run.signal);
  const requests = [recordRequest(request, "read", answer)];
  if (answer.kind === "resource")
    return { ...nothing, requests, linked: true, found: { id, resource: answer.resource } };
  if (!isGone(answer)) return { ...nothing, requests, failure: unreadable(answer) };
  const matched = await findMatch(mapped, targetObject, run);
  return { ...matched, requests: [...requests, ...matched.requests] };
}

const nothing = { attempts: [], requests: [], assumptions: [] } as const satisfies MatchOutcome;

function isGone(answer: ScimAnswer): boolean {
  return answer.kind === "failure" && answer.status === 404;
}

function unreadable(answer: ScimAnswer) {
  if (answer.kind === "failure") return fromScimFailure(answer);
  return {
    errorCode: "SystemForCrossDomainIdentityManagementServiceIncompatible",
    reason: "The target was asked for one object and answered with something else.",
    recommendedAction: "Let the endpoint return the resource of that id.",
  };
}
