import { commands, Disposable, languages, ThemeColor, Uri, window, workspace } from "vscode";
import { isSchema } from "../../schema/isSchema.ts";
import { debounced } from "../debounced.ts";
import { goTo } from "../goTo.ts";
import { createTree } from "../tree.ts";
import type { ViewServer } from "../viewServer.ts";
import { type ApplicationNode, applicationNodes, badgeOf, partScheme } from "./nodes.ts";

const schemas = "**/*[sS]chema*.json";
const files = `**/{*.provmap,mapwright.json,${schemas.slice(3)}}`;

/** Registers the view of the applications, which follows the files as they are edited. */
export function activateApplications(server: ViewServer): Disposable {
  const tree = createTree<ApplicationNode>("mapwright.applications", {
    roots: async () => {
      const answer = await server.applications({ schemas: await schemaFiles() });
      if ("kind" in answer) return { nodes: [], message: answer.message };
      void commands.executeCommand("setContext", "mapwright.hasApplications", answer.applications.length > 0);
      return { nodes: applicationNodes(answer.applications, uri => workspace.asRelativePath(Uri.parse(uri))) };
    },
    below: ({ below }) => below,
  });
  const refresh = debounced(() => tree.refresh());
  const watcher = workspace.createFileSystemWatcher(files);
  return Disposable.from(
    tree,
    watcher,
    refresh,
    watcher.onDidChange(refresh.run),
    watcher.onDidCreate(refresh.run),
    watcher.onDidDelete(refresh.run),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(({ path }) => path.endsWith(".provmap") || path.endsWith(".json"))) refresh.run();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === "provmap" || isSchema(document)) refresh.run();
    }),
    window.registerFileDecorationProvider({ provideFileDecoration: decoration }),
    commands.registerCommand("mapwright.refreshApplications", () => tree.refresh()),
    commands.registerCommand("mapwright.reveal", ({ uri, place }: ApplicationNode) => goTo(Uri.parse(uri), place)),
  );
}

async function schemaFiles(): Promise<readonly string[]> {
  return (await workspace.findFiles(schemas, "**/node_modules/**", 200)).map(uri => uri.toString());
}

function decoration({ scheme, query }: Uri) {
  if (scheme !== partScheme) return undefined;
  const { badge, tooltip, isError } = badgeOf(query);
  return { badge, tooltip, color: new ThemeColor(isError ? "list.errorForeground" : "list.warningForeground") };
}
