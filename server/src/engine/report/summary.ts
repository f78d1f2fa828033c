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
      return `${name} cannot be provisioned to ${target}: ${ending.failure.reason}`;
    case "written": {
      const verb = `${run.executor.kind === "live" ? "was" : "would be"} ${participles[ending.action]}`;
      return `${name} ${verb} in ${target}${changedAttributes(course)}.`;
    }
    case "skip":
      if (ending.reason === "RedundantExport") return `${name} needs no change in ${target}: ${ending.because}.`;
      return [`${name} is skipped in ${target}: ${ending.because}.`, ...failedConditions(course)].join(" ");
  }
}

const participles: Readonly<Record<WriteAction, string>> = {
  create: "created",
  update: "updated",
  disable: "disabled",
  delete: "deleted",
};

function changedAttributes({ ending, flows }: Course): string {
  if (ending.kind !== "written" || ending.action !== "update") return "";
  return `: ${flows
    .filter(({ row }) => row.why === "changed" || row.why === "default" || row.why === "flowsAlways")
    .map(({ row }) => shortTarget(row.target))
    .join(", ")}`;
}
