import { sameValue } from "./difference.ts";
import type { MappedValue } from "./mappedValue.ts";
import { type MatchQuestion, matchQuestions } from "./matchQuestions.ts";
import type { Resource, ScimAnswer, TargetSystem } from "./ports.ts";
import { readTarget } from "./readTarget.ts";
import { recordRequest } from "./recordRequest.ts";
import { hasSpecialCharacters, matchQuery } from "./requests/matchQuery.ts";
import type { MatchAttempt, RecordedRequest } from "./result.ts";
import type { EngineAssumption } from "./statedAssumptions.ts";
import { fromScimFailure, type StepFailure } from "./stepFailure.ts";

/** What the search for the target's object found; neither `found` nor `failure` where there is no such object. */
export interface MatchOutcome {
  readonly attempts: readonly MatchAttempt[];
  readonly requests: readonly RecordedRequest[];
  readonly assumptions: readonly EngineAssumption[];
  readonly found?: FoundObject;
  readonly failure?: StepFailure;
}

/** The object of the target that matches. */
export interface FoundObject {
  readonly id: string;
  readonly resource: Resource;
}

/** Asks the target for one matching attribute after the other, by precedence, until one has a hit. */
export async function findMatch(
  mapped: readonly MappedValue[],
  targetObject: string,
  target: TargetSystem,
  signal: AbortSignal | undefined,
): Promise<MatchOutcome> {
  const questions = matchQuestions(mapped);
  if ("errorCode" in questions) return { attempts: [], requests: [], assumptions: [], failure: questions };
  const attempts: MatchAttempt[] = [];
  const requests: RecordedRequest[] = [];
  const assumptions: EngineAssumption[] = [];
  for (const question of questions) {
    const request = matchQuery(targetObject, question.attribute, question.value);
    if (hasSpecialCharacters(question.value)) assumptions.push("filterEscapes");
    const answer = await target.send(request, signal);
    requests.push(recordRequest(request, "match", answer));
    attempts.push({
      precedence: question.precedence,
      targetAttribute: question.attribute,
      value: question.value,
      hits: hitsOf(answer),
    });
    const judged = judge(answer, question);
    if (judged !== "none") return { attempts, requests, assumptions, ...judged };
  }
  return { attempts, requests, assumptions };
}

function hitsOf(answer: ScimAnswer): number {
  return answer.kind === "list" ? Math.max(answer.totalResults, answer.resources.length) : 0;
}

type Judged = { readonly found: FoundObject } | { readonly failure: StepFailure } | "none";

/** The target's word is checked: an object that does not have the value must never be taken for the person. */
function judge(answer: ScimAnswer, question: MatchQuestion): Judged {
  if (answer.kind === "failure") return { failure: fromScimFailure(answer) };
  if (answer.kind !== "list") return { failure: noList };
  const [first] = answer.resources;
  if (hitsOf(answer) === 0) return "none";
  if (!answer.resources.every(resource => hasValue(resource, question))) return { failure: filterIgnored(question) };
  if (hitsOf(answer) > 1) return { failure: duplicates(question, hitsOf(answer)) };
  const id = first?.id;
  if (first === undefined || typeof id !== "string" || id === "") return { failure: noId };
  return { found: { id, resource: first } };
}

function hasValue(resource: Resource, { path, value, caseExact }: MatchQuestion): boolean {
  return sameValue(readTarget(resource, path), value, caseExact);
}

const noList: StepFailure = {
  errorCode: "SystemForCrossDomainIdentityManagementServiceIncompatible",
  reason: "The target answered the matching query with something other than a list.",
  recommendedAction: "Let the endpoint answer a filter with a ListResponse, an empty one where nothing matches.",
};

const noId: StepFailure = {
  errorCode: "SystemForCrossDomainIdentityManagementServiceIncompatible",
  reason: "The target's list announces an object and holds none with an id.",
  recommendedAction: "Let the endpoint return matching objects with their id.",
};

function filterIgnored({ attribute, value }: MatchQuestion): StepFailure {
  return {
    errorCode: "SystemForCrossDomainIdentityManagementServiceIncompatible",
    reason: `The target was asked for ${attribute} = ${JSON.stringify(value)} and returned an object with another value: it ignored the filter.`,
    recommendedAction: `Let the endpoint support filters on ${attribute}, or match by an attribute on which it does.`,
  };
}

function duplicates({ attribute, value }: MatchQuestion, hits: number): StepFailure {
  return {
    errorCode: "DuplicateTargetEntries",
    reason: `${hits} objects of the target have ${attribute} = ${JSON.stringify(value)}.`,
    recommendedAction: "Remove the duplicates in the target, or match by an attribute that is unique.",
  };
}
