import { commands, type DocumentLink, l10n, type Uri, window, workspace } from "vscode";

const schemaFilter = { [l10n.t("Microsoft Graph schema")]: ["json"] };
const provmapFilter = { [l10n.t("Provisioning Mapping")]: ["provmap"] };

/** Lets the person choose the schema to import. */
export async function chooseSchema(): Promise<Uri | undefined> {
  const found = await window.showOpenDialog({
    title: l10n.t("Import Entra Schema"),
    openLabel: l10n.t("Import"),
    filters: schemaFilter,
  });
  return found?.[0];
}

/** Lets the person choose where the `.provmap` file of a schema goes: beside it, unless they say otherwise. */
export async function chooseProvmap(schema: Uri): Promise<Uri | undefined> {
  return window.showSaveDialog({
    title: l10n.t("Import Entra Schema"),
    saveLabel: l10n.t("Import"),
    defaultUri: besides(schema, ".provmap"),
    filters: provmapFilter,
  });
}

/** Lets the person choose where a `.provmap` file is exported to: into the schema that it names, unless they say otherwise. */
export async function chooseExport(provmap: Uri): Promise<Uri | undefined> {
  return window.showSaveDialog({
    title: l10n.t("Export Entra Schema"),
    saveLabel: l10n.t("Export"),
    defaultUri: (await namedSchema(provmap)) ?? besides(provmap, ".schema.json"),
    filters: schemaFilter,
  });
}

/** The schema that a file names, which the language server links. */
async function namedSchema(provmap: Uri): Promise<Uri | undefined> {
  await workspace.openTextDocument(provmap);
  const links = await commands.executeCommand<readonly DocumentLink[]>("vscode.executeLinkProvider", provmap);
  return links.find(({ target }) => target?.path.endsWith(".json"))?.target;
}

/** `app.schema.json` and `app.provmap` belong together. */
function besides(file: Uri, ending: string): Uri {
  const path = file.path.replace(/(?:\.schema)?\.(?:json|provmap)$/, "");
  return file.with({ path: `${path}${ending}` });
}

/** Where the `.provmap` file of a schema goes without asking; undefined where the person does not want another file replaced. */
export async function provmapBeside(schema: Uri): Promise<Uri | undefined> {
  const provmap = besides(schema, ".provmap");
  const isThere = await workspace.fs.stat(provmap).then(
    () => true,
    () => false,
  );
  if (!isThere) return provmap;
  const replace = l10n.t("Replace");
  const message = l10n.t(
    "{0} is there already. Replace it by what the schema says?",
    workspace.asRelativePath(provmap),
  );
  return (await window.showWarningMessage(message, { modal: true }, replace)) === replace ? provmap : undefined;
}
