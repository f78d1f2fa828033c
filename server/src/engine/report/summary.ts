import type { Course, WriteAction } from "../course.ts";
import { objectName, shortTarget, targetName } from "./names.ts";

/** What was done, or would be, in one or two sentences for the person. */
export function summarize(course: Course): string {
  return [mainSentence(course), ...referenceSentence(course)].join(" ");
}

/** Why the object is out of scope or inactive, in sentences; empty where it is neither. */
export function failedConditions({ scope }: Course): readonly string[] {
  return scope.report.conditions.filter(condition => !condition.passed).map(condition => condition.reason);
}

function mainSentence(course: Course): string {
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
    .filter(flow => flow.change)
    .map(({ row }) => shortTarget(row.target))
    .join(", ")}`;
}

function referenceSentence({ ending, flows }: Course): readonly string[] {
  const references = flows.filter(({ row }) => row.why === "reference" && row.newValue !== null);
  if (ending.kind === "failure" || references.length === 0) return [];
  return [
    `References follow in a second step, which this run leaves out: ${references.map(({ row }) => shortTarget(row.target)).join(", ")}.`,
  ];
}
