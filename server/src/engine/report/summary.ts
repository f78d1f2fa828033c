import * as l10n from "@vscode/l10n";
import type { Course, WriteAction } from "../course.ts";
import { objectName, shortTarget, targetName } from "./names.ts";

/** Why the object is out of scope or inactive, in sentences; empty where it is neither. */
export function failedConditions({ scope }: Course): readonly string[] {
  return scope.report.conditions.filter(condition => !condition.passed).map(condition => condition.reason);
}

/** What was done, or would be, in one or two sentences for the person. */
export function summarize(course: Course): string {
  const { run, ending } = course;
  const [name, target] = [objectName(run.object), targetName(run)];
  switch (ending.kind) {
    case "failure":
      return l10n.t`${name} cannot be provisioned to ${target}: ${ending.failure.reason}`;
    case "written":
      return (run.executor.kind === "live" ? doneSentence : plannedSentence)(name, target, ending.action, course);
    case "skip":
      if (ending.reason === "RedundantExport") return l10n.t`${name} needs no change in ${target}: ${ending.because}.`;
      return [l10n.t`${name} is skipped in ${target}: ${ending.because}.`, ...failedConditions(course)].join(" ");
  }
}

function doneSentence(name: string, target: string, action: WriteAction, course: Course): string {
  switch (action) {
    case "create":
      return l10n.t`${name} was created in ${target}.`;
    case "update":
      return l10n.t`${name} was updated in ${target}: ${changedAttributes(course)}.`;
    case "disable":
      return l10n.t`${name} was disabled in ${target}.`;
    case "delete":
      return l10n.t`${name} was deleted in ${target}.`;
  }
}

function plannedSentence(name: string, target: string, action: WriteAction, course: Course): string {
  switch (action) {
    case "create":
      return l10n.t`${name} would be created in ${target}.`;
    case "update":
      return l10n.t`${name} would be updated in ${target}: ${changedAttributes(course)}.`;
    case "disable":
      return l10n.t`${name} would be disabled in ${target}.`;
    case "delete":
      return l10n.t`${name} would be deleted in ${target}.`;
  }
}

function changedAttributes({ flows }: Course): string {
  return flows
    .filter(({ row }) => row.why === "changed" || row.why === "default" || row.why === "flowsAlways")
    .map(({ row }) => shortTarget(row.target))
    .join(", ");
}
