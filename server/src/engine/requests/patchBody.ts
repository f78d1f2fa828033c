import { complexElements, type TargetValue } from "./targetValue.ts";

/** A change of one target attribute. Entra adds where it knows of no value and replaces where it knows one. */
export interface Change extends TargetValue {
  readonly op: "Add" | "Replace";
}

/**
 * The body of the PATCH that makes these changes, as Entra writes it without the `aadOptscim062020` flag: one operation
 * for each attribute, its name verbatim as the path, values as texts
 * (application-provisioning-config-problem-scim-compatibility).
 */
export function patchBody(changes: readonly Change[]): string {
  return JSON.stringify({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    Operations: changes.map(change => ({ op: change.op, path: change.target, value: patchValue(change) })),
  });
}

function patchValue({ path, value }: Change): unknown {
  if (typeof value === "string" || !complexElements.has(path.attribute)) return value;
  return value.map(text => ({ value: text }));
}
