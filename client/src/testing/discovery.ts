import { type Disposable, type TestController, type TextDocument, Uri, workspace } from "vscode";
import type { TestServer } from "./testServer.ts";
import { showFile } from "./testTree.ts";

/** The pause in typing after which the tests of a document are looked for again, in milliseconds. */
const pause = 300;

/** Keeps the items of a controller as the files of the workspace are. */
export interface Discovery extends Disposable {
  /** Looks for the tests of one file at once. */
  readonly look: (uri: Uri) => Promise<void>;
  /** Looks for the tests of every file of the workspace, unless that was done: from then on they are followed. */
  readonly lookEverywhereOnce: () => Promise<void>;
}

/**
 * Open documents are looked into at once and while they are edited. The other files of the workspace follow when the
 * person first looks at its tests, and from then on as they change.
 */
export function discoverTests(controller: TestController, server: TestServer): Discovery {
  const state: { everywhere?: Promise<void> } = {};
  const latest = new Map<string, object>();
  const timers = new Map<string, NodeJS.Timeout>();

  async function look(uri: Uri): Promise<void> {
    const key = uri.toString();
    clearTimeout(timers.get(key));
    const question = {};
    latest.set(key, question);
    const files = await server.testFiles({ uri: key });
    if (files === undefined || latest.get(key) !== question) return;
    if (files.length === 0) controller.items.delete(key);
    for (const file of files) showFile(controller, file);
  }

  function lookEverywhere(): Promise<void> {
    state.everywhere = showAll();
    return state.everywhere;
  }

  async function showAll(): Promise<void> {
    const files = await server.testFiles({});
    if (files === undefined) return;
    const found = new Set(files.map(({ uri }) => Uri.parse(uri).toString()));
    for (const [id] of controller.items) if (!found.has(id)) controller.items.delete(id);
    for (const file of files) showFile(controller, file);
  }

  function lookSoon({ uri }: TextDocument): void {
    const key = uri.toString();
    clearTimeout(timers.get(key));
    timers.set(key, setTimeout(look, pause, uri));
    const item = controller.items.get(key);
    if (item !== undefined) controller.invalidateTestResults(item);
  }

  controller.resolveHandler = async item => (item === undefined ? lookEverywhere() : undefined);
  controller.refreshHandler = lookEverywhere;
  const whereKnown = (uri: Uri) => (state.everywhere ? look(uri) : undefined);
  const watcher = workspace.createFileSystemWatcher("**/*.provmap");
  const subscriptions = [
    watcher,
    watcher.onDidCreate(whereKnown),
    watcher.onDidChange(whereKnown),
    watcher.onDidDelete(uri => controller.items.delete(uri.toString())),
    workspace.onDidChangeWorkspaceFolders(() => (state.everywhere ? lookEverywhere() : undefined)),
    workspace.onDidOpenTextDocument(document => (isProvmap(document) ? look(document.uri) : undefined)),
    workspace.onDidCloseTextDocument(document => (isProvmap(document) ? look(document.uri) : undefined)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isProvmap(document)) lookSoon(document);
    }),
  ];
  for (const document of workspace.textDocuments.filter(isProvmap)) void look(document.uri);
  return {
    look,
    lookEverywhereOnce: () => state.everywhere ?? lookEverywhere(),
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function isProvmap({ languageId, uri }: TextDocument): boolean {
  return languageId === "provmap" && (uri.scheme === "file" || uri.scheme === "untitled");
}
