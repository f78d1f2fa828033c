import { isList, toText, type Value } from "../../functions/values.ts";
import { member } from "../paths/readTarget.ts";
import type { Resource } from "../ports.ts";
import { jsonObject } from "../requests/targetValue.ts";

/** The source attribute that holds the app roles of a user, each the JSON text of its assignment. */
export const appRoleAssignments = "appRoleAssignments";

/**
 * The assignments as a PATCH without the flag has them, which customize-application-attributes shows under "Provisioning
 * a role to a SCIM app": JSON texts with id, value and displayName. A role that is only a name has no id.
 */
export function assignmentTexts(held: Value): readonly string[] {
  if (held === null) return [];
  return (isList(held) ? held : [held]).map(assignment => {
    const text = toText(assignment);
    const { id, value, displayName } = jsonObject(text) ?? { value: text, displayName: text };
    return JSON.stringify({ id, value: value ?? displayName, displayName: displayName ?? value });
  });
}

/** The assignments behind roles that are sent as objects, in their order; a role without one stands for itself. */
export function assignmentsOf(roles: readonly string[], assignments: readonly string[]): readonly string[] {
  const byValue = new Map(assignments.map(text => [jsonObject(text)?.value, text]));
  return roles.map(role => byValue.get(jsonObject(role)?.value) ?? role);
}

/** True where the target keeps the JSON text of this assignment among its roles: it was added before. */
export function holdsAssignment(resource: Resource, assignment: string): boolean {
  const roles = member(resource, "roles");
  const wanted = jsonObject(assignment)?.value;
  return (
    Array.isArray(roles) &&
    roles.some(role => {
      const text = member(role, "value");
      return typeof text === "string" && wanted !== undefined && jsonObject(text)?.value === wanted;
    })
  );
}
