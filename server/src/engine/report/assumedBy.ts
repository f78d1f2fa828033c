import type { AssumptionName } from "../../functions/assumptions.ts";
import type { Course } from "../course.ts";
import type { EngineAssumption } from "../statedAssumptions.ts";

/** The assumptions that had a part in a run, in the order in which they came up. */
export function assumedBy(course: Course): readonly (AssumptionName | EngineAssumption)[] {
  const { scope, match, mapped, flows } = course;
  return [
    ...scope.assumptions,
    ...(match?.assumptions ?? []),
    ...mapped.flatMap(value => value.assumptions),
    ...(flows.some(({ row }) => row.why === "empty" && row.newValue === "") ? (["emptyTextIsNotSent"] as const) : []),
    ...assumedOnWriting(course),
  ];
}

function assumedOnWriting({ ending, match }: Course): readonly EngineAssumption[] {
  if (match?.found === undefined || ending.kind === "failure") return [];
  const disabling = ending.kind === "written" && ending.action === "disable";
  return disabling ? ["linkedByMatch", "softDeleteSendsOnly"] : ["linkedByMatch"];
}
