import { commands, type ExtensionContext, l10n, type TextDocument, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type {
  ExportSchemaAnswer,
  ExportSchemaParams,
  ImportSchemaAnswer,
  ImportSchemaParams,
} from "../../../server/src/protocol/schemas.ts";
import type { methods } from "../../../server/src/protocol.ts";
import { isSchema } from "./isSchema.ts";
import { chooseExport, chooseProvmap, chooseSchema, provmapBeside } from "./schemaFiles.ts";

const importMethod: typeof methods.importSchema = "mapwright/importSchema";
const exportMethod: typeof methods.exportSchema = "mapwright/exportSchema";

/** Registers the commands "Import Entra Schema…", "Export Entra Schema…" and "Convert to .provmap". */
export function activateSchema(context: ExtensionContext, client: LanguageClient): void {
  const importInto = async (schema: Uri, provmap: Uri | undefined) => {
    if (provmap === undefined) return;
    await save(schema);
    const params: ImportSchemaParams = { schema: schema.toString(), provmap: provmap.toString() };
    const answer = await client.sendRequest<ImportSchemaAnswer>(importMethod, params);
    if (answer.kind === "refused") return void window.showErrorMessage(answer.message);
    await window.showTextDocument(provmap);
    if (answer.unsaid > 0) void window.showInformationMessage(unsaidText(answer.unsaid));
  };
  const exportInto = async (provmap: Uri, schema: Uri | undefined) => {
    if (schema === undefined) return;
    const params: ExportSchemaParams = { provmap: provmap.toString(), schema: schema.toString() };
    const answer = await client.sendRequest<ExportSchemaAnswer>(exportMethod, params);
    if (answer.kind === "refused") void window.showErrorMessage(answer.message);
    else await window.showTextDocument(schema);
  };
  context.subscriptions.push(
    commands.registerCommand("mapwright.importSchema", async (from?: unknown, to?: unknown) => {
      const schema = from instanceof Uri ? from : await chooseSchema();
      if (schema) await importInto(schema, to instanceof Uri ? to : await chooseProvmap(schema));
    }),
    commands.registerCommand("mapwright.exportSchema", async (from?: unknown, to?: unknown) => {
      const provmap = from instanceof Uri ? from : activeUri(({ languageId }) => languageId === "provmap");
      if (provmap) await exportInto(provmap, to instanceof Uri ? to : await chooseExport(provmap));
      else void window.showInformationMessage(l10n.t("Open a .provmap file first: it is what is exported."));
    }),
    commands.registerCommand("mapwright.convertSchema", async (from?: unknown) => {
      const schema = from instanceof Uri ? from : activeUri(isSchema);
      if (schema) await importInto(schema, await provmapBeside(schema));
      else
        void window.showInformationMessage(
          l10n.t("Open a schema of Microsoft Graph first: JSON with synchronizationRules."),
        );
    }),
    ...keepSchemaContext(),
  );
}

/** Keeps the context key by which menus know that the editor shows a schema. */
function keepSchemaContext() {
  const update = () => {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand("setContext", "mapwright.isSchema", document !== undefined && isSchema(document));
  };
  update();
  return [
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidSaveTextDocument(update),
    workspace.onDidOpenTextDocument(update),
  ];
}

function activeUri(isWanted: (document: TextDocument) => boolean): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document !== undefined && isWanted(document) ? document.uri : undefined;
}

/** The language server reads schemas from the disk. */
async function save(file: Uri): Promise<void> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open?.isDirty) await open.save();
}

function unsaidText(unsaid: number): string {
  return unsaid === 1
    ? l10n.t("1 part of the schema has no words in .provmap: a comment stands there, and the schema keeps it.")
    : l10n.t(
        "{0} parts of the schema have no words in .provmap: comments stand there, and the schema keeps them.",
        unsaid,
      );
}
