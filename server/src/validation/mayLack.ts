import type { AttributeFact } from "../catalogue/attribute.ts";
import { findObject } from "../catalogue/index.ts";
import type { ObjectMapping } from "../model/configuration.ts";

/**
 * True for an attribute of Entra's that a user or a group may lack. Of others nobody knows: the attribute list of a
 * source does not say which of its attributes are always there.
 */
export function mayLack(name: string, mapping: ObjectMapping): boolean {
  const fact = cataloguedFact(name, mapping);
  return fact !== undefined && !fact.required && !mapping.sourceAttributes.byName.get(name)?.required;
}

/** True for an attribute that every user or group of Entra has. Schemas do not say so of any attribute. */
export function isAlwaysThere(name: string, mapping: ObjectMapping): boolean {
  return cataloguedFact(name, mapping)?.required === true;
}

function cataloguedFact(name: string, { sourceObject }: ObjectMapping): AttributeFact | undefined {
  return findObject("source", sourceObject.text)?.attributes.find(fact => fact.name === name);
}
