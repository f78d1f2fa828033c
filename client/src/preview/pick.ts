import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { DirectoryUser, Environment } from "../../../server/src/protocol.ts";

/** Lets the person choose a user by name, userPrincipalName, mail or department. The last one comes first. */
export async function pickUser(
  users: readonly DirectoryUser[],
  last: string | undefined,
): Promise<DirectoryUser | undefined> {
  const picked = await window.showQuickPick<UserItem>(userItems(users, last, "last previewed"), {
    title: "Preview Provisioning",
    placeHolder: "A user, by name, user principal name or mail",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.user;
}

/** A separator has no user. */
export interface UserItem extends QuickPickItem {
  readonly user?: DirectoryUser;
}

/** The rows of users, the one of that id first, under its own heading. */
export function userItems(
  users: readonly DirectoryUser[],
  first: string | undefined,
  heading: string,
): readonly UserItem[] {
  const items = users.map((user): UserItem => ({ ...userItem(user), user }));
  const recent = items.filter(({ user }) => user?.id === first);
  const others = items.filter(({ user }) => user?.id !== first);
  return recent.length > 0 ? [separator(heading), ...recent, separator("directory"), ...others] : others;
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
    title: "Environment",
    placeHolder: "The endpoint to run against",
  });
  return picked?.environment;
}

function userItem({ displayName, userPrincipalName, mail, department }: DirectoryUser): QuickPickItem {
  const otherMail = mail?.toLowerCase() === userPrincipalName.toLowerCase() ? undefined : mail;
  const detail = [department, otherMail].filter(Boolean).join(" · ");
  return { label: displayName, description: userPrincipalName, ...(detail && { detail }) };
}

function environmentItem({ name, endpoint, write }: Environment): QuickPickItem {
  return {
    label: name,
    description: endpoint === "sandbox" ? "the embedded SCIM endpoint" : endpoint,
    detail: write ? "Previews and provisioning" : "Read-only: previews",
  };
}

function separator(label: string): QuickPickItem {
  return { label, kind: QuickPickItemKind.Separator };
}
