import { type Disposable, l10n, type QuickInputButton, type QuickPickItem, ThemeIcon, window } from "vscode";
import type { DirectoryAnswer } from "../../../../server/src/protocol/views.ts";
import type { ViewServer } from "../viewServer.ts";
import { type DirectoryNode, objectNodes } from "./nodes.ts";

/** What can be done with what is found. */
export interface Actions {
  readonly pin: (node: DirectoryNode) => Promise<void>;
  readonly preview: (node: DirectoryNode) => Promise<void>;
  readonly filter: (text: string) => Promise<void>;
}

/** How many of each are offered. */
const most = 50;

const previewButton: QuickInputButton = {
  iconPath: new ThemeIcon("open-preview"),
  tooltip: l10n.t("Preview Provisioning…"),
};

/** A separator has neither. */
interface Row extends QuickPickItem {
  readonly node?: DirectoryNode;
  /** The text by which the view is filtered. */
  readonly filter?: string;
}

/** Lets the person look for a user or a group in a directory of any size. Enter pins, the button beside it previews, the last row filters the view. */
export async function findInDirectory(uri: string | undefined, server: ViewServer, actions: Actions): Promise<void> {
  const input = window.createQuickPick<Row>();
  Object.assign(input, {
    title: l10n.t("Find User or Group"),
    placeholder: l10n.t("A part of a name, user principal name, mail, department or id. Enter pins."),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  let asked = 0;
  const look = async (text: string) => {
    const turn = ++asked;
    input.busy = true;
    const rows = uri === undefined ? [] : await rowsOf(uri, text, server);
    if (turn !== asked) return;
    input.items = rows;
    input.busy = false;
  };
  const listeners: readonly Disposable[] = [
    input.onDidChangeValue(look),
    input.onDidTriggerItemButton(({ item }) => {
      input.hide();
      if (item.node !== undefined) void actions.preview(item.node);
    }),
    input.onDidAccept(() => {
      const [{ node, filter } = {}] = input.selectedItems;
      input.hide();
      if (node !== undefined) void actions.pin(node);
      if (filter !== undefined) void actions.filter(filter);
    }),
    input.onDidHide(() => {
      for (const each of [...listeners, input]) each.dispose();
    }),
  ];
  input.show();
  await look("");
}

async function rowsOf(uri: string, text: string, server: ViewServer): Promise<readonly Row[]> {
  const page = (type: "User" | "Group") => server.directory({ uri, type, search: text, offset: 0, limit: most });
  const [users, groups] = [await page("User"), await page("Group")];
  const refused = [users, groups].find(answer => answer.kind === "refused");
  if (refused?.kind === "refused")
    return [{ label: `$(error) ${l10n.t("The directory cannot be read")}`, detail: refused.message, alwaysShow: true }];
  const filter: Row = {
    label: `$(filter) ${l10n.t("Filter the view by “{0}”", text)}`,
    filter: text,
    alwaysShow: true,
  };
  return [...rowsIn(users, "User"), ...rowsIn(groups, "Group"), ...(text === "" ? [] : [filter])];
}

function rowsIn(answer: DirectoryAnswer, type: "User" | "Group"): readonly Row[] {
  if (answer.kind !== "page") return [];
  return objectNodes(type, { ...answer, found: 0 }, undefined).map(node => ({
    label: `$(${node.icon}) ${node.label}`,
    ...(node.description !== undefined && { description: node.description }),
    ...(node.kind === "user" && node.user.department !== undefined && { detail: node.user.department }),
    alwaysShow: true,
    buttons: [previewButton],
    node,
  }));
}
