import * as l10n from "@vscode/l10n";
import type { AttributeFact } from "../../catalogue/attribute.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import type { Write } from "../requests/writes.ts";
import type { StepFailure } from "../stepFailure.ts";
import type { Flow } from "./flow.ts";

/** What can be planned for an object that is in scope, or was. */
export type PlannedWrite = Write & { readonly kind: "create" | "update" | "disable" };

/** What is written of an object itself, or why nothing is. */
export type Plan =
  | { readonly kind: "write"; readonly write: PlannedWrite }
  | { readonly kind: "noChange" }
  | { readonly kind: "failure"; readonly failure: StepFailure };

/** Plans the creation of an object with these flows; with one that the target has, the change of it. */
export function planWrite(
  flows: readonly Flow[],
  mapping: ObjectMapping,
  existing?: { readonly kind: "update" | "disable"; readonly id: string },
): Plan {
  const failure = firstProblem(flows);
  if (failure !== undefined) return { kind: "failure", failure };
  const changes = flows.flatMap(flow => flow.change ?? []);
  if (existing !== undefined) {
    return changes.length === 0 ? { kind: "noChange" } : { kind: "write", write: { ...existing, changes } };
  }
  const missing = missingRequired(flows, mapping);
  if (missing.length > 0) return { kind: "failure", failure: mandatoryFieldsMissing(missing) };
  return { kind: "write", write: { kind: "create", changes } };
}

function firstProblem(flows: readonly Flow[]): StepFailure | undefined {
  const flow = flows.find(candidate => candidate.errorCode !== undefined);
  if (flow?.errorCode === undefined) return undefined;
  return {
    errorCode: flow.errorCode,
    reason: `${flow.row.target}: ${flow.row.problem}`,
    recommendedAction: l10n.t`Correct the mapping of ${flow.row.target}, or the object's attributes that it reads.`,
  };
}

function missingRequired(flows: readonly Flow[], { targetAttributes }: ObjectMapping): readonly string[] {
  const isSent = (name: string) => flows.some(({ change, row }) => change !== undefined && row.target === name);
  const missing: string[] = [];
  for (const fact of targetAttributes.byName.values())
    if (isMandatory(fact) && !isSent(fact.name)) missing.push(fact.name);
  return missing;
}

/** What the target gives itself, and what follows in a second step, cannot be missing. */
function isMandatory({ required, mutability, type }: AttributeFact): boolean {
  return required === true && mutability !== "ReadOnly" && type !== "Reference";
}

function mandatoryFieldsMissing(missing: readonly string[]): StepFailure {
  return {
    errorCode: "MandatoryFieldsMissing",
    reason: l10n.t`The target requires ${missing.join(", ")}, and no value flows there.`,
    recommendedAction: l10n.t("Map a source that has a value, or give the mapping a default."),
  };
}
