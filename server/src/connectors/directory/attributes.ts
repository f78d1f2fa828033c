import type { AttributeFact, ObjectFact } from "../../catalogue/attribute.ts";
import { type AttributeRow, attributeRows } from "../../engine/expression/attributeRow.ts";
import type { Scalar, Value } from "../../functions/values.ts";

/** Members that say what the object is, not what it holds. */
const aboutTheObject = ["id", "deletedDateTime", "permanentlyDeleted"];

/** An object as it is written, with no attribute read yet. */
export type Written = Readonly<Record<string, unknown>>;

/** Which attributes are read. */
export interface AttributeChoice {
  /** The only ones that are; absent: all. */
  readonly wanted?: ReadonlySet<string>;
  /** Further members of an object that say what it is, not what it holds. */
  readonly besides?: readonly string[];
}

/**
 * Reads an object's attributes under provisioning names; one that is absent or null is null. `instead` has the values of
 * some in the place of what is written.
 */
export type ReadAttributes = (written: Written, instead?: ReadonlyMap<string, Value>) => AttributeRow;

/**
 * Reads the attributes of one object after the other. A member may have its provisioning name or its Graph property name;
 * one that the catalogue does not know keeps its own name. An object is its JSON text.
 */
export function attributeReader(
  { attributes }: ObjectFact,
  { wanted, besides = [] }: AttributeChoice = {},
): ReadAttributes {
  const known = attributes.filter(({ name }) => wanted?.has(name) ?? true);
  const readings = known.map(fact => [fact.name, reading(fact)] as const);
  const taken = new Set([...aboutTheObject, ...besides, ...attributes.flatMap(fact => [fact.name, pathOf(fact)[0]])]);
  const isOwn = (name: string) => !taken.has(name) && !name.startsWith("@odata.");
  const wantedOnes = wanted && [...wanted].filter(isOwn);
  const knownNames = known.map(({ name }) => name);
  const names = [...knownNames, ...(wantedOnes ?? [])];
  const rowOf = attributeRows();
  return (written, instead) => {
    const values = readings.map(([name, read]) => instead?.get(name) ?? read(written));
    const own = wantedOnes ?? Object.keys(written).filter(isOwn);
    for (const name of own) values.push(instead?.get(name) ?? toValue(written[name]));
    return rowOf(wantedOnes ? names : [...knownNames, ...own], values);
  };
}

/** The attributes of one object. */
export function attributesOf(written: Written, fact: ObjectFact): ReadonlyMap<string, Value> {
  return attributeReader(fact)(written);
}

function pathOf({ name, graphProperty = name }: AttributeFact): readonly string[] {
  return graphProperty.split(".");
}

function reading(fact: AttributeFact): (written: Written) => Value {
  const { name, multivalued, type } = fact;
  const [first = name, ...inner] = pathOf(fact);
  return written => {
    const value = written[name] ?? atPath(written[first], inner);
    if (typeof value === "string" && type !== "Boolean") return value;
    const found = toValue(!multivalued && Array.isArray(value) ? value[0] : value);
    return type === "Boolean" ? toBoolean(found) : found;
  };
}

/** A boolean that is written as a text. */
export function toBoolean(value: Value): Value {
  if (typeof value !== "string" || !/^(true|false)$/i.test(value)) return value;
  return value.toLowerCase() === "true";
}

/** `onPremisesExtensionAttributes.extensionAttribute1` is a member of a member. */
function atPath(written: unknown, path: readonly string[]): unknown {
  let value = written;
  for (const step of path) value = (value as Written | null | undefined)?.[step];
  return value;
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
