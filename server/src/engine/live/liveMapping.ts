import * as l10n from "@vscode/l10n";
import type { ObjectMapping } from "../../model/configuration.ts";
import type { Attributes } from "../expression/attributeRow.ts";
import { evaluatorIn } from "../expression/evaluate.ts";
import { explain, type Step } from "../expression/explain.ts";
import { seededRandom } from "../expression/seededRandom.ts";
import type { World } from "../expression/world.ts";
import type { CompiledMapping } from "../flow/compiledMapping.ts";
import type { Flow } from "../flow/flow.ts";
import { type MappedValue, mapAttribute } from "../flow/mappedValue.ts";
import { planCreation } from "../impact/planObject.ts";
import { snapshotState } from "../impact/targetState.ts";
import { endBeforeMatching, objectIgnored } from "../pipeline.ts";
import type { SourceDirectory, SourceObject } from "../ports.ts";
import { conceal, redactedAttributes, redactedTexts } from "../redaction.ts";
import type { FilterReport } from "../result.ts";
import { judgeScope, type ScopeVerdict, scopedAttributes } from "../scope/scope.ts";
import { stateAssumptions } from "../statedAssumptions.ts";
import type { DrawnValue } from "./liveValue.ts";
import { type LiveValue, liveValue } from "./liveValue.ts";

/** What an object mapping would do for one object if the target did not have it: nobody is asked. What is redacted is masked. */
export interface LiveMapping {
  readonly verdict: LiveVerdict;
  /** Each filter and clause with its reason, in the order of the mapping. */
  readonly filters: readonly FilterReport[];
  /** One for each attribute mapping, in their order. */
  readonly values: readonly AssumedValue[];
  /** What each part of an attribute mapping's expression gives, by its place in that order; undefined where it has none. */
  readonly explain: (index: number) => LiveExplanation | undefined;
}

/** A value with the assumptions that it rests on, in sentences. */
export type AssumedValue = LiveValue & { readonly assumed: readonly string[] };

export type LiveExplanation = { readonly kind: "steps"; readonly root: Step } | { readonly kind: "redacted" };

/** Whether the object is in scope, and why it would not be created where it is not. A reason is one sentence. */
export type LiveVerdict =
  | { readonly kind: "inScope" }
  | { readonly kind: "outOfScope" | "skipped" | "fails"; readonly reason: string };

/** An object mapping in its compiled form, and whom its application provisions. */
export interface LiveSubject {
  readonly mapping: ObjectMapping;
  readonly compiled: readonly CompiledMapping[];
  readonly scope: "assigned" | "all";
}

/** What is drawn by chance is the same each time, so that it stands still while one types. */
type StillWorld = Omit<World, "random">;

/** Maps one object as the pipeline does, whether it is in scope or not. The directory has the objects that it points to. */
export function liveMapping(
  subject: LiveSubject,
  object: SourceObject,
  directory: SourceDirectory,
  world: StillWorld,
): LiveMapping {
  const { mapping, compiled } = subject;
  const scope = judgeScope(subject.scope, mapping, object, world.regexSteps);
  const attributes = scopedAttributes(object, scope);
  const drawn = drawValues(compiled, attributes, world);
  const mapped = drawn.map(one => one.mapped);
  const plan = planCreation(mapped, mapping, emptyTarget);
  const live = {
    verdict: verdictOf(mapping, object, scope, mapped, plan),
    filters: withoutRedacted(scope.report.filters, mapping),
    values: drawn.flatMap((one, index) => {
      const flow = plan.flows[index];
      return flow === undefined ? [] : assumedValue(one, flow, directory);
    }),
  };
  return {
    ...conceal(live, redactedTexts(mapped, mapping, object)),
    explain: index => explained(compiled[index], attributes, { ...world, random: seededRandom(index) }),
  };
}

function explained(
  compiled: CompiledMapping | undefined,
  attributes: Attributes,
  world: World,
): LiveExplanation | undefined {
  if (compiled?.expression === undefined) return undefined;
  const { root, redacted } = explain(compiled.expression, attributes, world);
  return redacted || compiled.secret ? { kind: "redacted" } : { kind: "steps", root };
}

const emptyTarget = snapshotState([]);

function assumedValue(drawn: DrawnValue, flow: Flow, directory: SourceDirectory): AssumedValue {
  const value = liveValue(drawn, flow, directory);
  const { given, assumptions } = drawn.mapped;
  const tried = given.kind === "candidates" ? given.candidates.flatMap(candidate => candidate.assumptions) : [];
  const names = [
    ...assumptions,
    ...tried,
    ...(value.kind === "nothing" && value.isEmptyText ? (["emptyTextIsNotSent"] as const) : []),
  ];
  return { ...value, assumed: names.length === 0 ? [] : stateAssumptions(names).map(({ text }) => text) };
}

function drawValues(
  compiled: readonly CompiledMapping[],
  attributes: Attributes,
  world: StillWorld,
): readonly DrawnValue[] {
  let chance = seededRandom(0);
  let byChance = false;
  const random = () => {
    byChance = true;
    return chance();
  };
  const evaluate = evaluatorIn({ ...world, random });
  return compiled.map((one, index) => {
    chance = seededRandom(index);
    byChance = false;
    const mapped = mapAttribute(one, attributes, evaluate);
    return { mapped, byChance };
  });
}

function verdictOf(
  mapping: ObjectMapping,
  object: SourceObject,
  scope: ScopeVerdict,
  mapped: readonly MappedValue[],
  plan: ReturnType<typeof planCreation>,
): LiveVerdict {
  const isIgnored = mapped.some(({ given }) => given.kind === "objectIgnored");
  const ending = endBeforeMatching({ mapping, object }, scope) ?? (isIgnored ? objectIgnored() : undefined);
  if (ending?.kind === "skip") return { kind: "skipped", reason: `${ending.because}.` };
  if (ending?.kind === "failure") return { kind: "fails", reason: ending.failure.reason };
  const [active, assigned] = scope.report.conditions.map(({ passed, reason }) => (passed ? undefined : reason));
  if (!scope.report.inScope) return { kind: "outOfScope", reason: assigned ?? l10n.t("No scoping filter passes.") };
  if (active !== undefined) return { kind: "outOfScope", reason: active };
  if (plan.action === "fail") return { kind: "fails", reason: plan.because ?? "" };
  return { kind: "inScope" };
}

/** The filters without what a clause says of an attribute that a mapping redacts, whose value may be too short to be found in a sentence. */
function withoutRedacted(filters: readonly FilterReport[], mapping: ObjectMapping): readonly FilterReport[] {
  const hidden = redactedAttributes(mapping);
  if (hidden.size === 0) return filters;
  return filters.map((filter, index) => ({
    ...filter,
    clauses: filter.clauses.map((clause, place) => {
      const attribute = mapping.filters[index]?.clauses[place]?.attribute.text ?? "";
      return hidden.has(attribute) ? { ...clause, reason: l10n.t`The value of ${attribute} is redacted.` } : clause;
    }),
  }));
}
