import * as l10n from "@vscode/l10n";
import { InputError } from "../inputError.ts";
import { type JsonFile, memberName } from "../jsonFile.ts";
import type { DirectoryContent, WrittenAssignment } from "./content.ts";
import type { FindId } from "./keys.ts";

/** The texts of the app roles that each assigned object has, by id; an object that is not assigned is absent. */
export type AssignedRoles = ReadonlyMap<string, readonly string[]>;

/**
 * Who is assigned to the application: users and groups by themselves, and the direct members of assigned groups
 * (how-provisioning-works: nested groups are not read). Without an application, an assignment to any counts.
 * Undefined where the file says nothing about assignments. Throws InputError for an assignment of nobody.
 */
export function assignedRoles(
  file: JsonFile,
  { assignments, groups }: DirectoryContent,
  application: string | undefined,
  find: FindId,
): AssignedRoles | undefined {
  if (assignments === undefined) {
    return undefined;
  }
  const members = new Map(groups.map(group => [idOf(group), (group.members ?? []).map(keyOf)]));
  const assigned = new Map<string, readonly string[]>();
  for (const [index, assignment] of assignments.entries()) {
    if (application === undefined || assignment.application === application) {
      const principal = principalOf(file, index, assignment, find);
      const roles = (assignment.roles ?? []).map(roleText);
      for (const id of [principal, ...(members.get(principal) ?? []).map(key => find(key) ?? key)]) {
        assigned.set(id, [...new Set([...(assigned.get(id) ?? []), ...roles])]);
      }
    }
  }
  return assigned;
}

/** The id of a written object. */
export function idOf({ id, objectId }: { readonly id?: string | null; readonly objectId?: string | null }): string {
  return id ?? objectId ?? "";
}

/** The key inside a reference. */
export function keyOf(reference: string | { readonly id: string }): string {
  return typeof reference === "string" ? reference : reference.id;
}

function principalOf(file: JsonFile, index: number, { user, group }: WrittenAssignment, find: FindId): string {
  const key = user ?? group ?? "";
  const id = find(key);
  if (id === undefined) {
    const member = ["assignments", index, user === undefined ? "group" : "user"];
    throw new InputError(
      l10n.t`${file.place(member)}: ${memberName(member)} is "${key}", which is no user or group of the file. Correct it, or add the object.`,
    );
  }
  return id;
}

/** As the attribute appRoleAssignments holds a role: the JSON text of its id, value and displayName. */
export function roleText(role: NonNullable<WrittenAssignment["roles"]>[number]): string {
  return JSON.stringify(typeof role === "string" ? { value: role, displayName: role } : role);
}
