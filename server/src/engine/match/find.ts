import * as l10n from "@vscode/l10n";
import type { Run } from "../course.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import type { ScimAnswer } from "../ports.ts";
import { readRequest } from "../requests/reads.ts";
import { errorCodes, fromScimFailure, type StepFailure } from "../stepFailure.ts";
import { recordRequest } from "../write/recordRequest.ts";
import { findMatch, type MatchOutcome } from "./match.ts";

/**
 * Finds the target's object: by the id that an earlier run kept, otherwise by its matching attributes. An id that the
 * target does not know any more is forgotten, and the object matched again.
 */
export async function findObject(mapped: readonly MappedValue[], run: Run): Promise<MatchOutcome> {
  const targetObject = run.mapping.targetObject.text;
  const id = run.lastKnown?.targetId(run.object.id);
  if (id === undefined) return matchUnclaimed(mapped, run);
  if (run.object.state === "deleted") return { ...nothing, linked: true, found: { id, resource: {} } };
  const request = readRequest(targetObject, id);
  const answer = await run.target.send(request, run.signal);
  const requests = [recordRequest(request, "read", answer)];
  if (answer.kind === "resource")
    return { ...nothing, requests, linked: true, found: { id, resource: answer.resource } };
  if (!isGone(answer)) return { ...nothing, requests, failure: unreadable(answer) };
  const matched = await matchUnclaimed(mapped, run);
  return { ...matched, requests: [...requests, ...matched.requests] };
}

const nothing = { attempts: [], requests: [], assumptions: [] } as const satisfies MatchOutcome;

/** Matches an object by its attributes. Two objects of the source must not take turns in writing to one of the target. */
export async function matchUnclaimed(mapped: readonly MappedValue[], run: Run): Promise<MatchOutcome> {
  const { lastKnown, object } = run;
  const matched = await findMatch(mapped, run.mapping.targetObject.text, run);
  const { found, ...searched } = matched;
  const holder = found && lastKnown?.holder?.(found.id);
  if (found === undefined || holder === undefined || holder === object.id) return matched;
  return { ...searched, failure: duplicateSource(found.id, holder) };
}

function duplicateSource(targetId: string, holder: string): StepFailure {
  return {
    errorCode: "DuplicateSourceEntries",
    reason: l10n.t`The target's object ${targetId} belongs to another object of the source, ${holder}, which has the same matching value.`,
    recommendedAction: l10n.t(
      "Give one of the two another value, or match by an attribute that is unique in the source.",
    ),
  };
}

function isGone(answer: ScimAnswer): boolean {
  return answer.kind === "failure" && answer.status === 404;
}

function unreadable(answer: ScimAnswer) {
  if (answer.kind === "failure") return fromScimFailure(answer);
  return {
    errorCode: errorCodes.incompatible,
    reason: l10n.t("The target was asked for one object and answered with something else."),
    recommendedAction: l10n.t("Let the endpoint return the resource of that id."),
  };
}
