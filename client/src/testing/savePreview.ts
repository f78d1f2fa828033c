import { l10n, Range, TextEditorRevealType, Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import type { Shown } from "../preview/runs.ts";
import type { TestServer } from "./testServer.ts";

/** Puts what the preview panel shows into its file, as a test that the person names. */
export async function savePreview(shown: Shown | undefined, server: TestServer): Promise<void> {
  if (shown === undefined) {
    void window.showInformationMessage(l10n.t("Preview somebody first: the preview is what becomes a test."));
    return;
  }
  const { result } = shown.preview;
  const name = await window.showInputBox({
    title: l10n.t("Save Preview as Test"),
    prompt: l10n.t("What the test shows, as a sentence"),
    value: sentence(result),
    validateInput: text => (text.trim() === "" ? l10n.t("A test needs a name.") : undefined),
  });
  if (name !== undefined) await save(shown.subject.uri, name.trim(), result, server);
}

async function save(uri: string, name: string, result: ProvisioningResult, server: TestServer): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const { version } = document;
  const answer = await server.saveAsTest({ uri, name, result });
  if (answer.kind === "refused") {
    void window.showErrorMessage(answer.message);
    return;
  }
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(answer.offset), answer.text);
  if (document.version !== version || !(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(
      l10n.t("The file was edited meanwhile, so the test was not put into it. Save it again."),
    );
    return;
  }
  const end = document.positionAt(answer.offset + answer.text.trimEnd().length);
  const start = document.positionAt(answer.offset + answer.text.length - answer.text.trimStart().length);
  const open = window.visibleTextEditors.find(editor => editor.document === document);
  const editor = await window.showTextDocument(document, { viewColumn: open?.viewColumn ?? ViewColumn.One });
  editor.revealRange(new Range(start, end), TextEditorRevealType.InCenterIfOutsideViewport);
  const told = [l10n.t("The preview is the test “{0}” now.", name), ...answer.leftOut].join(" ");
  if (answer.leftOut.length > 0) void window.showInformationMessage(told);
  else window.setStatusBarMessage(told, 6000);
}

const happenings: Readonly<Record<ProvisioningResult["action"], (name: string) => string>> = {
  create: name => l10n.t("{0} is created", name),
  update: name => l10n.t("{0} is updated", name),
  disable: name => l10n.t("{0} is disabled", name),
  delete: name => l10n.t("{0} is deleted", name),
  skip: name => l10n.t("{0} is skipped", name),
  fail: name => l10n.t("{0} fails", name),
};

function sentence({ action, onDemand: { sourceIdentity } }: ProvisioningResult): string {
  return happenings[action](sourceIdentity.displayName);
}
