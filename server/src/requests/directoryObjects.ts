import type { SourceObject } from "../engine/ports.ts";
import type { DirectoryGroup, DirectoryMember, DirectoryUser } from "../protocol/directory.ts";

/** What a person recognises a user of the directory by. */
export function describeUser(user: SourceObject): DirectoryUser {
  const userPrincipalName = textOf(user, "userPrincipalName") ?? user.id;
  const mail = textOf(user, "mail");
  const department = textOf(user, "department");
  return {
    id: user.id,
    displayName: textOf(user, "displayName") ?? userPrincipalName,
    userPrincipalName,
    ...(mail === undefined ? {} : { mail }),
    ...(department === undefined ? {} : { department }),
  };
}

/** What a person recognises a group of the directory by. */
export function describeGroup(group: SourceObject): DirectoryGroup {
  const mail = textOf(group, "mail");
  return {
    id: group.id,
    displayName: textOf(group, "displayName") ?? group.id,
    ...(mail === undefined ? {} : { mail }),
    members: memberIds(group).length,
  };
}

/** What a person recognises a member of a group by; the directory may not have it. */
export function describeMember(id: string, member: SourceObject | undefined): DirectoryMember {
  if (member === undefined) return { id, displayName: id };
  const userPrincipalName = textOf(member, "userPrincipalName");
  const displayName = textOf(member, "displayName") ?? userPrincipalName ?? id;
  return { id, displayName, ...(userPrincipalName === undefined ? {} : { userPrincipalName }) };
}

/** The ids of the direct members of a group. */
export function memberIds({ attributes }: SourceObject): readonly string[] {
  return [attributes.get("members") ?? []].flat().map(String);
}

function textOf({ attributes }: SourceObject, name: string): string | undefined {
  const value = attributes.get(name);
  return typeof value === "string" ? value : undefined;
}
