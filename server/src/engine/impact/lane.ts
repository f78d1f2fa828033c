import type { Outcome } from "../expression/node.ts";
import { type MappedValue, mapObject } from "../flow/mappedValue.ts";
import type { Resource, SourceObject } from "../ports.ts";
import { createBody } from "../requests/createBody.ts";
import { defaultWire } from "../requests/wire.ts";
import type { ScopeOutcome } from "../scope/compiledScope.ts";
import { judgeScope } from "../scope/scope.ts";
import { type Planned, planCreation, planObject, type Standing } from "./planObject.ts";
import { evaluateProvisioned, type Provisioned, type Whereabouts } from "./provisioned.ts";
import type { TargetState } from "./targetState.ts";
import type { Lane } from "./version.ts";
import { type CompiledVersion, scoped } from "./version.ts";

/** What the two versions would do with one object. */
export interface Comparison {
  readonly object: SourceObject;
  readonly scope: { readonly before: ScopeOutcome; readonly after: ScopeOutcome };
  readonly before: Planned;
  readonly after: Planned;
  /** All that the mappings of both versions give, as far as they were evaluated. */
  readonly mapped: () => readonly MappedValue[];
  /** What the matching attributes of the version after give, by their index among its mappings; absent out of scope. */
  readonly matching?: readonly (Outcome | undefined)[];
}

/** Compares the versions for one block of objects after the other. Each comparison is made when it is asked for, so that a block's need not be held. */
export type Compare = (objects: readonly SourceObject[]) => Iterable<Comparison>;

/**
 * Compares two versions of a mapping. `state` is what the target holds; without it, every object in scope of the version
 * before is taken to have the account that this version creates.
 */
export function compareVersions(lane: Lane, state?: TargetState): Compare {
  const matching = lane.after.compiled.flatMap(({ mapping }, index) =>
    mapping.matchingPrecedence === undefined ? [] : index,
  );
  const evaluate = evaluateProvisioned(lane);
  const closely = state === undefined ? compareAsProvisioned(lane) : compareWith(lane, state);
  const compareOne = (object: SourceObject, scope: Comparison["scope"], known: Provisioned | undefined): Comparison => {
    if (state === undefined && isAbsent(scope)) return { object, scope, ...leftOut, mapped: () => [] };
    const quickly = state === undefined ? known?.compared() : undefined;
    const { before, after } = quickly ?? closely(object, scope, known);
    return {
      object,
      scope,
      before,
      after,
      mapped: () => (known ? [...known.before(), ...known.after()] : [...before.mapped, ...after.mapped]),
      ...(scope.after === "inScope" && {
        matching: known ? matching.map(known.outcome) : matchingOf(after, matching),
      }),
    };
  };
  return function* (objects) {
    const scopes = objects.map(object => scopesOf(object, lane));
    const evaluated = (where: Whereabouts) =>
      evaluate(
        objects.filter((_, index) => scopes[index]?.before === "inScope" && scopes[index]?.after === where),
        where,
      );
    const known = { inScope: evaluated("inScope"), outside: evaluated("outside") };
    for (const [index, object] of objects.entries()) {
      yield compareOne(object, scopes[index] ?? absent, known.inScope.get(object) ?? known.outside.get(object));
    }
  };
}

const absent: Comparison["scope"] = { before: "outside", after: "outside" };

/** An object that neither version provisions, where nothing but the reason can differ. */
function isAbsent({ before, after }: Comparison["scope"]): boolean {
  return before === after && (after === "outside" || after === "inactive" || after === "leftAlone");
}

const skipped: Planned = { action: "skip", flows: [], mapped: [] };
const leftOut = { before: skipped, after: skipped };

function scopesOf(object: SourceObject, { before, after }: Lane): Comparison["scope"] {
  return { before: before?.scopeOf(object) ?? "outside", after: after.scopeOf(object) };
}

type CompareOne = (
  object: SourceObject,
  scope: Comparison["scope"],
  known: Provisioned | undefined,
) => Pick<Comparison, "before" | "after">;

function compareWith({ before, after }: Lane, state: TargetState): CompareOne {
  return (object, scope, known) => ({
    before: before ? plan(before, object, scope.before, state, known?.before) : skipped,
    after: plan(after, object, scope.after, state, known?.after),
  });
}

/** Both versions against the accounts that the version before creates. */
function compareAsProvisioned({ before, after }: Lane): CompareOne {
  const always = before?.compiled.some(({ mapping }) => mapping.flowBehavior === "FlowAlways") ?? false;
  return (object, scope, known) => {
    const mapped = () =>
      known?.before() ?? (before ? mapObject(before.compiled, scoped(object, false), before.world) : []);
    const account = before && scope.before === "inScope" ? accountOf(before, object, mapped()) : undefined;
    const state = stateOf(account);
    const planBefore = () => (before ? plan(before, object, scope.before, state, known?.before) : skipped);
    return {
      before: account !== undefined && !always && before?.mapping.actions.update ? account.planned : planBefore(),
      after: plan(after, object, scope.after, state, known?.after),
    };
  };
}

interface Account {
  readonly planned: Planned;
  readonly found: NonNullable<Planned["found"]>;
}

/** The account that a version creates, whether the mapping allows it or not; undefined where it cannot. */
function accountOf(
  version: CompiledVersion,
  { id }: SourceObject,
  mapped: readonly MappedValue[],
): Account | undefined {
  if (!version.mapping.enabled || mapped.some(({ given }) => given.kind === "objectIgnored")) return undefined;
  const { mapping } = version;
  const { action, flows } = planCreation(mapped, mapping, stateOf(undefined));
  if (action !== "create") return undefined;
  const changes = flows.flatMap(({ change }) => change ?? []);
  const resource: Resource = JSON.parse(createBody(mapping.targetObject.text, changes, defaultWire));
  return { planned: { action: "noChange", flows, mapped }, found: { id, resource: { ...resource, id } } };
}

function stateOf(account: Account | undefined): TargetState {
  return { linked: () => account?.found, having: () => [], manages: () => account !== undefined };
}

function plan(
  version: CompiledVersion,
  object: SourceObject,
  scope: ScopeOutcome,
  state: TargetState,
  mapped: (() => readonly MappedValue[]) | undefined,
): Planned {
  const map = mapped ?? (() => mapObject(version.compiled, scoped(object, scope !== "inScope"), version.world));
  return planObject(version, object, standing(version, object, scope), map, state);
}

function standing(
  { application, mapping, world }: CompiledVersion,
  object: SourceObject,
  scope: ScopeOutcome,
): Standing {
  if (scope === "undecided") return judgeScope(application?.scope ?? "assigned", mapping, object, world.regexSteps);
  if (scope === "leftAlone") return { entitled: false, active: true, leftAlone: true };
  return { entitled: scope !== "outside", active: scope === "inScope", leftAlone: false };
}

function matchingOf({ mapped }: Planned, matching: readonly number[]): readonly (Outcome | undefined)[] {
  return matching.map(index => {
    const given = mapped[index]?.given;
    return given?.kind === "value" ? given.value : undefined;
  });
}
