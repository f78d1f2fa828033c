import type { ObjectMapping } from "./configuration.ts";

/** The mapping of that name; without a name the first enabled one that reads such objects, else the first that does. */
export function findMapping(
  name: string | undefined,
  objectType: "User" | "Group" | undefined,
  mappings: readonly ObjectMapping[],
): ObjectMapping | undefined {
  if (name !== undefined) return mappings.find(mapping => mapping.name.text === name);
  const fitting = mappings.filter(mapping => mapping.sourceObject.text === objectType);
  return fitting.find(mapping => mapping.enabled) ?? fitting[0];
}
