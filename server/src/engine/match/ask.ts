import * as l10n from "@vscode/l10n";
import { sameValue } from "../flow/difference.ts";
import { readTarget, valuesAt } from "../paths/readTarget.ts";
import type { Resource, ScimAnswer, ScimFailure, TargetSystem } from "../ports.ts";
import { matchQuery } from "../requests/reads.ts";
import type { RecordedRequest } from "../result.ts";
import { errorCodes, fromScimFailure, type StepFailure } from "../stepFailure.ts";
import { recordRequest } from "../write/recordRequest.ts";
import type { MatchQuestion } from "./matchQuestions.ts";

/** What the target answered: the objects that have the value, or why that is not known. */
export interface Reply {
  readonly request: RecordedRequest;
  /** How many objects the target announces, also where they are not what was asked for. */
  readonly hits: number;
  readonly outcome:
    | { readonly kind: "objects"; readonly resources: readonly Resource[] }
    | { readonly kind: "failure"; readonly failure: StepFailure };
}

/** Asks the target which objects have a value. Its word is checked: an object without the value must never be taken for one that has it. */
export async function ask(
  question: MatchQuestion,
  purpose: RecordedRequest["purpose"],
  { targetObject, target, signal }: { targetObject: string; target: TargetSystem; signal: AbortSignal | undefined },
): Promise<Reply> {
  const { attribute, value, shown } = question;
  const query = matchQuery(targetObject, attribute, value);
  const answer = await target.send(query, signal);
  const told = shown === value ? query : matchQuery(targetObject, attribute, shown);
  return {
    request: recordRequest(told, purpose, answer),
    hits: answer.kind === "list" ? Math.max(answer.totalResults, answer.resources.length) : 0,
    outcome: judge(answer, question),
  };
}

function judge(answer: ScimAnswer, question: MatchQuestion): Reply["outcome"] {
  if (answer.kind === "failure") return { kind: "failure", failure: unanswered(answer) };
  if (answer.kind !== "list") return { kind: "failure", failure: noList() };
  if (answer.resources.every(resource => hasValue(resource, question)))
    return { kind: "objects", resources: answer.resources };
  return { kind: "failure", failure: filterIgnored(question) };
}

/** A search that finds nothing is answered with an empty list: no endpoint of SCIM answers it with 404 (use-scim-to-provision-users-and-groups, "Get User by query - Zero results"). */
function unanswered(failure: ScimFailure): StepFailure {
  const told = fromScimFailure(failure);
  return failure.status === 404 ? { ...told, errorCode: errorCodes.incompatible } : told;
}

function hasValue(resource: Resource, { path, value, caseExact }: MatchQuestion): boolean {
  if (sameValue(readTarget(resource, path), value, caseExact)) return true;
  return valuesAt(resource, path).some(held => sameValue(held, value, caseExact));
}

function noList(): StepFailure {
  return {
    errorCode: errorCodes.incompatible,
    reason: l10n.t("The target answered the matching query with something other than a list."),
    recommendedAction: l10n.t(
      "Let the endpoint answer a filter with a ListResponse, an empty one where nothing matches.",
    ),
  };
}

function filterIgnored({ attribute, shown }: MatchQuestion): StepFailure {
  return {
    errorCode: errorCodes.incompatible,
    reason: l10n.t`The target was asked for ${attribute} = ${JSON.stringify(shown)} and returned an object with another value: it ignored the filter.`,
    recommendedAction: l10n.t`Let the endpoint support filters on ${attribute}, or match by an attribute on which it does.`,
  };
}
