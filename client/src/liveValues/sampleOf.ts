import type { DirectoryUser } from "../../../server/src/protocol/directory.ts";
import type { PickedObject } from "../preview/pick.ts";

/** What was picked as the sample whose values are shown; a group is called by its name. */
export function sampleOf(picked: PickedObject): DirectoryUser {
  if (picked.kind === "user") return picked.user;
  const { id, displayName } = picked.group;
  return { id, displayName, userPrincipalName: displayName };
}
