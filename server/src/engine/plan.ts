import type { AttributeFact } from "../catalogue/attribute.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import type { Flow } from "./flow.ts";
import type { FoundObject } from "./match.ts";
import type { ScimRequest } from "./ports.ts";
import { redactedText } from "./redaction.ts";
import type { Change } from "./requests/patchBody.ts";
import { createRequest, updateRequest } from "./requests/writes.ts";
import type { StepFailure } from "./stepFailure.ts";

/** The one writing request of a run, or why there is none. */
export type Plan =
  | { readonly kind: "write"; readonly request: ScimRequest; readonly shown: ScimRequest }
  | { readonly kind: "noChange" }
  | { readonly kind: "failure"; readonly failure: StepFailure };

/** Plans the creation of an object with these flows; with one that was found, the change of it. */
export function planWrite(flows: readonly Flow[], mapping: ObjectMapping, found?: FoundObject): Plan {
  const failure = firstProblem(flows);
  if (failure !== undefined) return { kind: "failure", failure };
  const changes = flows.flatMap(flow => flow.change ?? []);
  const targetObject = mapping.targetObject.text;
  if (found !== undefined) {
    if (changes.length === 0) return { kind: "noChange" };
    return writing(changes, sent => updateRequest(targetObject, found.id, sent));
  }
  const missing = missingRequired(flows, mapping);
  if (missing.length > 0) return { kind: "failure", failure: mandatoryFieldsMissing(missing) };
  return writing(changes, sent => createRequest(targetObject, sent));
}

/** The request, and as it may be shown. */
function writing(changes: readonly Change[], request: (changes: readonly Change[]) => ScimRequest): Plan {
  const shown = changes.map(change => (change.redacted ? { ...change, value: redactedText } : change));
  return { kind: "write", request: request(changes), shown: request(shown) };
}

function firstProblem(flows: readonly Flow[]): StepFailure | undefined {
  const flow = flows.find(candidate => candidate.errorCode !== undefined);
  if (flow?.errorCode === undefined) return undefined;
  return {
    errorCode: flow.errorCode,
    reason: `${flow.row.target}: ${flow.row.problem}`,
    recommendedAction: `Correct the mapping of ${flow.row.target}, or the object's attributes that it reads.`,
  };
}

function missingRequired(flows: readonly Flow[], { targetAttributes }: ObjectMapping): readonly string[] {
  const sent = new Set(flows.filter(flow => flow.change !== undefined).map(flow => flow.row.target));
  return [...targetAttributes.byName.values()].filter(isMandatory).flatMap(({ name }) => (sent.has(name) ? [] : name));
}

/** What the target gives itself, and what follows in a second step, cannot be missing. */
function isMandatory({ required, mutability, type }: AttributeFact): boolean {
  return required === true && mutability !== "ReadOnly" && type !== "Reference";
}

function mandatoryFieldsMissing(missing: readonly string[]): StepFailure {
  return {
    errorCode: "MandatoryFieldsMissing",
    reason: `The target requires ${missing.join(", ")}, and no value flows there.`,
    recommendedAction: "Map a source that has a value, or give the mapping a default.",
  };
}
