import { findObject } from "../catalogue/index.ts";
import type { ObjectMapping } from "../model/configuration.ts";

/**
 * True for an attribute of Entra's that a user or a group may lack. Of others nobody knows: the attribute list of a
 * source does not say which of its attributes are always there.
 */
export function mayLack(name: string, { sourceObject, sourceAttributes }: ObjectMapping): boolean {
  const catalogued = findObject("source", sourceObject.text)?.attributes.find(fact => fact.name === name);
  return catalogued !== undefined && !catalogued.required && !sourceAttributes.byName.get(name)?.required;
}
