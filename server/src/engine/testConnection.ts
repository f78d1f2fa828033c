import * as l10n from "@vscode/l10n";
import { newGuid } from "../functions/guid.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import type { World } from "./expression/world.ts";
import type { ScimAnswer, TargetSystem } from "./ports.ts";
import { matchQuery } from "./requests/reads.ts";
import { resourceType } from "./requests/resourceType.ts";
import type { RecordedRequest } from "./result.ts";
import { errorCodes, fromScimFailure, type StepFailure } from "./stepFailure.ts";
import { recordRequest } from "./write/recordRequest.ts";

/** What "test connection" asked, and why the target cannot be worked with. */
export interface ConnectionTest {
  readonly requests: readonly RecordedRequest[];
  readonly failure?: StepFailure;
}

/**
 * Asks for a user and a group that nobody has: the step "Test connection" of provision-on-demand, and what Entra sends at
 * the start of every cycle. The answer of a working endpoint is an empty list.
 */
export async function testConnection(
  mappings: readonly ObjectMapping[],
  { target, world, signal }: { readonly target: TargetSystem; readonly world: World; readonly signal?: AbortSignal },
): Promise<ConnectionTest> {
  const requests: RecordedRequest[] = [];
  for (const mapping of probed(mappings)) {
    const request = matchQuery(mapping.targetObject.text, matchingAttribute(mapping), newGuid(world.random));
    const answer = await target.send(request, signal);
    requests.push(recordRequest(request, "test", answer));
    const failure = failureOf(answer);
    if (failure !== undefined) return { requests, failure };
  }
  return { requests };
}

/** One mapping for users and one for groups, as far as they are provisioned. */
function probed(mappings: readonly ObjectMapping[]): readonly ObjectMapping[] {
  const enabled = mappings.filter(mapping => mapping.enabled);
  return ["User", "Group"].flatMap(
    type => enabled.find(({ targetObject }) => resourceType(targetObject.text) === type) ?? [],
  );
}

function matchingAttribute({ attributeMappings, targetObject }: ObjectMapping): string {
  const precedence = ({ matchingPrecedence = Number.POSITIVE_INFINITY }) => matchingPrecedence;
  const matching = attributeMappings.filter(({ matchingPrecedence }) => matchingPrecedence !== undefined);
  const [first] = matching.toSorted((left, right) => precedence(left) - precedence(right));
  return first?.target.text ?? (resourceType(targetObject.text) === "Group" ? "displayName" : "userName");
}

function failureOf(answer: ScimAnswer): StepFailure | undefined {
  if (answer.kind === "list") return undefined;
  if (answer.kind !== "failure") return noList();
  const isRefused = answer.status !== undefined && answer.status !== 404 && answer.status > 299;
  if (isRefused || answer.status === undefined) return fromScimFailure(answer);
  return { ...fromScimFailure(answer), errorCode: errorCodes.incompatible };
}

function noList(): StepFailure {
  return {
    errorCode: errorCodes.incompatible,
    reason: l10n.t("The target answered the test query with something other than a list."),
    recommendedAction: l10n.t("Check the tenant URL: the endpoint must answer a query with a ListResponse."),
  };
}
