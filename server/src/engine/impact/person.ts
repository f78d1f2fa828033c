import * as l10n from "@vscode/l10n";
import { conceal, redactedTexts } from "../redaction.ts";
import { objectName, shortTarget } from "../report/names.ts";
import type { ScopeReport } from "../result.ts";
import { judgeScope } from "../scope/scope.ts";
import type { ScopeChange } from "./deciding.ts";
import type { Difference } from "./difference.ts";
import type { Comparison } from "./lane.ts";
import type { ImpactPerson } from "./result.ts";
import type { CompiledVersion, Lane } from "./version.ts";

/** What is told of one object for which the versions differ; what its mappings redact is masked. */
export function describePerson(
  lane: Lane,
  comparison: Comparison,
  { action, changes }: Difference,
  change: ScopeChange | undefined,
): ImpactPerson {
  const { object, before } = comparison;
  const { mapping } = lane.after;
  const person: ImpactPerson = {
    id: object.id,
    displayName: objectName(object, mapping),
    objectType: object.objectType,
    mapping: mapping.name.text,
    before: before.action,
    after: action,
    reason: reasonOf(lane, comparison, { action, changes }, change),
    ...(change?.clause && { clause: change.clause }),
    changes,
  };
  return conceal(person, redactedTexts(comparison.mapped(), mapping, object));
}

function reasonOf(
  lane: Lane,
  { object, after }: Comparison,
  { action, changes }: Difference,
  change: ScopeChange | undefined,
): string {
  switch (action) {
    case "create":
      return change?.kind === "joins"
        ? joinReason(lane, object, change)
        : l10n.t("It is in scope and the target does not have it.");
    case "update":
      return l10n.t`Other values flow: ${changes.map(({ target }) => shortTarget(target)).join(", ")}.`;
    case "noChange":
      return l10n.t("It has every value that flows.");
    case "fail":
      return after.because ?? l10n.t("It cannot be provisioned.");
    case "skip":
      return skipReason([after.because, failedConditions(reportOf(lane.after, object))].filter(Boolean).join(" "));
    default:
      return failedConditions(reportOf(lane.after, object)) || (after.because ?? l10n.t("It is out of scope."));
  }
}

function skipReason(reasons: string): string {
  return l10n.t`It is skipped: ${reasons}`;
}

function joinReason({ before, after }: Lane, object: Comparison["object"], { clause }: ScopeChange): string {
  const passing = reportOf(after, object).conditions.find(({ name }) => name === "Scoping filter evaluation passed");
  const comes = passing?.reason ?? l10n.t("It is in scope.");
  if (before === undefined) return l10n.t`${comes} The mapping is new.`;
  const was = clause === undefined ? failedConditions(reportOf(before, object)) : l10n.t`${clause.clause} fails.`;
  return l10n.t`${comes} Before: ${was}`;
}

function failedConditions({ conditions }: ScopeReport): string {
  return conditions
    .filter(({ passed }) => !passed)
    .map(({ reason }) => reason)
    .join(" ");
}

function reportOf({ application, mapping, world }: CompiledVersion, object: Comparison["object"]): ScopeReport {
  return judgeScope(application?.scope ?? "assigned", mapping, object, world.regexSteps).report;
}
