import { isList, type Value } from "../../functions/values.ts";
import type { CompiledMapping } from "../compiledMapping.ts";
import { interrupts, type Outcome } from "../node.ts";
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
  const twins = after.compiled.map(one => before.compiled.findIndex(other => settingsOf(other) === settingsOf(one)));
  return twins.includes(-1) || new Set(twins).size < twins.length || !after.compiled.every(isComparable)
    ? undefined
    : twins;
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

/** True where the same outcome in both versions leaves an account as it is: it can be written, and it is written the same. */
export function isUnchanged(one: Outcome | undefined, other: Outcome | undefined, compiled: CompiledMapping): boolean {
  if (compiled.expression === undefined) return true;
  if (one === undefined || other === undefined || interrupts(one) || interrupts(other)) return false;
  return sameOutcome(one, other) && isWritten(one, compiled);
}

function sameOutcome(one: Value, other: Value): boolean {
  if (one === other) return true;
  return (
    isList(one) && isList(other) && one.length === other.length && one.every((each, index) => each === other[index])
  );
}

function isWritten(value: Value, { fact, mapping, reference }: CompiledMapping): boolean {
  if (reference) return true;
  if (value === null || value === "") return fact?.required !== true && mapping.matchingPrecedence === undefined;
  if (isList(value)) return fact?.type === "String" && fact.multivalued;
  switch (fact?.type ?? "String") {
    case "Boolean":
      return typeof value === "boolean" || value === "True" || value === "False";
    case "Integer":
      return typeof value === "number";
    default:
      return true;
  }
}
