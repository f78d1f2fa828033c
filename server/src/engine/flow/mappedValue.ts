import * as l10n from "@vscode/l10n";
import type { AssumptionName } from "../../functions/assumptions.ts";
import type { Attributes } from "../expression/attributeRow.ts";
import { evaluatorIn, toFlowValue } from "../expression/evaluate.ts";
import type { Evaluation } from "../expression/evaluation.ts";
import type { World } from "../expression/world.ts";
import type { FlowValue } from "../result.ts";
import type { CompiledMapping } from "./compiledMapping.ts";
import { appRoleAssignments, assignmentTexts } from "./roleAssignments.ts";

/** An attribute mapping with what it gives for one object. */
export interface MappedValue {
  readonly compiled: CompiledMapping;
  readonly given: Given;
  readonly assumptions: readonly AssumptionName[];
  /** Present where Redact had a part in it: the texts that may flow and are not to be shown. */
  readonly redacted?: readonly string[];
  /** The app role assignments behind a role, or behind roles that are added, as JSON texts. */
  readonly assignments?: readonly string[];
}

/** What the source of a mapping gives; a mapping without a source gives null. */
export type Given =
  | { readonly kind: "value"; readonly value: FlowValue }
  | { readonly kind: "ignored" }
  | { readonly kind: "objectIgnored" }
  /** What the rules of SelectUniqueValue give, of which the target has not been asked yet. */
  | { readonly kind: "candidates"; readonly candidates: readonly Evaluation[] }
  | { readonly kind: "problem"; readonly message: string };

/** Evaluates every mapping for an object. */
export function mapObject(
  mappings: readonly CompiledMapping[],
  attributes: Attributes,
  world: World,
  evaluate = evaluatorIn(world),
): readonly MappedValue[] {
  return mappings.map(compiled => mapAttribute(compiled, attributes, evaluate));
}

/** Evaluates one mapping for an object. */
export function mapAttribute(
  compiled: CompiledMapping,
  attributes: Attributes,
  evaluate: ReturnType<typeof evaluatorIn>,
): MappedValue {
  if (compiled.path.kind === "invalid") return problem(compiled, compiled.path.message);
  if (compiled.expression === undefined) {
    if (compiled.mapping.source.kind === "None")
      return { compiled, given: { kind: "value", value: null }, assumptions: [] };
    return problem(compiled, l10n.t("The source of this mapping cannot be read; correct its syntax."));
  }
  if (compiled.candidates !== undefined) {
    const candidates = compiled.candidates.map(candidate => evaluate(candidate, attributes));
    return { compiled, given: { kind: "candidates", candidates }, assumptions: [], ...redacted(candidates, compiled) };
  }
  return mapEvaluation(compiled, attributes, evaluate(compiled.expression, attributes));
}

/** A mapping with one expression, which was evaluated for the object. */
export function mapEvaluation(compiled: CompiledMapping, attributes: Attributes, evaluation: Evaluation): MappedValue {
  const value = { compiled, given: givenBy(evaluation), assumptions: evaluation.assumptions };
  if (evaluation.redacted === undefined && !compiled.secret && !givesRoles(compiled)) return value;
  return { ...value, ...redacted([evaluation], compiled), ...assignments(compiled, attributes) };
}

/** What an expression gives, in the form in which it flows. */
export function givenBy({ outcome }: Evaluation): Given {
  return outcome.kind === "value" ? { kind: "value", value: toFlowValue(outcome.value) } : outcome;
}

function givesRoles({ singleRole, patch }: CompiledMapping): boolean {
  return singleRole === true || patch === "Add";
}

function assignments(compiled: CompiledMapping, attributes: Attributes): Pick<MappedValue, "assignments"> {
  if (!givesRoles(compiled)) return {};
  const texts = assignmentTexts(attributes.get(appRoleAssignments) ?? null);
  return { assignments: compiled.singleRole ? texts.slice(0, 1) : texts };
}

function redacted(evaluations: readonly Evaluation[], { secret }: CompiledMapping): Pick<MappedValue, "redacted"> {
  if (!secret && evaluations.every(evaluation => evaluation.redacted === undefined)) return {};
  const values = evaluations.map(({ outcome }) => (outcome.kind === "value" ? toFlowValue(outcome.value) : null));
  return { redacted: values.flat().filter(text => text !== null) };
}

function problem(compiled: CompiledMapping, message: string): MappedValue {
  return { compiled, given: { kind: "problem", message }, assumptions: [] };
}
