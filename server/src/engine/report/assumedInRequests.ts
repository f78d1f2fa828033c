import type { Run } from "../course.ts";
import type { Change } from "../requests/patchBody.ts";
import type { ReferenceChange } from "../requests/referenceBody.ts";
import { resourceType } from "../requests/resourceType.ts";
import { defaultWire, type Wire } from "../requests/wire.ts";
import type { Write } from "../requests/writes.ts";
import type { EngineAssumption } from "../statedAssumptions.ts";

/** The assumptions that had a part in how these writes are put into requests. */
export function assumedInRequests(writes: readonly Write[], { mapping, wire }: Run): readonly EngineAssumption[] {
  const targetObject = mapping.targetObject.text;
  return writes.flatMap(write => assumedIn(write, targetObject, wire ?? defaultWire));
}

function assumedIn(write: Write, targetObject: string, wire: Wire): readonly EngineAssumption[] {
  const flag = wire.mode === "compliant" ? (["flagInUrl"] as const) : [];
  switch (write.kind) {
    case "create":
      return [...assumedInCreation(write.changes, targetObject, wire), ...flag];
    case "update":
    case "disable":
      return [...assumedInChange(write.changes, wire), ...flag];
    case "reference":
      return [...assumedInReference(write.reference), ...flag];
    case "delete":
      return flag;
  }
}

function assumedInCreation(
  changes: readonly Change[],
  targetObject: string,
  { mode }: Wire,
): readonly EngineAssumption[] {
  const isOther = ({ path: { attribute, element } }: Change) =>
    attribute === "emails" && element?.attribute === "type" && element.value !== "work";
  const isMarked = resourceType(targetObject) === "Group" && mode === "default";
  return [
    ...(isMarked ? (["groupMarkerSchema"] as const) : []),
    ...(changes.some(isOther) ? (["otherEmailPrimary"] as const) : []),
  ];
}

function assumedInChange(changes: readonly Change[], { mode }: Wire): readonly EngineAssumption[] {
  const clears = changes.some(({ cleared }) => cleared) ? (["clearedValue"] as const) : [];
  const whole = changes.filter(({ path }) => path.element === undefined);
  const isLone = [...Map.groupBy(whole, ({ op }) => op).values()].some(({ length }) => length === 1);
  const isRole = changes.some(({ value, assignments }) => typeof value === "string" && assignments !== undefined);
  if (mode === "compliant") return [...clears, ...(isLone ? (["loneChange"] as const) : [])];
  return [...clears, ...(isRole ? (["singleRole"] as const) : [])];
}

function assumedInReference({ kind }: ReferenceChange): readonly EngineAssumption[] {
  switch (kind) {
    case "set":
      return ["referenceCheck", "referenceIsId"];
    case "clear":
      return ["referenceIsCleared"];
    case "add":
    case "remove":
      return ["memberBatch"];
  }
}
