import * as l10n from "@vscode/l10n";
import type { Course, WriteAction } from "../course.ts";
import { toFlowValue } from "../expression/evaluate.ts";
import { redactedIn, shownValue } from "../redaction.ts";
import type { ProvisioningStep, StepName } from "../result.ts";
import type { StepFailure } from "../stepFailure.ts";
import { objectName, targetName, valueText } from "./names.ts";
import { failedConditions, summarize } from "./summary.ts";

/** The steps that a run went through, in the order of the portal: import, scoping, matching, export. */
export function provisioningSteps(course: Course): readonly ProvisioningStep[] {
  const { ending } = course;
  if (ending.kind === "failure" && ending.step === "Import") return [connectionStep(ending.failure)];
  return [importStep(course), scopingStep(course), ...matchingStep(course), ...exportStep(course)];
}

/** Shown only where it fails (provision-on-demand, "Test connection"). */
function connectionStep({ reason }: StepFailure): ProvisioningStep {
  return { name: "EntryImport", type: "Import", status: "Failure", description: reason, details: {} };
}

/** Why the target did not take a reference, or one of them. */
export function failedReference({ flows }: Course): string | undefined {
  const reports = flows.flatMap(({ row }) => row.references ?? []);
  return reports.find(({ outcome }) => outcome === "failed")?.reason;
}

function importStep({ run }: Course): ProvisioningStep {
  const { object } = run;
  const redacted = redactedIn(run);
  const details: [name: string, text: string][] = [];
  object.attributes.forEach((value, name) => {
    const text = valueText(shownValue(toFlowValue(value), redacted.has(name)));
    if (text !== null) details.push([name, text]);
  });
  return {
    name: "EntryImport",
    type: "Import",
    status: "Success",
    description:
      object.objectType === "Group"
        ? l10n.t`Group ${objectName(object)} was read from Microsoft Entra ID.`
        : l10n.t`User ${objectName(object)} was read from Microsoft Entra ID.`,
    details: Object.fromEntries(details),
  };
}

function scopingStep(course: Course): ProvisioningStep {
  const { scope, ending } = course;
  const failed = failedConditions(course);
  const undecided = ending.kind === "failure" && ending.step === "Scoping" ? ending.failure.reason : undefined;
  const clauses = scope.report.filters.flatMap(filter =>
    filter.clauses.map(clause => [`${filter.name}.${clause.text}`, clause.passed] as const),
  );
  return {
    name: "EntrySynchronizationScoping",
    type: "Scoping",
    status: undecided !== undefined ? "Failure" : failed.length === 0 ? "Success" : "Skipped",
    description:
      undecided ?? (failed.length === 0 ? l10n.t("Every condition of provisioning holds.") : failed.join(" ")),
    details: {
      ...Object.fromEntries(scope.report.conditions.map(({ name, passed }) => [name, passed ? "True" : "False"])),
      ScopeEvaluationResult: JSON.stringify(Object.fromEntries(clauses)),
    },
  };
}

function matchingStep({ run, match }: Course): readonly ProvisioningStep[] {
  if (match === undefined) return [];
  const { attempts, found, linked, failure } = match;
  const isGroup = run.object.objectType === "Group";
  const asked = Object.fromEntries(attempts.map(({ targetAttribute, value }) => [targetAttribute, value]));
  const tried = attempts
    .map(({ targetAttribute, value }) => `${targetAttribute} = ${JSON.stringify(value)}`)
    .join(", ");
  const step = { type: "Matching", details: { ...asked, ...(found && { MatchedId: found.id }) } } as const;
  if (failure !== undefined) {
    return [{ ...step, name: "EntryImport", status: "Failure", description: failure.reason }];
  }
  if (found === undefined) {
    const description = isGroup
      ? l10n.t`${targetName(run)} has no group with ${tried}.`
      : l10n.t`${targetName(run)} has no account with ${tried}.`;
    return [{ ...step, name: "EntryImportObjectNotFound", status: "Success", description }];
  }
  const description = linked
    ? linkedSentence(targetName(run), isGroup)
    : matchSentence(targetName(run), isGroup, tried);
  return [{ ...step, name: "EntryImport", status: "Success", description }];
}

function linkedSentence(target: string, isGroup: boolean): string {
  return isGroup
    ? l10n.t`${target} has the group that an earlier run linked.`
    : l10n.t`${target} has the account that an earlier run linked.`;
}

function matchSentence(target: string, isGroup: boolean, tried: string): string {
  return isGroup
    ? l10n.t`${target} has a group that matches ${tried}.`
    : l10n.t`${target} has an account that matches ${tried}.`;
}

const exportNames: Readonly<Record<WriteAction, StepName>> = {
  create: "EntryExportAdd",
  update: "EntryExportUpdate",
  disable: "EntryExportUpdateSoftDelete",
  delete: "EntryExportDelete",
};

function exportStep(course: Course): readonly ProvisioningStep[] {
  const { ending, match } = course;
  const id = ending.kind === "written" ? (ending.targetId ?? match?.found?.id) : match?.found?.id;
  const step = {
    type: "Export",
    description: summarize(course),
    details: id === undefined ? {} : { TargetId: id },
  } as const;
  switch (ending.kind) {
    case "written":
      return [{ ...step, name: exportNames[ending.action], status: failedReference(course) ? "Warning" : "Success" }];
    case "skip":
      return [{ ...step, name: "EntrySynchronizationSkip", status: "Skipped" }];
    case "failure":
      if (ending.action === undefined) return [];
      return [{ ...step, name: exportNames[ending.action], status: "Failure", description: ending.failure.reason }];
  }
}
