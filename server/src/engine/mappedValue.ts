import type { AssumptionName } from "../functions/assumptions.ts";
import type { Value } from "../functions/values.ts";
import type { CompiledMapping } from "./compiledMapping.ts";
import { evaluate, toFlowValue, type World } from "./evaluate.ts";
import type { FlowValue } from "./result.ts";

/** An attribute mapping with what it gives for one object. */
export interface MappedValue {
  readonly compiled: CompiledMapping;
  readonly given: Given;
  readonly assumptions: readonly AssumptionName[];
}

/** What the source of a mapping gives; a mapping without a source gives null. */
export type Given =
  | { readonly kind: "value"; readonly value: FlowValue }
  | { readonly kind: "ignored" }
  | { readonly kind: "problem"; readonly message: string };

/** Evaluates every mapping for an object. */
export function mapObject(
  mappings: readonly CompiledMapping[],
  attributes: ReadonlyMap<string, Value>,
  world: World,
): readonly MappedValue[] {
  return mappings.map(compiled => mapAttribute(compiled, attributes, world));
}

function mapAttribute(compiled: CompiledMapping, attributes: ReadonlyMap<string, Value>, world: World): MappedValue {
  if (compiled.path.kind === "invalid") return problem(compiled, compiled.path.message);
  if (compiled.expression === undefined) {
    if (compiled.mapping.source.kind === "None")
      return { compiled, given: { kind: "value", value: null }, assumptions: [] };
    return problem(compiled, "The source of this mapping cannot be read; correct its syntax.");
  }
  const { outcome, assumptions } = evaluate(compiled.expression, attributes, world);
  if (outcome.kind !== "value") return { compiled, given: outcome, assumptions };
  return { compiled, given: { kind: "value", value: toFlowValue(outcome.value) }, assumptions };
}

function problem(compiled: CompiledMapping, message: string): MappedValue {
  return { compiled, given: { kind: "problem", message }, assumptions: [] };
}
