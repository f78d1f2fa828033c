import { commands, Disposable, l10n, type Uri, window, workspace } from "vscode";
import type { PinnedUser } from "../../liveValues/pinnedUser.ts";
import { sampleOf } from "../../liveValues/sampleOf.ts";
import { watchFile, watchFiles } from "../../watchFile.ts";
import type { CurrentFile } from "../currentFile.ts";
import { debounced } from "../debounced.ts";
import { createTree, type Roots } from "../tree.ts";
import type { ViewServer } from "../viewServer.ts";
import { chooseDirectory } from "./chooseDirectory.ts";
import { findInDirectory } from "./find.ts";
import { type DirectoryNode, listNode, type ObjectType, objectNodes } from "./nodes.ts";
import { createPages } from "./pages.ts";

/** Registers the view of the sample users and groups, which follows `mapwright.json` and the directory that it names. */
export function activateDirectory(server: ViewServer, current: CurrentFile, pinned: PinnedUser): Disposable {
  const pages = createPages(server);
  const follow = followFile(() => refresh.run());
  const lists = new Map<ObjectType, DirectoryNode>();
  let search = "";
  const tree = createTree<DirectoryNode>("mapwright.directory", {
    roots: async () => {
      const place = await current.place();
      if (place === undefined || !workspace.isTrusted) return { nodes: [] };
      return rootsAt(place.toString());
    },
    below: node => (node.kind === "list" ? objectNodes(node.type, pages.of(node.type), pinned.get()?.id) : []),
  });
  const refresh = debounced(() => tree.refresh());

  async function rootsAt(uri: string): Promise<Roots<DirectoryNode>> {
    const answer = await server.workspace({ uri });
    if (answer.kind === "refused") return { nodes: [], message: answer.message };
    follow.file(answer.directory);
    await tell("hasDirectory", answer.directory !== undefined);
    const stopped = await pages.begin(uri, search);
    if (stopped?.kind === "refused") return { nodes: [], message: stopped.message };
    if (stopped !== undefined) return { nodes: [] };
    for (const type of ["User", "Group"] as const) lists.set(type, listNode(type, pages.of(type), search));
    return { nodes: [...lists.values()] };
  }

  async function filter(text: string | undefined): Promise<void> {
    if (text === undefined) return;
    search = text.trim();
    await tell("isDirectoryFiltered", search !== "");
    tree.refresh();
  }

  const act = {
    filter,
    pin: async (node: DirectoryNode) => {
      if (node.kind === "user" || node.kind === "group") await pinned.set(sampleOf(node));
      window.setStatusBarMessage(l10n.t("Mapwright shows the values of {0}.", node.label), 4000);
    },
    preview: async (node: DirectoryNode) => preview(node, await current.file()),
  };
  return Disposable.from(
    tree,
    refresh,
    follow,
    pinned.onDidChange(() => tree.refresh()),
    current.onDidChange(refresh.run),
    workspace.onDidGrantWorkspaceTrust(refresh.run),
    commands.registerCommand("mapwright.refreshDirectory", () => tree.refresh()),
    commands.registerCommand("mapwright.filterDirectory", async () => filter(await askForFilter(search))),
    commands.registerCommand("mapwright.clearDirectoryFilter", () => filter("")),
    commands.registerCommand("mapwright.findInDirectory", async () =>
      findInDirectory((await current.place())?.toString(), server, act),
    ),
    commands.registerCommand("mapwright.chooseDirectory", async () => {
      const place = await current.place();
      if (place !== undefined) await chooseDirectory(place, server);
    }),
    commands.registerCommand("mapwright.pinObject", act.pin),
    commands.registerCommand("mapwright.previewObject", act.preview),
    commands.registerCommand("mapwright.showMoreOfDirectory", async (node: DirectoryNode) => {
      if (node.kind !== "more") return;
      const stopped = await pages.more(node.type);
      if (stopped?.kind === "refused") void window.showErrorMessage(stopped.message);
      tree.refresh(lists.get(node.type));
    }),
  );
}

/** The directory file that is named, wherever it lies. */
function followFile(changed: () => void): Disposable & { readonly file: (uri: string | undefined) => void } {
  const configuration = watchFiles("**/mapwright.json", changed);
  let followed: { readonly uri: string; readonly watcher: Disposable } | undefined;
  return {
    file: uri => {
      if (uri === followed?.uri) return;
      followed?.watcher.dispose();
      followed = uri === undefined ? undefined : { uri, watcher: watchFile(uri, changed) };
    },
    dispose: () => {
      configuration.dispose();
      followed?.watcher.dispose();
    },
  };
}

function askForFilter(before: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t("Filter Sample Users and Groups"),
    prompt: l10n.t("A part of a name, user principal name, mail, department or id. Leave it empty to show everybody."),
    value: before,
  });
}

async function preview(node: DirectoryNode, file: Uri | undefined): Promise<void> {
  if (node.kind !== "user" && node.kind !== "group") return;
  if (file === undefined) {
    void window.showInformationMessage(l10n.t("Add a .provmap file first: a preview is of one of its mappings."));
    return;
  }
  const object = node.kind === "user" ? { kind: "user", user: node.user } : { kind: "group", group: node.group };
  await commands.executeCommand("mapwright.preview", { uri: file.toString(), object });
}

async function tell(key: string, value: boolean): Promise<void> {
  await commands.executeCommand("setContext", `mapwright.${key}`, value);
}
