import type { Previewed, PreviewedKey } from "../../../server/src/protocol.ts";

/** The display name of whom a preview is of. */
export function nameOf(previewed: Previewed): string {
  return previewed.kind === "user" ? previewed.user.displayName : previewed.group.displayName;
}

/** The id in the directory. */
export function idOf(previewed: Previewed): string {
  return previewed.kind === "user" ? previewed.user.id : previewed.group.id;
}

/** The user with the user principal name, or the group with how many members come with it: what a person agrees to. */
export function fullNameOf(previewed: Previewed): string {
  if (previewed.kind === "user") return `${previewed.user.displayName} (${previewed.user.userPrincipalName})`;
  const { group, members } = previewed;
  return `the group ${group.displayName} with ${counted(members.length)}`;
}

/** As the language server is asked for it. */
export function keyOf(previewed: Previewed): PreviewedKey {
  if (previewed.kind === "user") return { user: previewed.user.id };
  return { group: previewed.group.id, members: previewed.members.map(({ id }) => id) };
}

function counted(members: number): string {
  return members === 1 ? "one member" : `${members === 0 ? "no" : members} members`;
}
