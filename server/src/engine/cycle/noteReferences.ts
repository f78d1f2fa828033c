import { isNullOrEmpty } from "../../functions/values.ts";
import type { Course } from "../course.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import { resourceType } from "../requests/resourceType.ts";
import type { FlowValue } from "../result.ts";
import type { CycleContext } from "./cycleContext.ts";
import type { KeptReference } from "./jobStore.ts";

/**
 * Notes the references of an object that flow and have changed, to be written once all objects are there. Those that point
 * to an object which comes into scope later are not noted again: Entra sets them right at a restart (known-issues). `isMoved`:
 * the target has another object for it than before, of whose references nothing is known.
 */
export function noteReferences(
  { run, mapped, flows }: Course,
  isMoved: boolean,
  { cycle: { store }, generation }: CycleContext,
): void {
  for (const [index, value] of mapped.entries()) {
    const wanted = wantedBy(value);
    const row = flows[index]?.row;
    if (wanted === undefined || row?.why !== "reference") continue;
    const target = value.compiled.mapping.target.text;
    const before = store.references.find(run.object.id, target);
    const kept = isMoved ? undefined : before;
    const isMembers = resourceType(run.mapping.targetObject.text) === "Group" && target === "members";
    const shown = isMembers ? [] : textsOf(row.oldValue);
    const isNowhere = before === undefined && wanted.length === 0 && shown.length === 0;
    if (isNowhere || (kept !== undefined && isSettled(kept, wanted, generation))) continue;
    store.references.keep(run.object.id, target, {
      wanted,
      generation,
      status: kept?.status === "sent" ? "sent" : "pending",
      ...(kept?.held && { held: kept.held }),
      ...(kept?.held === undefined && shown.length > 0 && { shown }),
    });
  }
}

function isSettled({ wanted: before, generation, status }: KeptReference, wanted: readonly string[], now: string) {
  const isSame = before.length === wanted.length && before.every((id, index) => id === wanted[index]);
  return isSame && generation === now && status === "settled";
}

function wantedBy({ compiled, given, redacted }: MappedValue): readonly string[] | undefined {
  const isReference = compiled.reference && compiled.path.kind === "path" && redacted === undefined;
  return isReference && given.kind === "value" ? textsOf(given.value) : undefined;
}

function textsOf(value: FlowValue): readonly string[] {
  if (value === null || isNullOrEmpty(value)) return [];
  return typeof value === "string" ? [value] : value;
}
