import { Types } from "scimmy";
import { compileFilter, type Predicate } from "../../engine/filter/compileFilter.ts";
import type { FindFilterAttribute } from "../../engine/filter/filterSchema.ts";
import { parseFilter } from "../../engine/filter/parseFilter.ts";
import { type FindAttribute, subAttributesOf } from "./attributePath.ts";

/** The predicate that a filter stands for. Throws SCIM's invalidFilter for a text that is none, or that does not fit the schema. */
export function readFilter(text: string, find: FindAttribute): Predicate {
  const parsed = parseFilter(text);
  const compiled = parsed.kind === "invalid" ? parsed : compileFilter(parsed, filterAttributes(find));
  if (compiled.kind === "invalid") {
    throw new Types.Error(400, "invalidFilter", `The filter cannot be read: ${compiled.message}.`);
  }
  return compiled.matches;
}

function filterAttributes(find: FindAttribute): FindFilterAttribute {
  return name => {
    const path = find(name);
    if (path === undefined) return undefined;
    const { keys, attribute } = path;
    return {
      keys,
      type: attribute.type,
      caseExact: attribute.config.caseExact === true,
      part: filterAttributes(subAttributesOf(attribute)),
    };
  };
}
