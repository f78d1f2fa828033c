import { isNullOrEmpty } from "../../functions/values.ts";
import type { Application, ObjectMapping } from "../../model/configuration.ts";
import type { CompiledMapping } from "../flow/compiledMapping.ts";
import { decide } from "../flow/decide.ts";
import { type Flow, flowOf } from "../flow/flow.ts";
import { givenBy, type MappedValue } from "../flow/mappedValue.ts";
import { planWrite } from "../flow/plan.ts";
import { duplicates, type FoundObject } from "../match/match.ts";
import { matchQuestions, question } from "../match/matchQuestions.ts";
import { allTaken, noList } from "../match/uniqueValue.ts";
import { endBeforeMatching, objectIgnored } from "../pipeline.ts";
import type { LastKnown, SourceObject } from "../ports.ts";
import type { ScopeVerdict } from "../scope/scope.ts";
import type { StepFailure } from "../stepFailure.ts";
import type { ImpactAction } from "./result.ts";
import type { TargetState } from "./targetState.ts";

/** One version of an object mapping, compiled once for all objects. */
export interface MappingVersion {
  readonly application: Application | undefined;
  readonly mapping: ObjectMapping;
  readonly text: string;
  readonly compiled: readonly CompiledMapping[];
}

/** What a version would do with an object. */
export interface Planned {
  readonly action: ImpactAction;
  /** A sentence for a skip or a failure. */
  readonly because?: string;
  /** What would flow; empty where the object is not mapped. */
  readonly flows: readonly Flow[];
  readonly mapped: readonly MappedValue[];
  /** The target's object, where it has one. */
  readonly found?: FoundObject;
}

/** The part of a scope verdict that decides. */
export type Standing = Pick<ScopeVerdict, "entitled" | "active" | "leftAlone" | "failure">;

/**
 * Plans an object as the pipeline runs it, but that nobody is asked: what the target holds is known, and references are
 * left to the second step. `mapObject` is called where the object is mapped at all.
 */
export function planObject(
  version: MappingVersion,
  object: SourceObject,
  scope: Standing,
  mapObject: () => readonly MappedValue[],
  state: TargetState,
): Planned {
  const lastKnown = state.manages && ({ manages: state.manages } as LastKnown);
  const early = endBeforeMatching({ mapping: version.mapping, object, ...(lastKnown && { lastKnown }) }, scope);
  if (early !== undefined) return { ...unmapped, ...ended(early) };
  const mapped = mapObject();
  if (mapped.some(({ given }) => given.kind === "objectIgnored"))
    return { flows: [], mapped, ...ended(objectIgnored()) };
  const found = state.linked(object.id) ?? match(mapped, state);
  if (found !== undefined && "errorCode" in found) return { action: "fail", because: found.reason, flows: [], mapped };
  return { mapped, ...(found && { found }), ...act(version, object, scope, { mapped, found, state }) };
}

const unmapped = { flows: [], mapped: [] } as const;

function ended(ending: ReturnType<typeof endBeforeMatching> & object): Pick<Planned, "action" | "because"> {
  if (ending.kind === "failure") return { action: "fail", because: ending.failure.reason };
  return ending.kind === "skip" ? { action: "skip", because: `${ending.because}.` } : { action: "noChange" };
}

/** One question after the other, by precedence, until one has a hit. */
function match(mapped: readonly MappedValue[], { having }: TargetState): FoundObject | StepFailure | undefined {
  const questions = matchQuestions(mapped);
  if ("errorCode" in questions) return questions;
  for (const asked of questions) {
    const [first, ...others] = having(asked);
    if (others.length > 0) return duplicates(asked, others.length + 1);
    if (typeof first?.id === "string") return { id: first.id, resource: first };
  }
  return undefined;
}

interface Matched {
  readonly mapped: readonly MappedValue[];
  readonly found: FoundObject | undefined;
  readonly state: TargetState;
}

function act(
  { application, mapping }: MappingVersion,
  { state, objectType }: SourceObject,
  scope: Standing,
  { mapped, found, state: target }: Matched,
): Pick<Planned, "action" | "because" | "flows"> {
  const decision = decide({
    scope,
    found,
    state,
    objectType,
    actions: mapping.actions,
    skipOutOfScopeDeletions: application?.skipOutOfScopeDeletions ?? false,
    canDisable: mapped.some(({ compiled }) => compiled.dependsOnIsSoftDeleted),
  });
  switch (decision.kind) {
    case "skip":
      return { action: "skip", because: `${decision.because}.`, flows: [] };
    case "delete":
      return { action: "delete", flows: [] };
    case "create":
      return planCreation(mapped, mapping, target);
    case "update":
    case "disable": {
      const { kind } = decision;
      const { id, resource } = decision.found;
      const flows = mapped.map(value => flowOf(value, kind, resource));
      return planned(kind, flows, planWrite(flows, mapping, { kind, id }));
    }
  }
}

/** Plans the creation of an object with what its mappings give. */
export function planCreation(
  mapped: readonly MappedValue[],
  mapping: ObjectMapping,
  target: TargetState,
): Pick<Planned, "action" | "because" | "flows"> {
  const flows = mapped.map(value => flowOf(settled(value, target), "create"));
  return planned("create", flows, planWrite(flows, mapping));
}

function planned(
  action: ImpactAction,
  flows: readonly Flow[],
  plan: ReturnType<typeof planWrite>,
): Pick<Planned, "action" | "because" | "flows"> {
  if (plan.kind === "failure") return { action: "fail", because: plan.failure.reason, flows };
  return { action: plan.kind === "noChange" ? "noChange" : action, flows };
}

/** SelectUniqueValue gives the first of its values that no object of the target is known to have. */
function settled(value: MappedValue, { having }: TargetState): MappedValue {
  const { compiled, given } = value;
  const { path } = compiled;
  if (given.kind !== "candidates" || path.kind === "invalid") return value;
  const taken: string[] = [];
  for (const candidate of given.candidates) {
    const gives = givenBy(candidate);
    if (gives.kind !== "value") return { ...value, given: gives };
    if (gives.value === null || isNullOrEmpty(gives.value)) continue;
    if (typeof gives.value !== "string") return { ...value, given: { kind: "problem", message: noList() } };
    const asked = question(compiled, path, gives.value, candidate.redacted === true);
    if (having(asked).length === 0) return { ...value, given: gives };
    taken.push(JSON.stringify(asked.shown));
  }
  const none = { kind: "value", value: null } as const;
  return { ...value, given: taken.length === 0 ? none : { kind: "problem", message: allTaken(taken) } };
}
