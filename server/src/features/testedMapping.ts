import type { TestBlock } from "../language/provmap/tree.ts";
import type { ObjectMapping } from "../model/configuration.ts";

/** The mapping that a test names, or the first of the file where it names none. */
export function testedMapping(mappings: readonly ObjectMapping[], { entries }: TestBlock): ObjectMapping | undefined {
  const value = entries.find(({ name }) => name.text === "mapping")?.value;
  const named = value?.kind === "ScalarValue" ? value.name.text : undefined;
  return named === undefined ? mappings[0] : mappings.find(({ name }) => name.text === named);
}
