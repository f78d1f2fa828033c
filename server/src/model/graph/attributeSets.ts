import { type AttributeFact, attributeTypes, type Mutability } from "../../catalogue/attribute.ts";
import { findObject } from "../../catalogue/index.ts";
import type { AttributeDefinition, ObjectDefinition, SynchronizationSchema } from "../../language/graph/tree.ts";
import type { AttributeSet } from "../configuration.ts";
import { attributeType, meantWord, mutability } from "./enumerations.ts";

/** The attributes of an object in a directory. */
export type AttributeSets = (side: "source" | "target", directory: string | undefined, object: string) => AttributeSet;

/**
 * What the directories of a schema say of their objects, and what the catalogue adds to it. An object that no directory
 * of the schema defines has the catalogue's attributes.
 */
export function attributeSets(schema: SynchronizationSchema): AttributeSets {
  const known = new Map<string, AttributeSet>();
  return (side, directory, object) => {
    const key = JSON.stringify([side, directory, object]);
    const set = known.get(key) ?? attributeSet(side, schema, findDefinition(schema, directory, object), object);
    known.set(key, set);
    return set;
  };
}

/** The definition of an object in the directory of that name. */
export function findDefinition(
  { directories }: SynchronizationSchema,
  directory: string | undefined,
  object: string,
): ObjectDefinition | undefined {
  return directories
    .find(({ name }) => name !== undefined && name.text === directory)
    ?.objects.find(({ name }) => name?.text === object);
}

function attributeSet(
  side: "source" | "target",
  { json }: SynchronizationSchema,
  definition: ObjectDefinition | undefined,
  object: string,
): AttributeSet {
  const catalogued = findObject(side, object)?.attributes ?? [];
  if (definition === undefined) {
    return { known: catalogued.length > 0, byName: new Map(catalogued.map(fact => [fact.name, fact])) };
  }
  const facts = new Map(catalogued.map(fact => [fact.name, fact]));
  const byName = new Map<string, AttributeFact>();
  for (const attribute of definition.attributes) {
    const name = attribute.name?.text;
    if (name !== undefined) byName.set(name, definedFact(name, attribute, facts.get(name)));
  }
  return { known: byName.size > 0, byName, inSchema: { json, node: definition } };
}

/** The description of an attribute that only the schema itself knows. */
export const definedHere = "Defined in the directories of the schema.";

/** An attribute as a schema defines it; a type or a mutability that Graph does not know counts as the default one. */
export function definedFact(name: string, definition: AttributeDefinition, catalogued?: AttributeFact): AttributeFact {
  const type = meantWord(attributeType, definition.type?.text);
  return {
    name,
    description: catalogued?.description ?? definedHere,
    source: catalogued?.source ?? attributeType.source,
    ...(catalogued?.graphProperty !== undefined && { graphProperty: catalogued.graphProperty }),
    type: attributeTypes.find(known => known === type) ?? "String",
    multivalued: definition.multivalued,
    required: definition.required,
    caseExact: definition.caseExact,
    mutability: (meantWord(mutability, definition.mutability?.text) ?? "ReadWrite") as Mutability,
    references: definition.references.map(({ text }) => text),
  };
}
