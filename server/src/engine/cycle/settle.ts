import type { Course, Ending, WriteAction } from "../course.ts";
import type { SourceObject } from "../ports.ts";
import { shownName } from "../report/names.ts";
import { concealedIn } from "../report/reportCourse.ts";
import type { StepFailure } from "../stepFailure.ts";
import type { Lane } from "./cycleContext.ts";
import { type CycleContext, logEntry } from "./cycleContext.ts";
import { keepInEscrow } from "./escrow.ts";
import type { ExportedValues, KnownObject, Standing } from "./jobStore.ts";
import { courseEntry } from "./logEntry.ts";
import { noteReferences } from "./noteReferences.ts";

/** A source object on its way through a cycle. */
export interface Evaluated {
  readonly object: SourceObject;
  readonly lane: Lane;
  readonly fingerprint: string;
  /** The source does not have it any more. */
  readonly isAbsent?: true;
}

/** Stores what came of an object: its link and values, or its failure; its references, which are to follow; and logs it. */
export function settle(evaluated: Evaluated, course: Course, began: number, context: CycleContext): void {
  const { ending, match, scope } = course;
  if (scope.entitled) context.counts.countEntitled++;
  count(ending, context.counts);
  if (ending.kind === "failure") settleFailure(evaluated, concealedIn(course, ending.failure), context);
  else settleSuccess(evaluated, course, context);
  if (ending.kind !== "skip" || match !== undefined)
    logEntry(context, began, (log, moment) => courseEntry(course, log, moment));
  if (ending.kind !== "skip" && match !== undefined && !isFoundAgain(ending)) context.store();
}

/** What was created is found by what was stored before, so that it may wait for the next commit. */
function isFoundAgain(ending: Ending): boolean {
  return ending.kind === "written" && ending.action === "create";
}

const counters = { create: "created", update: "updated", disable: "disabled", delete: "deleted" } as const satisfies {
  readonly [K in WriteAction]: keyof CycleContext["counts"];
};

function count(ending: Ending, counts: CycleContext["counts"]): void {
  if (ending.kind === "skip") counts.skipped++;
  if (ending.kind === "failure") counts.countEscrowed++;
  if (ending.kind === "written" || (ending.kind === "failure" && ending.step === "Export")) counts.countExports++;
  if (ending.kind !== "written") return;
  counts.countExported++;
  counts[counters[ending.action]]++;
}

/** It is known from now on, so that it is noticed when it leaves; what it held before the failure counts no more. */
function settleFailure({ object, lane, fingerprint }: Evaluated, failure: StepFailure, context: CycleContext): void {
  const { objects } = context.cycle.store;
  const { id, objectType } = object;
  const name = shownName(object, lane.redacted);
  const { standing = "outside", targetId } = objects.find(id) ?? {};
  objects.keep({ id, objectType, name, standing, ...(targetId !== undefined && { targetId }) });
  keepInEscrow({ objectId: id, objectType, name, kind: "object", fingerprint }, failure, context);
}

function settleSuccess(evaluated: Evaluated, course: Course, context: CycleContext): void {
  const { object, lane, fingerprint, isAbsent } = evaluated;
  const { store } = context.cycle;
  const { id, objectType } = object;
  if (isAbsent) {
    store.objects.forget(id);
    return;
  }
  const before = store.objects.find(id);
  const targetId = targetIdAfter(course, before);
  const standing = standingAfter(course, targetId, before);
  if (course.match !== undefined) store.intents.drop(id);
  store.escrows.drop(id);
  const after = { id, objectType, name: shownName(object, lane.redacted), standing, fingerprint };
  const exported = course.flows.length > 0 ? exportedValues(course, store.hash) : undefined;
  store.objects.keep({ ...after, ...(targetId !== undefined && { targetId }) }, exported);
  if (standing === "inScope") noteReferences(course, targetId !== before?.targetId, context);
}

function targetIdAfter({ ending, match, adopted, run }: Course, before: KnownObject | undefined): string | undefined {
  if (run.object.state === "deleted") return undefined;
  if (adopted !== undefined) return adopted.id;
  if (ending.kind === "written" && ending.action === "create") return ending.targetId;
  return match === undefined ? before?.targetId : match.found?.id;
}

function standingAfter(
  { match, scope }: Course,
  targetId: string | undefined,
  before: KnownObject | undefined,
): Standing {
  if (targetId === undefined) return "outside";
  if (match === undefined) return before?.standing ?? "outside";
  if (!scope.entitled) return "unmanaged";
  return scope.active ? "inScope" : "disabled";
}

function exportedValues({ flows, mapped }: Course, hash: (text: string) => string): ExportedValues {
  const values = flows.flatMap(({ row, holds }, index) => {
    if (holds === null || mapped[index]?.compiled.reference) return [];
    return [[row.target, row.redacted ? { hash: hash(JSON.stringify(holds)) } : holds] as const];
  });
  return Object.fromEntries(values);
}
