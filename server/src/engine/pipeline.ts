import * as l10n from "@vscode/l10n";
import type { Course, Ending, Run } from "./course.ts";
import { observedEvaluatorIn } from "./expression/explain.ts";
import { compileMapping } from "./flow/compiledMapping.ts";
import { mapObject } from "./flow/mappedValue.ts";
import { findObject } from "./match/find.ts";
import { reportCourse } from "./report/reportCourse.ts";
import type { ProvisioningResult } from "./result.ts";
import { compileJudge, type ScopeVerdict, scopedAttributes } from "./scope/scope.ts";
import { testConnection } from "./testConnection.ts";
import { act } from "./write/act.ts";

export type { Run } from "./course.ts";

/**
 * Runs one object through import, scope, match, map, decide and act. Dry run and real run differ in nothing but the
 * executor. Never throws for what the object, the mapping or the target holds or does.
 */
export async function provision(run: Run): Promise<ProvisioningResult> {
  return reportCourse(await follow(run));
}

/** The same, with all that happened on the way; it holds what a report masks. */
export async function follow(run: Run): Promise<Course> {
  const { application, mapping, world } = run;
  const judge = run.judge ?? compileJudge(application?.scope ?? "assigned", mapping, world.regexSteps);
  const scope = judge(run.object);
  const ending = endBeforeMatching(run, scope);
  if (ending !== undefined) return { run, scope, ...nothing, ending };
  const compiled = run.compiled ?? compileMapping(run.mapping, run.text);
  const evaluate = run.observe && observedEvaluatorIn(run.world, run.observe);
  const mapped = mapObject(compiled, scopedAttributes(run.object, scope), run.world, evaluate);
  if (mapped.some(({ given }) => given.kind === "objectIgnored"))
    return { run, scope, ...nothing, mapped, ending: objectIgnored() };
  const connection = run.testsConnection ? await testConnection(run.mappings ?? [run.mapping], run) : undefined;
  if (connection?.failure !== undefined)
    return {
      run,
      scope,
      ...nothing,
      connection,
      ending: { kind: "failure", step: "Import", failure: connection.failure },
    };
  const match = await findObject(mapped, run);
  return { run, scope, ...(connection && { connection }), match, ...(await act(run, scope, mapped, match)) };
}

const nothing = { mapped: [], flows: [], requests: [], writes: [] } as const;

/** How a run ends in which an attribute mapping gives IgnoreObjectFlow. */
export function objectIgnored(): Ending {
  return { kind: "skip", reason: "IgnoreObjectFlow", because: l10n.t("an attribute mapping gives IgnoreObjectFlow") };
}

/** How a run ends that does not get as far as asking the target; undefined for one that does. */
export function endBeforeMatching(
  { mapping, object, lastKnown }: Pick<Run, "mapping" | "object" | "lastKnown">,
  scope: Pick<ScopeVerdict, "entitled" | "active" | "leftAlone" | "failure">,
): Ending | undefined {
  if (!mapping.enabled)
    return { kind: "skip", reason: "MappingNotEnabled", because: l10n.t("the mapping is not enabled") };
  if (object.state === "deleted" && lastKnown?.manages?.(object.id)) return undefined;
  if (scope.failure !== undefined) {
    const recommendedAction = l10n.t("Correct the clause of the scoping filter.");
    const failure = { errorCode: "ScopingFilterInvalid", reason: scope.failure, recommendedAction };
    return { kind: "failure", step: "Scoping", failure };
  }
  if (scope.leftAlone)
    return {
      kind: "skip",
      reason: "NotEffectivelyEntitled",
      because: l10n.t("an input or category filter leaves it alone"),
    };
  if (lastKnown?.manages?.(object.id) !== false || (scope.entitled && scope.active)) return undefined;
  if (scope.entitled)
    return {
      kind: "skip",
      reason: "NotActiveInSource",
      because: l10n.t("only an object that is active in the source is created"),
    };
  return {
    kind: "skip",
    reason: "NotEffectivelyEntitled",
    because: l10n.t("it is out of scope and this application does not manage it"),
  };
}
