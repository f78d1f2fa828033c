import { commands, Disposable, l10n, type Uri, window, workspace } from "vscode";
import type { CurrentEnvironment } from "../../environments/currentEnvironment.ts";
import type { CurrentFile } from "../currentFile.ts";
import { debounced } from "../debounced.ts";
import { createTree, type Roots, type Tree } from "../tree.ts";
import type { ViewServer } from "../viewServer.ts";
import { type Contents, createContents } from "./contents.ts";
import { type ResourceType, resourceList, resourceNodes, type SandboxNode } from "./nodes.ts";
import { resetSandbox } from "./reset.ts";
import { createResourceDocuments } from "./resourceDocuments.ts";

/** Registers the view of what the sandbox of the current application holds. */
export function activateSandbox(server: ViewServer, current: CurrentFile, environment: CurrentEnvironment): Disposable {
  const contents = createContents(server);
  const documents = createResourceDocuments(server);
  const sandboxOf = async (file: Uri) => {
    const name = await environment.sandbox();
    return { uri: file.toString(), ...(name !== undefined && { environment: name }) };
  };
  const tree = showContents(contents, async () => {
    const file = workspace.isTrusted ? await current.file() : undefined;
    return file && contents.begin(await sandboxOf(file));
  });
  const refreshAll = () => {
    tree.refresh();
    documents.refresh();
  };
  const refresh = debounced(refreshAll);
  const watcher = workspace.createFileSystemWatcher("**/.mapwright/**/*.json");
  return Disposable.from(
    tree,
    documents,
    refresh,
    watcher,
    watcher.onDidChange(refresh.run),
    watcher.onDidCreate(refresh.run),
    tree.view.onDidChangeVisibility(({ visible }) => visible && refresh.run()),
    current.onDidChange(refresh.run),
    environment.onDidChange(refresh.run),
    workspace.onDidGrantWorkspaceTrust(refresh.run),
    commands.registerCommand("mapwright.refreshSandbox", refreshAll),
    commands.registerCommand("mapwright.resetSandbox", async () => {
      const file = await current.file();
      if (file !== undefined && (await resetSandbox(await sandboxOf(file), server))) refreshAll();
      if (file === undefined)
        void window.showInformationMessage(l10n.t("Add a .provmap file first: its application has a sandbox."));
    }),
    commands.registerCommand("mapwright.openResource", async (node: SandboxNode) => {
      const owner = contents.owner();
      if (node.kind !== "resource" || owner === undefined) return;
      const { uri, environment: name } = owner;
      await documents.open({ uri, environment: name, type: node.type, id: node.resource.id }, node.label);
    }),
  );
}

/** The view, with the command that shows more of it. `begin` has the contents begin anew; undefined where there are none, or where all went well. */
function showContents(contents: Contents, begin: () => ReturnType<Contents["begin"]>): Tree<SandboxNode> {
  const lists = new Map<ResourceType, SandboxNode>();
  const roots = async (): Promise<Roots<SandboxNode>> => {
    const refused = await begin();
    const owner = contents.owner();
    tree.view.description =
      owner === undefined ? "" : [owner.application, owner.environment].filter(Boolean).join(" · ");
    if (refused !== undefined) return { nodes: [], message: refused.message };
    if (owner === undefined) return { nodes: [] };
    for (const type of ["User", "Group"] as const) lists.set(type, resourceList(type, contents.of(type)));
    return { nodes: [...lists.values()] };
  };
  const tree = createTree<SandboxNode>("mapwright.sandbox", {
    roots,
    below: ({ kind, type }) => (kind === "list" ? resourceNodes(type, contents.of(type)) : []),
  });
  const more = commands.registerCommand("mapwright.showMoreOfSandbox", async ({ type }: SandboxNode) => {
    const refused = await contents.more(type);
    if (refused !== undefined) void window.showErrorMessage(refused.message);
    tree.refresh(lists.get(type));
  });
  return { ...tree, dispose: () => Disposable.from(tree, more).dispose() };
}
