import { newBudget } from "../functions/dotnet/regex/budget.ts";
import { isFailure } from "../functions/values.ts";
import type { ScopingFilter } from "../model/configuration.ts";
import { compileClause } from "./clause.ts";
import type { Attributes } from "./evaluate.ts";

/** Whether an object passes the filters, or that a clause cannot be decided for it. */
export type FilterOutcome = boolean | "undecided";

/**
 * The scoping filters of a mapping, ready to be asked of any number of objects. One filter is enough, all of whose
 * clauses hold; without filters everything passes. `judgeScope` answers the same for one object, with all reasons.
 */
export function compileFilters(
  filters: readonly ScopingFilter[],
  regexSteps?: number,
): (attributes: Attributes) => FilterOutcome {
  const compiled = filters
    .filter(({ group }) => group === "scoping")
    .map(({ clauses }) => clauses.map(clause => compileClause(clause)));
  const budget = newBudget(regexSteps);
  return attributes => {
    let passed = compiled.length === 0;
    for (const clauses of compiled) {
      let holds = true;
      for (const { attribute, passes } of clauses) {
        budget.left = budget.limit;
        const answer = passes(attributes.get(attribute) ?? null, budget);
        if (isFailure(answer)) return "undecided";
        holds &&= answer;
      }
      passed ||= holds;
    }
    return passed;
  };
}
