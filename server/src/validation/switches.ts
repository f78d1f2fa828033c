import { walk } from "../language/expression/tree.ts";
import { calls } from "./calls.ts";
import { literalText } from "./literals.ts";
import { presenceTest } from "./presence.ts";
import type { SwitchParts } from "./rewrites.ts";
import type { Scope } from "./rule.ts";
import { factOf } from "./sourceAttributes.ts";

/** True where the Switch gives something to an absent source: the key "" equals it. */
export function hasEmptyKey({ pairs }: SwitchParts): boolean {
  return pairs.some(({ key }) => literalText(key) === "");
}

/** True where nothing flows of an absent value, so that no value can be cleared. */
export function ignoresEmptyFlow({ ancestors }: Scope): boolean {
  return ancestors.some(ancestor => calls(ancestor, "IgnoreFlowIfNullOrEmpty"));
}

/**
 * True for a Switch over attributes of the directory in a mapping that updates: the reference of expressions warns that
 * it gives null in an incremental cycle in which only other attributes changed. The key "", which the same page
 * recommends for absent values, is left alone: there is no other way to say it. So is IsSoftDeleted, which is computed
 * for every cycle, and what other rules object to.
 */
export function mayClearInIncrementalCycle(parts: SwitchParts, scope: Scope): boolean {
  const { mapping, attributeMapping } = scope;
  if (!mapping.actions.update || attributeMapping.flowType === "ObjectAddOnly") return false;
  if (hasEmptyKey(parts) || ignoresEmptyFlow(scope)) return false;
  if (presenceTest(parts.source) !== undefined || factOf(parts.source, mapping)?.type === "Reference") return false;
  return walk(parts.source).some(node => node.kind === "AttributeReference" && node.name !== "IsSoftDeleted");
}
