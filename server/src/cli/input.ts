import type { Scalar, Value } from "../functions/values.ts";

/** The attributes of an object that was written as JSON. Complex values become the JSON text of their object, as expressions see them. */
export function attributesOf(object: Readonly<Record<string, unknown>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(object).map(([name, value]) => [name, valueFrom(value)]));
}

/** True for a JSON object, false for lists and everything else. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function valueFrom(value: unknown): Value {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.filter(element => element !== null).map(scalarOf) : scalarOf(value);
}

function scalarOf(value: unknown): Scalar {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      return JSON.stringify(value);
  }
}
