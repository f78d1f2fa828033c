import { dirname, relative } from "node:path/posix";
import { l10n, Range, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { ViewServer } from "../viewServer.ts";
import { nameDirectory } from "./directoryMember.ts";

/** Lets the person choose the directory file, and names it in mapwright.json, which is made where there is none. What is there already is only edited, not saved. */
export async function chooseDirectory(place: Uri, server: ViewServer): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const answer = await server.workspace({ uri: place.toString() });
  if (folder === undefined || answer.kind === "refused") {
    if (answer.kind === "refused") void window.showErrorMessage(answer.message);
    return;
  }
  const found = await window.showOpenDialog({
    title: l10n.t("Choose Directory File"),
    openLabel: l10n.t("Choose"),
    defaultUri: folder.uri,
    filters: { [l10n.t("Users and groups")]: ["json", "ndjson", "jsonl", "csv", "tsv"] },
  });
  const [file] = found ?? [];
  if (file === undefined) return;
  const configuration = answer.configuration && Uri.parse(answer.configuration);
  if (configuration) await nameIn(configuration, file);
  else await create(Uri.joinPath(folder.uri, "mapwright.json"), file);
}

async function create(configuration: Uri, directory: Uri): Promise<void> {
  const content = { directory: pathFrom(configuration, directory) };
  await workspace.fs.writeFile(configuration, Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
  await window.showTextDocument(configuration);
}

async function nameIn(configuration: Uri, directory: Uri): Promise<void> {
  const document = await workspace.openTextDocument(configuration);
  const { start, end, text } = nameDirectory(document.getText(), pathFrom(configuration, directory));
  const edit = new WorkspaceEdit();
  edit.replace(configuration, new Range(document.positionAt(start), document.positionAt(end)), text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}

/** As mapwright.json names files: from its own folder on. */
function pathFrom({ path }: Uri, file: Uri): string {
  return relative(dirname(path), file.path);
}
