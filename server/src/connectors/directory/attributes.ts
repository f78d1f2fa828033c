import type { AttributeFact, ObjectFact } from "../../catalogue/attribute.ts";
import type { Scalar, Value } from "../../functions/values.ts";

/** Members that say what the object is, not what it holds. */
const aboutTheObject = ["id", "deletedDateTime", "permanentlyDeleted"];

/**
 * An object's attributes under provisioning names. A member may have its provisioning name or its Graph property name;
 * one that the catalogue does not know keeps its own name. Null is absent, an object is its JSON text.
 */
export function attributesOf(
  written: Readonly<Record<string, unknown>>,
  { attributes }: ObjectFact,
): Map<string, Value> {
  const known = attributes.map(fact => [fact.name, factValue(fact, written)] as const);
  const read = new Set([...aboutTheObject, ...attributes.flatMap(fact => [fact.name, firstStep(fact)])]);
  const others = Object.entries(written)
    .filter(([name]) => !read.has(name) && !name.startsWith("@odata."))
    .map(([name, value]) => [name, toValue(value)] as const);
  return new Map([...known, ...others].filter(([, value]) => value !== null));
}

function firstStep({ name, graphProperty = name }: AttributeFact): string {
  return graphProperty.split(".")[0] ?? graphProperty;
}

function factValue(fact: AttributeFact, written: Readonly<Record<string, unknown>>): Value {
  const value = written[fact.name] ?? atPath(written, fact.graphProperty ?? fact.name);
  const found = toValue(!fact.multivalued && Array.isArray(value) ? value[0] : value);
  if (fact.type === "Boolean" && typeof found === "string" && /^(true|false)$/i.test(found)) {
    return found.toLowerCase() === "true";
  }
  return found;
}

/** `onPremisesExtensionAttributes.extensionAttribute1` is a member of a member. */
function atPath(written: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[step], written);
}

/** What an expression sees of a JSON value: an object as its JSON text, in a list too; null and nothing are absent. */
export function toValue(value: unknown): Value {
  return Array.isArray(value) ? value.map(toScalar).filter(scalar => scalar !== null) : toScalar(value);
}

function toScalar(value: unknown): Scalar | null {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "object":
      return value === null ? null : JSON.stringify(value);
    default:
      return null;
  }
}
