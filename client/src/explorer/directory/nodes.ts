import * as l10n from "@vscode/l10n";
import type { DirectoryGroup, DirectoryUser } from "../../../../server/src/protocol/directory.ts";
import { count, counted } from "../../counted.ts";
import { moreNode, type Node } from "../node.ts";

/** What of the users or groups has come so far. */
export interface Loaded {
  readonly total: number;
  readonly found: number;
  readonly users: readonly DirectoryUser[];
  readonly groups: readonly DirectoryGroup[];
}

export type ObjectType = "User" | "Group";

/** The users or the groups, one of them, or the row that shows more of them. */
export type DirectoryNode = Node &
  (
    | { readonly kind: "list" | "more"; readonly type: ObjectType }
    | { readonly kind: "user"; readonly user: DirectoryUser }
    | { readonly kind: "group"; readonly group: DirectoryGroup }
  );

/** The row above the users or groups, with how many there are, and how many of them have the text that is looked for. */
export function listNode(type: ObjectType, { total, found }: Loaded, search: string): DirectoryNode {
  return {
    kind: "list",
    type,
    id: type,
    label: type === "User" ? l10n.t("Users") : l10n.t("Groups"),
    description: search === "" ? count(total) : l10n.t("{0} of {1} with “{2}”", count(found), count(total), search),
    icon: type === "User" ? "person" : "organization",
    context: "mapwright.directoryList",
    opens: type === "User" || search !== "" ? "expanded" : "collapsed",
  };
}

/** The users or groups that have come so far; the pinned one says so. */
export function objectNodes(type: ObjectType, loaded: Loaded, pinned: string | undefined): readonly DirectoryNode[] {
  const nodes =
    type === "User"
      ? loaded.users.map(user => userNode(user, user.id === pinned))
      : loaded.groups.map(group => groupNode(group, group.id === pinned));
  if (nodes.length >= loaded.found) return nodes;
  const more = { ...moreNode(`${type}/more`, nodes.length, loaded.found), command: "mapwright.showMoreOfDirectory" };
  return [...nodes, { ...more, kind: "more", type }];
}

function userNode(user: DirectoryUser, isPinned: boolean): DirectoryNode {
  const { id, displayName, userPrincipalName, department, mail } = user;
  return {
    kind: "user",
    user,
    id: `User/${id}`,
    label: displayName,
    description: [isPinned ? l10n.t("pinned") : "", userPrincipalName].filter(Boolean).join(" · "),
    tooltip: [displayName, userPrincipalName, department, mail === userPrincipalName ? undefined : mail, id]
      .filter(Boolean)
      .join("\n"),
    icon: isPinned ? "pinned" : "account",
    context: isPinned ? "mapwright.user.pinned" : "mapwright.user",
  };
}

function groupNode(group: DirectoryGroup, isPinned: boolean): DirectoryNode {
  const { id, displayName, members, mail } = group;
  const size = counted(members, "member");
  return {
    kind: "group",
    group,
    id: `Group/${id}`,
    label: displayName,
    description: [isPinned ? l10n.t("pinned") : "", size].filter(Boolean).join(" · "),
    tooltip: [displayName, size, mail, id].filter(Boolean).join("\n"),
    icon: isPinned ? "pinned" : "organization",
    context: isPinned ? "mapwright.group.pinned" : "mapwright.group",
  };
}
