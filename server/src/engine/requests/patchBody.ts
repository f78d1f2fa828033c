import { complexElements, jsonObject, type TargetValue } from "./targetValue.ts";

/** A change of one target attribute. Entra adds where it knows of no value and replaces where it knows one. */
export interface Change extends TargetValue {
  readonly op: "Add" | "Replace";
  /** The elements are sent as the objects that they are, in the place of those that the target has. */
  readonly whole?: true;
  /** The value may be sent and not shown. */
  readonly redacted?: true;
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

function patchValue({ path, value, whole }: Change): unknown {
  if (typeof value === "string") return value;
  if (whole) return value.map(text => jsonObject(text) ?? text);
  return complexElements.has(path.attribute) ? value.map(text => ({ value: elementText(text) })) : value;
}

/** Where roles are added, Entra sends each as JSON text, and not in the form in which it creates them. */
function elementText(text: string): string {
  const element = jsonObject(text);
  if (element === undefined) return text;
  return JSON.stringify({ value: element.value, displayName: element.displayName ?? element.display });
}
