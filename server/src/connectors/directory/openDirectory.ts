import type { ObjectFact } from "../../catalogue/attribute.ts";
import { findObject } from "../../catalogue/index.ts";
import type { SourceObject } from "../../engine/ports.ts";
import type { Value } from "../../functions/values.ts";
import { InputError } from "../inputError.ts";
import { type JsonFile, memberName, readJsonFile, refused } from "../jsonFile.ts";
import { type AssignedRoles, assignedRoles, idOf, keyOf } from "./assignments.ts";
import { attributesOf } from "./attributes.ts";
import { contentSchema, type DirectoryContent, type WrittenGroup, type WrittenUser } from "./content.ts";
import { type FindId, indexByKey } from "./keys.ts";

/** The source users and groups, in the order of the file. */
export interface Directory {
  readonly users: readonly SourceObject[];
  readonly groups: readonly SourceObject[];
  /**
   * The object with that id, userPrincipalName (of a guest: either form), mail or, for a group, displayName; case does
   * not matter. Throws InputError where several have it.
   */
  readonly find: (key: string) => SourceObject | undefined;
}

/**
 * Reads a directory file, with assignments as one application sees them. A file without assignments has everybody
 * assigned. Throws InputError for a file that cannot be read or holds what it may not.
 */
export async function openDirectory(path: string, application?: string): Promise<Directory> {
  const file = await readJsonFile(path);
  const parsed = contentSchema(file.value).safeParse(file.value);
  if (!parsed.success) {
    throw refused(file, parsed.error.issues);
  }
  const content = parsed.data;
  refuseRepeatedIds(file, content);
  const find = indexByKey(path, [...content.users.map(userNames), ...content.groups.map(groupNames)]);
  const roles = assignedRoles(file, content, application, find);
  const users = content.users.map(written => user(written, roles, find));
  const groups = content.groups.map(written => group(written, roles, find));
  const byId = new Map([...users, ...groups].map(object => [object.id, object]));
  return { users, groups, find: key => byId.get(find(key) ?? "") };
}

function user(written: WrittenUser, assigned: AssignedRoles | undefined, find: FindId): SourceObject {
  const attributes = attributesOf(written, entraObject("User"));
  attributes.set("userPrincipalName", homeAddress(written.userPrincipalName));
  if (written.manager) {
    attributes.set("manager", idFor(written.manager, find));
  }
  const roles = assigned?.get(idOf(written)) ?? [];
  if (roles.length > 0) {
    attributes.set("appRoleAssignments", roles);
  }
  return sourceObject("User", written, attributes, assigned);
}

function group(written: WrittenGroup, assigned: AssignedRoles | undefined, find: FindId): SourceObject {
  const attributes = attributesOf(written, entraObject("Group"));
  if (written.members !== undefined) {
    attributes.set(
      "members",
      written.members.map(member => idFor(member, find)),
    );
  }
  return sourceObject("Group", written, attributes, assigned);
}

function sourceObject(
  objectType: "User" | "Group",
  written: WrittenUser | WrittenGroup,
  attributes: ReadonlyMap<string, Value>,
  assigned: AssignedRoles | undefined,
): SourceObject {
  const id = idOf(written);
  const present = written.deletedDateTime ? "softDeleted" : "present";
  return {
    id,
    objectType,
    attributes: new Map([["objectId", id], ...attributes]),
    state: written.permanentlyDeleted ? "deleted" : present,
    assigned: assigned === undefined || assigned.has(id),
  };
}

function entraObject(name: "User" | "Group"): ObjectFact {
  return findObject("source", name) ?? { name, attributes: [] };
}

/** A reference to an object outside the file keeps its key. */
function idFor(reference: string | { readonly id: string }, find: FindId): string {
  return find(keyOf(reference)) ?? keyOf(reference);
}

/** alias_home.example#EXT#@tenant is alias@home.example to provisioning (how-provisioning-works, B2B guest users). */
function homeAddress(userPrincipalName: string): string {
  const [, alias, domain] = /^(.*)_([^_]*)#EXT#@/i.exec(userPrincipalName) ?? [];
  return alias === undefined ? userPrincipalName : `${alias}@${domain}`;
}

function userNames(written: WrittenUser) {
  const { userPrincipalName, mail } = written;
  return { id: idOf(written), names: [userPrincipalName, homeAddress(userPrincipalName), ...(mail ? [mail] : [])] };
}

function groupNames(written: WrittenGroup) {
  return { id: idOf(written), names: [written.displayName, written.mail].filter(name => typeof name === "string") };
}

function refuseRepeatedIds(file: JsonFile, { users, groups }: DirectoryContent): void {
  const seen = new Set<string>();
  for (const [list, objects] of [
    ["users", users],
    ["groups", groups],
  ] as const) {
    for (const [index, written] of objects.entries()) {
      const id = idOf(written).toLowerCase();
      if (seen.has(id)) {
        const member = [list, index, "id"];
        throw new InputError(
          `${file.place(member)}: ${memberName(member)} is "${id}", as another object has. Give each its own.`,
        );
      }
      seen.add(id);
    }
  }
}
