import type { ScopeOutcome } from "../compiledScope.ts";
import { type MappedValue, mapObject } from "../mappedValue.ts";
import type { Outcome } from "../node.ts";
import type { Resource, SourceObject } from "../ports.ts";
import { createBody } from "../requests/createBody.ts";
import { defaultWire } from "../requests/wire.ts";
import { judgeScope } from "../scope.ts";
import { type Planned, planCreation, planObject, type Standing } from "./planObject.ts";
import type { TargetState } from "./targetState.ts";
import { isUnchanged, pairTwins } from "./twins.ts";
import { type CompiledVersion, evaluateBlock, scoped } from "./version.ts";

/** One object mapping in its two versions. */
export interface Lane {
  /** Absent: there was no such mapping. */
  readonly before?: CompiledVersion;
  readonly after: CompiledVersion;
}

/** What the two versions would do with one object. */
export interface Comparison {
  readonly object: SourceObject;
  readonly scope: { readonly before: ScopeOutcome; readonly after: ScopeOutcome };
  readonly before: Planned;
  readonly after: Planned;
  /** What the matching attributes of the version after give, by their index among its mappings; absent out of scope. */
  readonly matching?: readonly (Outcome | undefined)[];
}

/** Compares the versions for one block of objects after the other. */
export type Compare = (objects: readonly SourceObject[]) => readonly Comparison[];

/**
 * Compares two versions of a mapping. `state` is what the target holds; without it, every object in scope of the version
 * before is taken to have the account that this version creates.
 */
export function compareVersions(lane: Lane, state?: TargetState): Compare {
  const matching = lane.after.compiled.flatMap(({ mapping }, index) =>
    mapping.matchingPrecedence === undefined ? [] : index,
  );
  const settle = settledObjects(lane);
  const closely = state === undefined ? compareAsProvisioned(lane) : compareWith(lane, state);
  return objects => {
    const scopes = objects.map(object => scopesOf(object, lane));
    const staying = objects.filter((_, index) => isStaying(scopes[index]));
    const settled = state === undefined ? settle(staying) : notSettled(lane, staying);
    return objects.map((object, index): Comparison => {
      const scope = scopes[index] ?? { before: "outside", after: "outside" };
      const known = settled.get(object);
      if (known?.isUnchanged) return { object, scope, ...unchanged, matching: matching.map(known.outcome) };
      if (state === undefined && isAbsent(scope)) return { object, scope, ...leftOut[scope.after] };
      const compared = closely(object, scope, known);
      return {
        object,
        scope,
        ...compared,
        ...(scope.after === "inScope" && { matching: matchingOf(compared.after, matching) }),
      };
    });
  };
}

const noChange: Planned = { action: "noChange", flows: [], mapped: [] };
const unchanged = { before: noChange, after: noChange };

/** An object that neither version provisions, where nothing but the reason can differ. */
function isAbsent({ before, after }: Comparison["scope"]): boolean {
  return before === after && (after === "outside" || after === "inactive" || after === "leftAlone");
}

const skipped: Planned = { action: "skip", flows: [], mapped: [] };
const leftOut: Readonly<Record<ScopeOutcome, Pick<Comparison, "before" | "after">>> = {
  inScope: unchanged,
  inactive: { before: skipped, after: skipped },
  outside: { before: skipped, after: skipped },
  leftAlone: { before: skipped, after: skipped },
  undecided: { before: skipped, after: skipped },
};

function scopesOf(object: SourceObject, { before, after }: Lane): Comparison["scope"] {
  return { before: before?.scopeOf(object) ?? "outside", after: after.scopeOf(object) };
}

function isStaying(scope: Comparison["scope"] | undefined): boolean {
  return scope?.before === "inScope" && scope.after === "inScope";
}

/** What is known of an object that is in scope of both versions. */
interface Known {
  readonly isUnchanged: boolean;
  readonly outcome: (mapping: number) => Outcome | undefined;
  readonly before: () => readonly MappedValue[];
  readonly after: () => readonly MappedValue[];
}

type Settle = (objects: readonly SourceObject[]) => ReadonlyMap<SourceObject, Known>;

/** Evaluates objects that are in scope of both versions, each expression that both have only once, and finds those whose accounts stay as they are. */
function settledObjects({ before, after }: Lane): Settle {
  if (before === undefined) return () => new Map();
  const twins = pairTwins(before, after);
  const sameSource = after.compiled.map(({ source, expression }) =>
    expression === undefined ? -1 : before.compiled.findIndex(other => other.expression && other.source === source),
  );
  return objects => {
    const attributes = objects.map(object => scoped(object, false));
    const old = evaluateBlock(before, attributes);
    const columns = sameSource.map(index => old.columns[index]);
    const fresh = evaluateBlock(after, attributes, columns);
    return new Map(
      objects.map((object, index) => [
        object,
        {
          isUnchanged: after.compiled.every((compiled, mapping) => {
            const twin = twins?.[mapping];
            return twin !== undefined && isUnchanged(old.outcome(twin, index), fresh.outcome(mapping, index), compiled);
          }),
          outcome: mapping => fresh.outcome(mapping, index),
          before: () => old.mapped(index),
          after: () => fresh.mapped(index),
        },
      ]),
    );
  };
}

function notSettled(lane: Lane, objects: readonly SourceObject[]): ReadonlyMap<SourceObject, Known> {
  const known = settledObjects(lane)(objects);
  return new Map([...known].map(([object, one]) => [object, { ...one, isUnchanged: false }]));
}

type CompareOne = (
  object: SourceObject,
  scope: Comparison["scope"],
  known: Known | undefined,
) => Pick<Comparison, "before" | "after">;

const notProvisioned: Planned = { action: "skip", because: "it was not provisioned.", flows: [], mapped: [] };

function compareWith({ before, after }: Lane, state: TargetState): CompareOne {
  return (object, scope, known) => ({
    before: before ? plan(before, object, scope.before, state, known?.before) : notProvisioned,
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
    const planBefore = () => (before ? plan(before, object, scope.before, state, known?.before) : notProvisioned);
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
