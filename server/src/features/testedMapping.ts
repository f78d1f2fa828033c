import type { TestBlock } from "../language/provmap/tree.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import { findMapping } from "../model/findMapping.ts";

/** The mapping that a test runs; while it does not say yet of whom, the one of users, or the only one. */
export function testedMapping(mappings: readonly ObjectMapping[], { entries }: TestBlock): ObjectMapping | undefined {
  const value = entries.find(({ name }) => name.text === "mapping")?.value;
  const named = value?.kind === "ScalarValue" ? value.name.text : undefined;
  const isOfGroup = entries.some(({ name }) => name.text === "group");
  const found = findMapping(named, isOfGroup ? "Group" : "User", mappings);
  return found ?? (named === undefined ? mappings[0] : undefined);
}
