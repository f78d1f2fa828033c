import type { CallContext } from "./definition.ts";
import { type Scalar, toText } from "./values.ts";

/** An app role that is assigned to a user: the members of [appRoleAssignments] that provisioning uses. */
export interface AppRole {
  readonly displayName: string;
  readonly value: string;
}

/** The name by which a role is returned: its display name, unless the assumption says its value. */
export function roleName(assignment: Scalar, { assumptions, assume }: CallContext): string {
  const role = readAppRole(assignment);
  if (role.displayName !== role.value) assume("singleRoleMember");
  return role[assumptions.singleRoleMember];
}

/**
 * The JSON text of a role as the target is sent it. The documented samples name the member for people `displayName` in
 * one function and `display` in the other (customize-application-attributes, "Provisioning a role to a SCIM app").
 */
export function roleElement(assignment: Scalar, documented: "displayName" | "display", context: CallContext): string {
  const { displayName, value } = readAppRole(assignment);
  const { roleDisplayMember } = context.assumptions;
  context.assume("roleDisplayMember");
  const member = roleDisplayMember === "asDocumented" ? documented : roleDisplayMember;
  return JSON.stringify({ primary: false, type: "WindowsAzureActiveDirectoryRole", [member]: displayName, value });
}

/** A role is the JSON text of its assignment, or already a name. */
function readAppRole(assignment: Scalar): AppRole {
  const text = toText(assignment);
  try {
    const { displayName, value } = JSON.parse(text) as { displayName?: unknown; value?: unknown };
    if (typeof displayName === "string" || typeof value === "string") {
      return { displayName: String(displayName ?? value), value: String(value ?? displayName) };
    }
  } catch {
    // A name is no JSON.
  }
  return { displayName: text, value: text };
}
