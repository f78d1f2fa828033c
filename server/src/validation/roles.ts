import type { AttributeMapping, ObjectMapping } from "../model/configuration.ts";

/** The function to use for all roles: it also removes those that a user no longer has. */
export const allRoles = "AssertiveAppRoleAssignmentsComplex";

/** The functions that give every role of a user. */
export const complexRoleFunctions: ReadonlySet<string> = new Set(["AppRoleAssignmentsComplex", allRoles]);

/** The functions that make roles of app role assignments. */
export const roleFunctions: ReadonlySet<string> = new Set([
  ...complexRoleFunctions,
  "AppRoleAssignments",
  "SingleAppRoleAssignment",
]);

/** The role function that fits the target: all roles for an attribute that holds several values, else the one role. */
export function roleReaderFor({ target }: AttributeMapping, { targetAttributes }: ObjectMapping): string {
  return targetAttributes.byName.get(target.text)?.multivalued ? allRoles : "SingleAppRoleAssignment";
}
