import { toValue } from "../connectors/directory/attributes.ts";
import type { Attributes } from "../engine/expression/attributeRow.ts";
import type { Value } from "../functions/values.ts";

/** The attributes of an object that was written as JSON, under the names that it gives them. */
export function attributesOf(object: Readonly<Record<string, unknown>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(object).map(([name, value]) => [name, toValue(value)]));
}

/** The same without reading an attribute before it is asked for. */
export function attributesIn(object: Readonly<Record<string, unknown>>): Attributes {
  return {
    get(name) {
      const value = object[name];
      // What an object inherits is a function or an object.
      if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
      return Object.hasOwn(object, name) ? toValue(value) : undefined;
    },
  };
}

/** True for a JSON object, false for lists and everything else. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
