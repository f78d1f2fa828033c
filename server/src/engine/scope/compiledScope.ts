import type { ObjectMapping } from "../../model/configuration.ts";
import type { SourceObject } from "../ports.ts";
import { isActive } from "./scope.ts";
import { compileFilters } from "./scopingFilters.ts";

/** Whether objects are to be provisioned, as `judgeScope` says with all reasons. */
export type ScopeOutcome =
  /** Assigned, where that is asked, inside the scoping filters, present and not disabled. */
  | "inScope"
  /** The same, but disabled or deleted in the source. */
  | "inactive"
  | "outside"
  /** An input or category filter fails. */
  | "leftAlone"
  /** A clause cannot be decided. */
  | "undecided";

/** Compiles the scope of a mapping, to be asked of any number of objects. */
export function compileScope(
  scope: "assigned" | "all",
  { filters }: ObjectMapping,
  regexSteps?: number,
): (object: SourceObject) => ScopeOutcome {
  const passes = compileFilters(filters, regexSteps);
  const silent = (["input", "category"] as const).map(group =>
    compileFilters(
      filters.filter(filter => filter.group === group).map(filter => ({ ...filter, group: "scoping" as const })),
      regexSteps,
    ),
  );
  return object => {
    const passed = passes(object.attributes);
    const others = silent.map(filter => filter(object.attributes));
    if (passed === "undecided" || others.includes("undecided")) return "undecided";
    if (others.includes(false)) return "leftAlone";
    if (!passed || (scope === "assigned" && !object.assigned)) return "outside";
    return isActive(object) ? "inScope" : "inactive";
  };
}
