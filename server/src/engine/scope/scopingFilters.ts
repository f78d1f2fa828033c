import { newBudget, type StepBudget } from "../../functions/dotnet/regex/budget.ts";
import { type Failure, isFailure, type Value } from "../../functions/values.ts";
import type { ScopingFilter } from "../../model/configuration.ts";
import { type Attributes, fetching } from "../expression/attributeRow.ts";
import { type CompiledClause, compileClause } from "./clause.ts";

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
  const names = [...new Set(compiled.flat().map(({ attribute }) => attribute))];
  const budget = newBudget(regexSteps);
  const tests = compiled.map(clauses => allHold(clauses, names, budget));
  const own: Value[] = [];
  const fetch = fetching();
  return attributes => {
    const values = fetch(names, attributes, own);
    let passed = tests.length === 0;
    for (let index = 0; index < tests.length; index++) {
      const holds = tests[index]?.(values);
      if (typeof holds === "object") return "undecided";
      if (holds === true) passed = true;
    }
    return passed;
  };
}

/** A clause or filter, asked of an object's values. */
type Test = (values: readonly Value[]) => boolean | Failure;

function testOf({ attribute, passes }: CompiledClause, names: readonly string[], budget: StepBudget): Test {
  const index = names.indexOf(attribute);
  return values => {
    budget.left = budget.limit;
    return passes(values[index] ?? null, budget);
  };
}

/** Behind a clause that does not hold, only those are asked that may be undecided. */
function allHold(clauses: readonly CompiledClause[], names: readonly string[], budget: StepBudget): Test {
  return clauses.reduceRight<Test>(
    (next, clause, index) => {
      const holds = testOf(clause, names, budget);
      const doubtful = clauses.slice(index + 1).filter(({ decides }) => !decides);
      const others = doubtful.map(other => testOf(other, names, budget));
      return values => {
        const answer = holds(values);
        if (answer === true) return next(values);
        return answer || (others.length > 0 && (others.map(other => other(values)).find(isFailure) ?? false));
      };
    },
    () => true,
  );
}
