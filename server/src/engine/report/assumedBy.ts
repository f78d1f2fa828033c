import type { AssumptionName } from "../../functions/assumptions.ts";
import type { Course } from "../course.ts";
import { isEscaped } from "../requests/reads.ts";
import type { EngineAssumption } from "../statedAssumptions.ts";
import { assumedInRequests } from "./assumedInRequests.ts";

/** The assumptions that had a part in a run, in the order in which they came up. */
export function assumedBy(course: Course): readonly (AssumptionName | EngineAssumption)[] {
  const { scope, match, mapped, flows, requests } = course;
  return [
    ...scope.assumptions,
    ...(match?.assumptions ?? []),
    ...(requests.some(isEscaped) ? (["filterEscapes"] as const) : []),
    ...mapped.flatMap(value => value.assumptions),
    ...(flows.some(isReplacedByAdding(course)) ? (["changedValueIsAdded"] as const) : []),
    ...(flows.some(({ row }) => row.why === "empty" && row.newValue === "") ? (["emptyTextIsNotSent"] as const) : []),
    ...assumedOnWriting(course),
  ];
}

function isReplacedByAdding({ mapped }: Course): (flow: Course["flows"][number], index: number) => boolean {
  return ({ change }, index) => change?.op === "Replace" && mapped[index]?.compiled.mapping.flowType === "ValueAddOnly";
}

function assumedOnWriting({ run, scope, ending, match, writes, requests }: Course): readonly EngineAssumption[] {
  if (ending.kind === "failure") return [];
  const isInactiveLeft = ending.kind === "skip" && ending.reason === "NoSoftDeleteMapping" && !scope.active;
  const action = ending.kind === "written" ? ending.action : undefined;
  const metConflict = requests.some(({ purpose, status }) => purpose === "create" && status === 409);
  const isGroupLeaving = action === "delete" && run.object.state !== "deleted";
  return [
    ...(match?.found !== undefined && !match.linked ? (["linkedByMatch"] as const) : []),
    ...(metConflict ? (["conflictIsMatched"] as const) : []),
    ...(action === "disable" ? (["softDeleteSendsOnly"] as const) : []),
    ...(isInactiveLeft ? (["inactiveIsLeftAlone"] as const) : []),
    ...(isGroupLeaving ? (["groupIsDeleted"] as const) : []),
    ...assumedInRequests(writes, run),
  ];
}
