import { ignoredObject } from "../../functions/values.ts";
import type { Outcome } from "../expression/node.ts";
import { decide } from "../flow/decide.ts";
import { flowOf } from "../flow/flow.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import type { Resource, SourceObject } from "../ports.ts";
import { createBody } from "../requests/createBody.ts";
import type { Change } from "../requests/patchBody.ts";
import { typedValue } from "../requests/targetValue.ts";
import { defaultWire } from "../requests/wire.ts";
import type { Planned } from "./planObject.ts";
import { differingMappings, pairTwins } from "./twins.ts";
import type { Lane } from "./version.ts";
import { type CompiledVersion, type EvaluatedBlock, evaluateBlock } from "./version.ts";

/** An object that the version before has provisioned: it is in its scope. */
export interface Provisioned {
  /** What the source of a mapping of the version after gives. */
  readonly outcome: (mapping: number) => Outcome | undefined;
  readonly before: () => readonly MappedValue[];
  readonly after: () => readonly MappedValue[];
  /** What the versions do with the account that the one before creates; undefined where that needs a closer look. */
  readonly compared: () => { readonly before: Planned; readonly after: Planned } | undefined;
}

/** Where objects are for the version after: still in scope, or outside. */
export type Whereabouts = "inScope" | "outside";

const noChange: Planned = { action: "noChange", flows: [], mapped: [] };
const unchanged = { before: noChange, after: noChange };

/** Evaluates objects in scope of the version before, which are all at the same place for the one after. An expression that both have is evaluated once. */
export function evaluateProvisioned(
  lane: Lane,
): (objects: readonly SourceObject[], after: Whereabouts) => ReadonlyMap<SourceObject, Provisioned> {
  const { before, after } = lane;
  if (before === undefined) return () => new Map();
  const sameSource = (where: Whereabouts) =>
    after.compiled.map(({ source, expression, dependsOnIsSoftDeleted }) =>
      expression === undefined || (where === "outside" && dependsOnIsSoftDeleted)
        ? -1
        : before.compiled.findIndex(other => other.expression && other.source === source),
    );
  const same = { inScope: sameSource("inScope"), outside: sameSource("outside") };
  const compare = comparing(before, after);
  return (objects, where) => {
    const old = evaluateBlock(before, objects, false);
    const columns = same[where].map(index => old.columns[index]);
    const fresh = evaluateBlock(after, objects, where === "outside", columns);
    return new Map(
      objects.map((object, index): [SourceObject, Provisioned] => [
        object,
        {
          outcome: mapping => fresh.outcome(mapping, index),
          before: () => old.mapped(index),
          after: () => fresh.mapped(index),
          compared: () => compare({ object, where, index, old, fresh }),
        },
      ]),
    );
  };
}

interface Evaluated {
  readonly object: SourceObject;
  readonly where: Whereabouts;
  readonly index: number;
  readonly old: EvaluatedBlock;
  readonly fresh: EvaluatedBlock;
}

/** Compares values one by one, where nothing but sources and scope make a difference. */
function comparing(
  before: CompiledVersion,
  after: CompiledVersion,
): (evaluated: Evaluated) => ReturnType<Provisioned["compared"]> {
  const twins = pairTwins(before, after);
  if (twins === undefined) return () => undefined;
  const softDeleted = after.compiled.flatMap(({ dependsOnIsSoftDeleted }, index) =>
    dependsOnIsSoftDeleted ? index : [],
  );
  const { text: targetObject } = after.mapping.targetObject;
  const pairsOf = ({ old, fresh, index }: Evaluated, mappings: readonly number[]) =>
    mappings.map(one => [old.value(twins[one] ?? -1, index), fresh.value(one, index)] as const);
  return evaluated => {
    const { object, where, index, old, fresh } = evaluated;
    const outcome = (mapping: number) => fresh.outcome(mapping, index);
    const differing = differingMappings(twins, after, twin => old.outcome(twin, index), outcome);
    if (differing === undefined) return undefined;
    if (where === "inScope")
      return differing.length === 0 ? unchanged : compareValues(pairsOf(evaluated, differing), "update", targetObject);
    if (after.compiled.some((_, mapping) => outcome(mapping) === ignoredObject)) return undefined;
    const decision = decide({
      scope: { entitled: false, active: true },
      found: { id: object.id, resource: {} },
      state: object.state,
      objectType: object.objectType,
      actions: after.mapping.actions,
      skipOutOfScopeDeletions: after.application?.skipOutOfScopeDeletions ?? false,
      canDisable: softDeleted.length > 0,
    });
    if (decision.kind === "disable") return compareValues(pairsOf(evaluated, softDeleted), "disable", targetObject);
    const because = decision.kind === "skip" ? { because: `${decision.because}.` } : {};
    return { before: noChange, after: { action: decision.kind, ...because, flows: [], mapped: [] } };
  };
}

/** What an account holds of each value is what its creation wrote there. */
function compareValues(
  pairs: readonly (readonly [before: MappedValue | undefined, after: MappedValue | undefined])[],
  occasion: "update" | "disable",
  targetObject: string,
): ReturnType<Provisioned["compared"]> {
  const flows = pairs.map(([before, after]) => {
    if (before === undefined || after === undefined) return undefined;
    const created = flowOf(before, "create");
    return { created, flow: flowOf(after, occasion, created.change ? holding(created.change, targetObject) : {}) };
  });
  const both = flows.filter(one => one !== undefined && (one.created.errorCode ?? one.flow.errorCode) === undefined);
  if (both.length < pairs.length) return undefined;
  const [created, changed] = [both.flatMap(one => one?.created ?? []), both.flatMap(one => one?.flow ?? [])];
  const action = changed.some(({ change }) => change !== undefined) ? occasion : "noChange";
  return {
    before: { action: "noChange", flows: created, mapped: pairs.flatMap(([before]) => before ?? []) },
    after: { action, flows: changed, mapped: pairs.flatMap(([, after]) => after ?? []) },
  };
}

/** A resource of which nothing is known but what a creation wrote with one change. */
function holding(change: Change, targetObject: string): Resource {
  const { path, value, type } = change;
  if (typeof value !== "string") return JSON.parse(createBody(targetObject, [change], defaultWire));
  const { urn, attribute, element, sub } = path;
  const held = typedValue(value, type) ?? value;
  const inner = element === undefined ? held : [{ [element.attribute]: element.value, [sub ?? "value"]: held }];
  const member = element === undefined && sub !== undefined ? { [attribute]: { [sub]: held } } : { [attribute]: inner };
  return urn === undefined ? member : { [urn]: member };
}
