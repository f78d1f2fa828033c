import { objectFilter } from "../../functions/specialWords.ts";
import { isNullOrEmpty } from "../../functions/values.ts";
import { readTarget } from "../paths/readTarget.ts";
import type { TargetPath } from "../paths/targetPath.ts";
import type { Resource } from "../ports.ts";
import { shownValue } from "../redaction.ts";
import type { Change } from "../requests/patchBody.ts";
import type { AttributeFlow, FlowReason, FlowValue } from "../result.ts";
import { type CompiledMapping, sentType } from "./compiledMapping.ts";
import { sameValue, valuesBeyond } from "./difference.ts";
import { fitToTarget } from "./fitToTarget.ts";
import type { MappedValue } from "./mappedValue.ts";
import { assignmentsOf, holdsAssignment } from "./roleAssignments.ts";

/** Which mappings flow: all at creation, all but those for creation on update, those of IsSoftDeleted when disabling. */
export type FlowOccasion = "create" | "update" | "disable";

/** A row for the person, and what is sent of it. */
export interface Flow {
  readonly row: AttributeFlow;
  /** What the target holds afterwards, not masked. */
  readonly holds: FlowValue;
  readonly change?: Change;
  /** Entra's error code, for a row whose problem ends the run. */
  readonly errorCode?: string;
}

/** What flows of a mapping into the target's object; `existing` is absent at creation. `clears`: an update takes away what the source has not any more. */
export function flowOf(mapped: MappedValue, occasion: FlowOccasion, existing?: Resource, clears = false): Flow {
  const { compiled, given } = mapped;
  const { path } = compiled;
  const oldValue = existing === undefined || path.kind === "invalid" ? null : readTarget(existing, path);
  const stays = (why: FlowReason) => row(mapped, oldValue, given.kind === "value" ? given.value : null, why);
  if (occasion === "disable" && !compiled.dependsOnIsSoftDeleted) return stays("notFlowing");
  if (given.kind === "problem") return problem(mapped, oldValue, given.message, "AttributeValidationFailed");
  if (given.kind === "candidates") return stays("onlyDuringCreation");
  if (given.kind !== "value") return stays("flowIgnored");
  if (path.kind === "invalid" || compiled.mapping.target.text === objectFilter) return stays("notFlowing");
  if (occasion !== "create" && isForCreation(compiled)) return stays("onlyDuringCreation");
  if (compiled.mapping.flowType === "AttributeAddOnly" && isHeld(oldValue)) return stays("notFlowing");
  if (compiled.reference) return stays("reference");
  return valueFlow({ mapped, path, occasion, oldValue, existing, clears }, given.value);
}

/** What the target never returns cannot be compared, and so is sent once. */
function isForCreation({ mapping, fact }: CompiledMapping): boolean {
  return mapping.flowType === "ObjectAddOnly" || fact?.mutability === "WriteOnly";
}

function isHeld(oldValue: FlowValue): boolean {
  return oldValue !== null && !isNullOrEmpty(oldValue);
}

interface Candidate {
  readonly mapped: MappedValue;
  readonly path: TargetPath;
  readonly occasion: FlowOccasion;
  readonly oldValue: FlowValue;
  readonly existing: Resource | undefined;
  readonly clears: boolean;
}

function valueFlow(candidate: Candidate, given: FlowValue): Flow {
  const { mapped, occasion, oldValue } = candidate;
  const { defaultValue, source } = mapped.compiled.mapping;
  const usesDefault = occasion === "create" && given === null && defaultValue !== undefined;
  const value = usesDefault ? defaultValue : given;
  if (value === null || isNullOrEmpty(value)) {
    if (isCleared(candidate)) return cleared(candidate);
    return row(mapped, oldValue, value, source.kind === "None" ? "notFlowing" : "empty");
  }
  const fitted = fitToTarget(value, mapped);
  if (fitted.kind === "misfit") return problem(mapped, oldValue, fitted.message, fitted.errorCode);
  return changeFlow(candidate, fitted.value, usesDefault ? "default" : "changed");
}

/** One value, which the target can be without: neither required nor what the object is matched by, nor one that is only added. */
function isCleared({ mapped: { compiled }, occasion, oldValue, clears }: Candidate): boolean {
  const { mapping, fact } = compiled;
  const isNeeded = fact?.required === true || mapping.matchingPrecedence !== undefined;
  const isOne = typeof oldValue === "string" && oldValue !== "";
  const isTaken = clears && occasion === "update" && mapping.flowType === "Always";
  return isTaken && isOne && !isNeeded && mapping.source.kind !== "None";
}

function cleared({ mapped, path, oldValue }: Candidate): Flow {
  const { mapping } = mapped.compiled;
  const change: Change = {
    target: mapping.target.text,
    path,
    type: sentType(mapped.compiled),
    value: "",
    op: "Replace",
    cleared: true,
  };
  return { ...row(mapped, oldValue, null, "changed"), change };
}

function changeFlow(candidate: Candidate, value: string | readonly string[], why: FlowReason): Flow {
  const { mapped, oldValue } = candidate;
  const caseExact = mapped.compiled.fact?.caseExact === true;
  if (oldValue !== null && typeof value !== "string" && isAddOnly(mapped.compiled)) {
    const added = valuesBeyond(value, oldValue, caseExact);
    if (added.length === 0) return row(mapped, oldValue, oldValue, "unchanged");
    return { ...row(mapped, oldValue, [oldValue, added].flat(), why), change: change(candidate, added, "Add") };
  }
  const isSame = sameValue(oldValue, value, caseExact) || isAddedRole(candidate);
  const always = mapped.compiled.mapping.flowBehavior === "FlowAlways";
  if (isSame && !always) return row(mapped, oldValue, value, "unchanged");
  const op = isHeld(oldValue) ? "Replace" : "Add";
  return { ...row(mapped, oldValue, value, isSame ? "flowsAlways" : why), change: change(candidate, value, op) };
}

/** A single role may have been added as the text of its assignment, so that it is not found at its path. */
function isAddedRole({ mapped: { compiled, assignments = [] }, path, existing }: Candidate): boolean {
  const [assignment] = compiled.singleRole && isRoleElement(path) ? assignments : [];
  return existing !== undefined && assignment !== undefined && holdsAssignment(existing, assignment);
}

function isAddOnly({ mapping, patch }: CompiledMapping): boolean {
  return mapping.flowType === "MultiValueAddOnly" || mapping.flowType === "ValueAddOnly" || patch === "Add";
}

function change({ mapped, path }: Candidate, value: string | readonly string[], op: Change["op"]): Change {
  const { mapping, patch } = mapped.compiled;
  return {
    target: mapping.target.text,
    path,
    type: sentType(mapped.compiled),
    value,
    op: patch ?? op,
    ...(patch === "Replace" && { whole: true }),
    ...assignmentsBehind(value, path, mapped),
    ...(mapped.redacted && { redacted: true }),
  };
}

function assignmentsBehind(
  value: string | readonly string[],
  path: TargetPath,
  { assignments }: MappedValue,
): Pick<Change, "assignments"> {
  if (assignments === undefined) return {};
  if (typeof value !== "string") return { assignments: assignmentsOf(value, assignments) };
  return isRoleElement(path) ? { assignments } : {};
}

/** The place of the one role: `roles[primary eq "True"].value`. */
function isRoleElement({ attribute, element }: TargetPath): boolean {
  return attribute === "roles" && element !== undefined;
}

function problem(mapped: MappedValue, oldValue: FlowValue, message: string, errorCode: string): Flow {
  const flow = row(mapped, oldValue, null, "problem");
  return { ...flow, row: { ...flow.row, problem: message }, errorCode };
}

function row({ compiled, redacted }: MappedValue, oldValue: FlowValue, newValue: FlowValue, why: FlowReason): Flow {
  const { mapping, source } = compiled;
  return {
    row: {
      target: mapping.target.text,
      mappingType: mapping.source.kind === "Unreadable" ? "Expression" : mapping.source.kind,
      source,
      oldValue: shownValue(oldValue, redacted !== undefined),
      newValue: shownValue(newValue, redacted !== undefined),
      ...(redacted && { redacted: true }),
      why,
      span: mapping.span,
    },
    holds: why === "changed" || why === "default" ? newValue : oldValue,
  };
}
