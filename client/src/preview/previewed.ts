import * as l10n from "@vscode/l10n";
import type { Previewed, PreviewedKey } from "../../../server/src/protocol/previews.ts";
import { counted } from "../counted.ts";

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
  return l10n.t("the group {0} with {1}", group.displayName, counted(members.length, "member"));
}

/** As the language server is asked for it. */
export function keyOf(previewed: Previewed): PreviewedKey {
  if (previewed.kind === "user") return { user: previewed.user.id };
  return { group: previewed.group.id, members: previewed.members.map(({ id }) => id) };
}
