import * as l10n from "@vscode/l10n";
import type { MappedValue } from "../flow/mappedValue.ts";
import type { Resource, TargetSystem } from "../ports.ts";
import { hasSpecialCharacters } from "../requests/reads.ts";
import type { MatchAttempt, RecordedRequest } from "../result.ts";
import type { EngineAssumption } from "../statedAssumptions.ts";
import { errorCodes, type StepFailure } from "../stepFailure.ts";
import { ask, type Reply } from "./ask.ts";
import { type MatchQuestion, matchQuestions } from "./matchQuestions.ts";

/** What the search for the target's object found; neither `found` nor `failure` where there is no such object. */
export interface MatchOutcome {
  readonly attempts: readonly MatchAttempt[];
  readonly requests: readonly RecordedRequest[];
  readonly assumptions: readonly EngineAssumption[];
  readonly found?: FoundObject;
  /** It was found by the id that an earlier run kept, and not by its matching attributes. */
  readonly linked?: true;
  readonly failure?: StepFailure;
}

/** The object of the target that matches. */
export interface FoundObject {
  readonly id: string;
  readonly resource: Resource;
}

/** Who is asked, and until when. */
export interface Asked {
  readonly target: TargetSystem;
  readonly signal?: AbortSignal;
}

/** Asks the target for one matching attribute after the other, by precedence, until one has a hit. */
export async function findMatch(
  mapped: readonly MappedValue[],
  targetObject: string,
  { target, signal }: Asked,
  purpose: "match" | "reference" = "match",
): Promise<MatchOutcome> {
  const questions = matchQuestions(mapped);
  if ("errorCode" in questions) return { attempts: [], requests: [], assumptions: [], failure: questions };
  const attempts: MatchAttempt[] = [];
  const requests: RecordedRequest[] = [];
  const assumptions: EngineAssumption[] = [];
  for (const question of questions) {
    const { precedence, attribute, value, shown } = question;
    if (hasSpecialCharacters(value)) assumptions.push("filterEscapes");
    const reply = await ask(question, purpose, { targetObject, target, signal });
    requests.push(reply.request);
    attempts.push({ precedence, targetAttribute: attribute, value: shown, hits: reply.hits });
    const judged = judge(reply, question);
    if (judged !== "none") return { attempts, requests, assumptions, ...judged };
  }
  return { attempts, requests, assumptions };
}

type Judged = { readonly found: FoundObject } | { readonly failure: StepFailure } | "none";

function judge({ hits, outcome }: Reply, question: MatchQuestion): Judged {
  if (outcome.kind === "failure") return { failure: outcome.failure };
  if (hits === 0) return "none";
  if (hits > 1) return { failure: duplicates(question, hits) };
  const [first] = outcome.resources;
  const id = first?.id;
  if (first === undefined || typeof id !== "string" || id === "") return { failure: noId() };
  return { found: { id, resource: first } };
}

function noId(): StepFailure {
  return {
    errorCode: errorCodes.incompatible,
    reason: l10n.t("The target's list announces an object and holds none with an id."),
    recommendedAction: l10n.t("Let the endpoint return matching objects with their id."),
  };
}

/** Why an object is not provisioned that several objects of the target match. */
export function duplicates({ attribute, shown }: MatchQuestion, hits: number): StepFailure {
  return {
    errorCode: "DuplicateTargetEntries",
    reason: l10n.t`${hits} objects of the target have ${attribute} = ${JSON.stringify(shown)}.`,
    recommendedAction: l10n.t("Remove the duplicates in the target, or match by an attribute that is unique."),
  };
}
