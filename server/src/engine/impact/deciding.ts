import type { ScopeReport } from "../result.ts";
import { judgeScope } from "../scope.ts";
import type { Comparison, Lane } from "./lane.ts";
import type { DecidingClause } from "./result.ts";
import type { CompiledVersion } from "./version.ts";

/** Whether an object comes into scope or falls out of it, and the clause that made the difference, where one did. */
export interface ScopeChange {
  readonly kind: "joins" | "leaves";
  readonly clause?: DecidingClause;
}

/** How the scope of an object differs between the versions; undefined where it does not. */
export function scopeChange({ before, after }: Lane, { object, scope }: Comparison): ScopeChange | undefined {
  const [was, is] = [scope.before === "inScope", scope.after === "inScope"];
  if (was === is) return undefined;
  const kind = is ? "joins" : "leaves";
  const [failing, passing] = is ? [before, after] : [after, before];
  if (failing === undefined) return { kind };
  const clause = failingClause(reportOf(failing, object), passing && reportOf(passing, object));
  return clause === undefined ? { kind } : { kind, clause: { version: is ? "before" : "after", ...clause } };
}

/** Every condition of scope with its reason, for one object. */
export function reportOf({ application, mapping, world }: CompiledVersion, object: Comparison["object"]): ScopeReport {
  return judgeScope(application?.scope ?? "assigned", mapping, object, world.regexSteps).report;
}

/** The first clause that fails: of the filter by which the other version lets the object in, where there is one of that name. */
function failingClause(
  { conditions, filters }: ScopeReport,
  other: ScopeReport | undefined,
): Omit<DecidingClause, "version"> | undefined {
  if (conditions.every(({ name, passed }) => passed || !name.endsWith("filter evaluation passed"))) return undefined;
  const letIn = other?.filters.filter(({ passed }) => passed).map(({ name }) => name) ?? [];
  const failing = filters.filter(({ passed }) => !passed);
  const filter = failing.find(({ name }) => letIn.includes(name)) ?? failing[0];
  const clause = filter?.clauses.find(({ passed }) => !passed);
  return filter && clause && { filter: filter.name, clause: clause.text, span: clause.span };
}
