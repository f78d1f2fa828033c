import { newBudget } from "../../functions/dotnet/regex/budget.ts";
import { isFailure } from "../../functions/values.ts";
import type { SourceObject } from "../ports.ts";
import { clauseText, compileClause } from "../scope/clause.ts";
import type { Comparison } from "./lane.ts";
import type { DecidingClause } from "./result.ts";
import type { CompiledVersion, Lane } from "./version.ts";

/** Whether an object comes into scope or falls out of it, and the clause that made the difference, where one did. */
export interface ScopeChange {
  readonly kind: "joins" | "leaves";
  readonly clause?: DecidingClause;
}

/** Tells how the scope of an object differs between the versions; undefined where it does not. */
export function scopeChanges({ before, after }: Lane): (comparison: Comparison) => ScopeChange | undefined {
  const failingBefore = before && failingClauses(before);
  const failingAfter = failingClauses(after);
  return ({ object, scope }) => {
    const [was, is] = [scope.before === "inScope", scope.after === "inScope"];
    if (was === is) return undefined;
    const kind = is ? "joins" : "leaves";
    const [failing, passing] = is ? [failingBefore, failingAfter] : [failingAfter, failingBefore];
    const clause = decide(failing?.(object) ?? [], passing?.(object) ?? []);
    return clause === undefined ? { kind } : { kind, clause: { version: is ? "before" : "after", ...clause } };
  };
}

/** A filter, and the first of its clauses that fails for an object; absent where all hold. */
export interface Failing {
  readonly filter: string;
  readonly clause?: Omit<DecidingClause, "version">;
}

/** The clause of the filter by which the other version lets the object in, where there is one of that name. */
function decide(failing: readonly Failing[], passing: readonly Failing[]): Failing["clause"] {
  if (failing.some(({ clause }) => clause === undefined)) return undefined;
  const letIn = passing.filter(({ clause }) => clause === undefined).map(({ filter }) => filter);
  return (failing.find(({ filter }) => letIn.includes(filter)) ?? failing[0])?.clause;
}

/** Asks every scoping filter of a version about an object. */
export function failingClauses({ mapping, world }: CompiledVersion): (object: SourceObject) => readonly Failing[] {
  const filters = mapping.filters
    .filter(({ group }) => group === "scoping")
    .map(({ name, clauses }) => ({
      filter: name.text,
      clauses: clauses.map(clause => ({
        compiled: compileClause(clause),
        told: { filter: name.text, clause: clauseText(clause), span: clause.span },
      })),
    }));
  const budget = newBudget(world.regexSteps);
  return ({ attributes }) =>
    filters.map(({ filter, clauses }) => {
      const failing = clauses.find(({ compiled: { attribute, passes } }) => {
        budget.left = budget.limit;
        const passed = passes(attributes.get(attribute) ?? null, budget);
        return isFailure(passed) || !passed;
      });
      return failing === undefined ? { filter } : { filter, clause: failing.told };
    });
}
