import * as l10n from "@vscode/l10n";
import type { AssumptionName } from "../../functions/assumptions.ts";
import { isNullOrEmpty } from "../../functions/values.ts";
import type { Run } from "../course.ts";
import { type Given, givenBy, type MappedValue } from "../flow/mappedValue.ts";
import type { RecordedRequest } from "../result.ts";
import type { StepFailure } from "../stepFailure.ts";
import { ask } from "./ask.ts";
import { question } from "./matchQuestions.ts";

/** The mappings with their unique values, and the requests by which those were found. */
export interface Settled {
  readonly mapped: readonly MappedValue[];
  readonly requests: readonly RecordedRequest[];
  /** Why the target could not be asked. */
  readonly failure?: StepFailure;
}

/** Lets SelectUniqueValue give the first of its values that no object of the target has. */
export async function settleUniqueValues(mapped: readonly MappedValue[], run: Run): Promise<Settled> {
  if (mapped.every(({ given }) => given.kind !== "candidates")) return { mapped, requests: [] };
  const settled: MappedValue[] = [];
  const requests: RecordedRequest[] = [];
  for (const value of mapped) {
    const choice: Choice = value.given.kind === "candidates" ? await choose(value, run) : { value, requests: [] };
    settled.push(choice.value);
    requests.push(...choice.requests);
    if (choice.failure !== undefined) return { mapped, requests, failure: choice.failure };
  }
  return { mapped: settled, requests };
}

interface Choice {
  readonly value: MappedValue;
  readonly requests: readonly RecordedRequest[];
  readonly failure?: StepFailure;
}

async function choose(value: MappedValue, { mapping, target, signal }: Run): Promise<Choice> {
  const { compiled, given } = value;
  if (given.kind !== "candidates" || compiled.path.kind === "invalid") return { value, requests: [] };
  const requests: RecordedRequest[] = [];
  const assumptions: AssumptionName[] = [];
  const taken: string[] = [];
  const chosen = (settled: Given): Choice => ({ value: { ...value, given: settled, assumptions }, requests });
  for (const candidate of given.candidates) {
    assumptions.push(...candidate.assumptions);
    const gives = givenBy(candidate);
    if (gives.kind !== "value") return chosen(gives);
    if (gives.value === null || isNullOrEmpty(gives.value)) continue;
    if (typeof gives.value !== "string") return chosen({ kind: "problem", message: noList() });
    const asked = question(compiled, compiled.path, gives.value, candidate.redacted === true);
    const { request, hits, outcome } = await ask(asked, "unique", {
      targetObject: mapping.targetObject.text,
      target,
      signal,
    });
    requests.push(request);
    if (outcome.kind === "failure") return { value, requests, failure: outcome.failure };
    if (hits === 0) return chosen(gives);
    taken.push(JSON.stringify(asked.shown));
  }
  if (taken.length === 0) return chosen({ kind: "value", value: null });
  return chosen({ kind: "problem", message: allTaken(taken) });
}

/** Why a rule of SelectUniqueValue cannot be used. */
export function noList(): string {
  return l10n.t("SelectUniqueValue tries one text at a time, and a rule gives a list.");
}

/** Why there is no value where all these, as they may be shown, are taken. What the documentation says of it: the entry is escrowed and the reason is logged. */
export function allTaken(taken: readonly string[]): string {
  return l10n.t`All values of SelectUniqueValue already exist in the target, so that the object is put into escrow: ${taken.join(", ")}.`;
}
