import { isList, type Scalar } from "../../functions/values.ts";
import { interrupts, type Outcome } from "../expression/node.ts";
import { type CompiledMapping, sentType } from "../flow/compiledMapping.ts";
import type { CompiledVersion } from "./version.ts";

/**
 * For each attribute mapping of the version after, the index of the one before that has the same target and the same
 * settings, so that only their sources can make a difference. Undefined where the versions differ in more than sources,
 * or an account may change with the same values: then every object needs a closer look.
 */
export function pairTwins(before: CompiledVersion, after: CompiledVersion): readonly number[] | undefined {
  if (before.compiled.length !== after.compiled.length) return undefined;
  if (!before.mapping.enabled || !after.mapping.enabled) return undefined;
  if (!before.mapping.actions.update || !after.mapping.actions.update) return undefined;
  if (!mapsMandatory(before) || !mapsMandatory(after)) return undefined;
  if (!haveOwnPlaces(after)) return undefined;
  const twins = after.compiled.map(one => before.compiled.findIndex(other => settingsOf(other) === settingsOf(one)));
  return twins.includes(-1) || new Set(twins).size < twins.length || !after.compiled.every(isComparable)
    ? undefined
    : twins;
}

/** True where no two mappings write to the same place, or one to a part of what another writes. */
function haveOwnPlaces({ compiled }: CompiledVersion): boolean {
  const roots = new Map<string, number>();
  for (const { path } of compiled) {
    if (path.kind === "invalid") return false;
    const root = `${path.urn ?? ""}:${path.attribute}`.toLowerCase();
    const isWhole = path.element === undefined && path.sub === undefined;
    const known = roots.get(root) ?? 0;
    if (known !== 0 && (isWhole || known === 2)) return false;
    roots.set(root, isWhole ? 2 : 1);
  }
  return new Set(compiled.map(({ mapping }) => mapping.target.text)).size === compiled.length;
}

function settingsOf({ mapping, fact }: CompiledMapping): string {
  const { target, source, matchingPrecedence, defaultValue, flowType, flowBehavior } = mapping;
  const isNone = source.kind === "None";
  return JSON.stringify([target.text, isNone, matchingPrecedence, defaultValue, flowType, flowBehavior, fact]);
}

function isComparable({ mapping, path, candidates, patch, singleRole, expression }: CompiledMapping): boolean {
  const isReadable = mapping.source.kind === "None" || expression !== undefined;
  const isPlain = candidates === undefined && patch === undefined && singleRole === undefined;
  return isReadable && isPlain && path.kind === "path" && mapping.flowBehavior !== "FlowAlways";
}

function mapsMandatory({ compiled, mapping }: CompiledVersion): boolean {
  const mapped = new Set(compiled.map(one => one.mapping.target.text));
  return [...mapping.targetAttributes.byName.values()].every(
    ({ name, required, mutability, type }) =>
      !required || mutability === "ReadOnly" || type === "Reference" || mapped.has(name),
  );
}

/**
 * The attribute mappings of the version after whose values differ, by their indices. Undefined where anything is given that
 * may not be written, such as a failure or a text for a number: then the object needs a closer look.
 */
export function differingMappings(
  twins: readonly number[],
  { compiled }: CompiledVersion,
  before: (mapping: number) => Outcome | undefined,
  after: (mapping: number) => Outcome | undefined,
): readonly number[] | undefined {
  let differing: number[] | undefined;
  for (let index = 0; index < twins.length; index++) {
    const mapping = compiled[index];
    if (mapping?.expression === undefined) continue;
    const one = before(twins[index] ?? -1);
    const other = after(index);
    if (!isWritten(one, mapping)) return undefined;
    if (one === other || sameList(one, other)) continue;
    if (!isWritten(other, mapping)) return undefined;
    differing ??= [];
    differing.push(index);
  }
  return differing ?? none;
}

const none: readonly number[] = [];

function sameList(one: Outcome | undefined, other: Outcome | undefined): boolean {
  return (
    isValues(one) && isValues(other) && one.length === other.length && one.every((each, index) => each === other[index])
  );
}

function isValues(value: Outcome | undefined): value is readonly Scalar[] {
  return Array.isArray(value);
}

/** True for a value that its target takes as it is. */
function isWritten(value: Outcome | undefined, compiled: CompiledMapping): boolean {
  const { fact, mapping, reference } = compiled;
  if (value === undefined || interrupts(value)) return false;
  if (reference) return true;
  if (value === null || value === "") return fact?.required !== true && mapping.matchingPrecedence === undefined;
  if (isList(value)) return fact?.type === "String" && fact.multivalued;
  switch (sentType(compiled)) {
    case "Boolean":
      return typeof value === "boolean" || value === "True" || value === "False";
    case "Integer":
      return typeof value === "number";
    default:
      return true;
  }
}
