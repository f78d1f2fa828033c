import { type SCIMMY, Types } from "scimmy";

type Attribute = SCIMMY.Types.Attribute;
type Definition = SCIMMY.Types.SchemaDefinition;

/** A place in resources of one schema. */
export interface AttributePath {
  /** The names of the members on the way, as the schema spells them; the URN of an extension is the first. */
  readonly keys: readonly string[];
  /** The attribute at the end. */
  readonly attribute: Attribute;
}

/** Finds an attribute name as RFC 7644 section 3.10 writes it, without regard to case; undefined where the schema has none. */
export type FindAttribute = (name: string) => AttributePath | undefined;

/** Finds attributes from the resource on: `name.givenName`, `urn:…:User:manager.value`, and `manager` where the core schema has none. */
export function attributesOf(definition: Definition): FindAttribute {
  const extensions = extensionsOf(definition);
  return name => {
    const extension = extensions.find(({ id }) => isBeneath(name, id));
    if (extension !== undefined) {
      return within(extension, name.slice(extension.id.length + 1));
    }
    const local = isBeneath(name, definition.id) ? name.slice(definition.id.length + 1) : name;
    return (
      walk(definition.attributes, local) ?? extensions.map(one => within(one, name)).find(found => found !== undefined)
    );
  };
}

/** Finds attributes from an element of a complex attribute on. */
export function subAttributesOf({ subAttributes = [] }: Attribute): FindAttribute {
  return name => walk(subAttributes, name);
}

/** The values at a path. Lists on the way and at its end are taken element by element; an absent value is none. */
export function valuesAt(value: unknown, keys: readonly string[]): readonly unknown[] {
  return keys.reduce<readonly unknown[]>(
    (values, key) => values.flatMap(one => (one as Readonly<Record<string, unknown>>)[key] ?? []),
    [value],
  );
}

/** scimmy keeps extensions among the attributes, which its types do not say. */
function extensionsOf({ attributes }: Definition): readonly Definition[] {
  const members: readonly (Attribute | Definition)[] = attributes;
  return members.filter(member => member instanceof Types.SchemaDefinition);
}

function within(extension: Definition, name: string): AttributePath | undefined {
  const found = walk(extension.attributes, name);
  return found && { ...found, keys: [extension.id, ...found.keys] };
}

function isBeneath(name: string, urn: string): boolean {
  return name.toLowerCase().startsWith(`${urn.toLowerCase()}:`);
}

function walk(attributes: readonly Attribute[], name: string): AttributePath | undefined {
  const [first = "", ...rest] = name.split(".");
  const attribute = attributes.find(
    one => !(one instanceof Types.SchemaDefinition) && one.name.toLowerCase() === first.toLowerCase(),
  );
  if (attribute === undefined) {
    return undefined;
  }
  if (rest.length === 0) {
    return { keys: [attribute.name], attribute };
  }
  const inside = walk(attribute.subAttributes ?? [], rest.join("."));
  return inside && { ...inside, keys: [attribute.name, ...inside.keys] };
}
