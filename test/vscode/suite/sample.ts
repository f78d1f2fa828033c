import { type Diagnostic, extensions, languages, type TextDocument, type Uri, window, workspace } from "vscode";
import type { MapwrightApi } from "../../../client/src/extension.ts";

/** The activated extension. */
export async function mapwright(): Promise<MapwrightApi> {
  const extension = extensions.getExtension<MapwrightApi>("mapwright.mapwright");
  if (!extension) throw new Error("The extension mapwright.mapwright is not installed.");
  return extension.activate();
}

/** A file of the sample workspace, in an editor. */
export async function openSample(name: string): Promise<TextDocument> {
  const [uri] = await workspace.findFiles(name);
  if (!uri) throw new Error(`The workspace has no ${name}.`);
  return (await window.showTextDocument(uri)).document;
}

/** A new, unsaved .provmap in an editor. */
export async function openText(content: string): Promise<TextDocument> {
  return (await window.showTextDocument(await workspace.openTextDocument({ language: "provmap", content }))).document;
}

/** The document's diagnostics, once they are as expected. */
export function diagnosticsWhen(
  uri: Uri,
  expected: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return new Promise(resolve => {
    const listener = languages.onDidChangeDiagnostics(check);
    check();
    function check(): void {
      const diagnostics = languages.getDiagnostics(uri);
      if (!expected(diagnostics)) return;
      listener.dispose();
      resolve(diagnostics);
    }
  });
}

/** The code of a diagnostic as text. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
