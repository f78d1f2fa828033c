import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { DirectoryGroup, DirectoryMember, DirectoryUser } from "../../../server/src/protocol/directory.ts";
import type { Environment } from "../../../server/src/protocol/environments.ts";
import { counted } from "../counted.ts";

/** What provision on demand takes with a group at a time (provision-on-demand, "Known limitations"). */
export const mostMembers = 5;

/** A user or a group that was picked. */
export type PickedObject =
  | { readonly kind: "user"; readonly user: DirectoryUser }
  | { readonly kind: "group"; readonly group: DirectoryGroup };

/** Lets the person choose a user or a group by name, userPrincipalName, mail or department. The last one comes first. */
export async function pickObject(
  users: readonly DirectoryUser[],
  groups: readonly DirectoryGroup[],
  last: string | undefined,
): Promise<PickedObject | undefined> {
  const row = await window.showQuickPick(objectItems({ users, groups }, last, l10n.t("last previewed")), {
    title: l10n.t("Preview Provisioning"),
    placeHolder:
      users.length === 0 ? l10n.t("A group, by name or mail") : l10n.t("A user, by name, user principal name or mail"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return row?.object;
}

/** A separator has no id. */
interface Row extends QuickPickItem {
  readonly id?: string;
}

/** A separator has no object. */
export interface ObjectItem extends Row {
  readonly object?: PickedObject;
}

/** The rows of users and of groups, the one of that id first, under its own heading. */
export function objectItems(
  { users, groups }: { readonly users: readonly DirectoryUser[]; readonly groups: readonly DirectoryGroup[] },
  first: string | undefined,
  heading: string,
): readonly ObjectItem[] {
  const items: readonly ObjectItem[] = [
    ...users.map(user => ({ ...userItem(user), id: user.id, object: { kind: "user", user } as const })),
    ...(users.length > 0 && groups.length > 0 ? [separator(l10n.t("groups"))] : []),
    ...groups.map(group => ({ ...groupItem(group), id: group.id, object: { kind: "group", group } as const })),
  ];
  return lastFirst(items, first, heading);
}

/** Lets the person choose the members that come with a group: those of last time, or the first ones, are chosen already. */
export async function pickMembers(
  { displayName }: DirectoryGroup,
  members: readonly DirectoryMember[],
  last: readonly DirectoryMember[],
): Promise<readonly DirectoryMember[] | undefined> {
  const before = new Set((last.length > 0 ? last : members.slice(0, mostMembers)).map(({ id }) => id));
  const picked = await window.showQuickPick(
    members.map(member => ({ ...memberItem(member), member, picked: before.has(member.id) })),
    {
      title: l10n.t("Members of {0}", displayName),
      placeHolder: l10n.t("Up to {0} members come with a group on demand", mostMembers),
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  const chosen = picked?.map(({ member }) => member);
  if (chosen === undefined || chosen.length <= mostMembers) return chosen;
  void window.showWarningMessage(
    l10n.t("Provision on demand takes up to {0} members: these are {1}.", mostMembers, chosen.length),
  );
  return pickMembers({ displayName, id: "", members: members.length }, members, chosen);
}

function lastFirst<T extends Row>(
  items: readonly T[],
  first: string | undefined,
  heading: string,
): readonly (T | Row)[] {
  const recent = items.filter(({ id }) => id !== undefined && id === first);
  if (recent.length === 0) return items;
  return [
    separator(heading),
    ...recent,
    separator(l10n.t("directory")),
    ...items.filter(item => !recent.includes(item)),
  ];
}

/** The environment to run in: the only one without asking; otherwise the person chooses, and the preferred one comes first. */
export async function pickEnvironment(
  environments: readonly Environment[],
  preferred: string,
): Promise<Environment | undefined> {
  if (environments.length < 2) return environments[0];
  const first = environments.filter(({ name }) => name === preferred);
  const others = environments.filter(({ name }) => name !== preferred);
  const items = [...first, ...others].map(environment => ({ ...environmentItem(environment), environment }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Environment"),
    placeHolder: l10n.t("The endpoint to run against"),
  });
  return picked?.environment;
}

function userItem({ displayName, userPrincipalName, mail, department }: DirectoryUser): QuickPickItem {
  const otherMail = mail?.toLowerCase() === userPrincipalName.toLowerCase() ? undefined : mail;
  const detail = [department, otherMail].filter(Boolean).join(" · ");
  return { label: displayName, description: userPrincipalName, ...(detail && { detail }) };
}

function groupItem({ displayName, mail, members }: DirectoryGroup): QuickPickItem {
  const description = `$(organization) ${counted(members, "member")}`;
  return { label: displayName, description, ...(mail !== undefined && { detail: mail }) };
}

function memberItem({ displayName, userPrincipalName }: DirectoryMember): QuickPickItem {
  return { label: displayName, ...(userPrincipalName !== undefined && { description: userPrincipalName }) };
}

function environmentItem({ name, endpoint, write }: Environment): QuickPickItem {
  return {
    label: name,
    description: endpoint === "sandbox" ? l10n.t("the embedded SCIM endpoint") : endpoint,
    detail: write ? l10n.t("Previews and provisioning") : l10n.t("Read-only: previews"),
  };
}

function separator(label: string): Row {
  return { label, kind: QuickPickItemKind.Separator };
}
