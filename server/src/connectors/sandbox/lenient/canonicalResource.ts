import type { SCIMMY } from "scimmy";
import type { Resource } from "../../../engine/ports.ts";
import { type FindAttribute, subAttributesOf } from "../attributePath.ts";

type Attribute = SCIMMY.Types.Attribute;

/** Members as Entra may send them, in the form that the schema asks for: booleans that are texts, a manager that is a text or a list. */
export function canonicalMembers(members: Resource, find: FindAttribute): Resource {
  const entries = Object.entries(members).map(([name, value]) => {
    const attribute = find(name)?.attribute;
    return [name, attribute === undefined ? canonicalExtension(name, value, find) : canonicalValue(value, attribute)];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** A value in the form of its attribute; undefined for a reference to nobody, such as a manager of "". */
export function canonicalValue(value: unknown, attribute: Attribute): unknown {
  if (attribute.type === "boolean" && typeof value === "string" && /^(true|false)$/i.test(value)) {
    return value.toLowerCase() === "true";
  }
  if (attribute.type !== "complex") {
    return value;
  }
  if (!attribute.config.multiValued) {
    return canonicalReference(Array.isArray(value) ? value[0] : value, attribute);
  }
  return Array.isArray(value)
    ? value.map(element => canonicalElement(element, attribute))
    : canonicalElement(value, attribute);
}

/** True for a JSON object. */
export function isObject(value: unknown): value is Resource {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of an extension's object are found beneath its URN. */
function canonicalExtension(urn: string, value: unknown, find: FindAttribute): unknown {
  return isObject(value) ? canonicalMembers(value, name => find(`${urn}:${name}`)) : value;
}

function canonicalElement(value: unknown, attribute: Attribute): unknown {
  return isObject(value) ? canonicalMembers(value, subAttributesOf(attribute)) : value;
}

function canonicalReference(value: unknown, attribute: Attribute): unknown {
  const reference = typeof value === "string" && subAttributesOf(attribute)("value") ? { value } : value;
  return isObject(reference) && reference.value === "" ? undefined : canonicalElement(reference, attribute);
}
