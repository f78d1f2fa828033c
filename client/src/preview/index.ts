import {
  commands,
  type ExtensionContext,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Secrets } from "../secrets/secrets.ts";
import { chooseSubject, type Target, targetOf } from "./chooseSubject.ts";
import { createPanel, type PanelMessage } from "./panel.ts";
import { provisioningServer, type Refusal } from "./provisioningServer.ts";
import type { Preview } from "./report.ts";
import { confirmed, run, type Subject } from "./run.ts";
import { createTextTwin } from "./textTwin.ts";

/** Registers the commands "Preview Provisioning…" and "Provision on Demand…", the panel and its text twin. */
export function activatePreview(context: ExtensionContext, client: LanguageClient, secrets: Secrets): void {
  const server = provisioningServer(client);
  const twin = createTextTwin();
  const panel = createPanel(context.extensionUri, message =>
    act(message).catch(error => window.showErrorMessage(`The preview could not do that: ${error}`)),
  );
  const shown: { subject?: Subject; preview?: Preview } = {};

  async function perform(subject: Subject, provision: boolean): Promise<void> {
    if (provision && !(await confirmed(subject))) return;
    const preview = await run(subject, provision, server, secrets);
    if (!preview) return;
    if ("kind" in preview) return tell(preview, () => perform(subject, provision));
    Object.assign(shown, { subject, preview });
    twin.update(preview);
    panel.show(preview);
  }

  async function choose(target: Target, provision: boolean): Promise<void> {
    const subject = await chooseSubject(target, provision, server, context.workspaceState);
    if (!subject) return;
    if ("kind" in subject) return tell(subject, () => choose(target, provision));
    await perform(subject, provision);
  }

  async function act(message: PanelMessage): Promise<void> {
    const { subject, preview } = shown;
    if (!subject || !preview) return;
    switch (message.kind) {
      case "provision":
        return perform(subject, true);
      case "again":
        return perform(subject, false);
      case "changeUser":
        return choose(subject, false);
      case "openText":
        return twin.open(preview);
      case "reveal":
        return reveal(Uri.parse(subject.uri), message.start, message.end);
    }
  }

  const command = (provision: boolean) => async (argument?: unknown) => {
    const target = await targetOf(argument, server);
    if (target) await choose(target, provision);
    else
      void window.showInformationMessage(
        "Open a .provmap file or a schema first: a preview is of one of its mappings.",
      );
  };
  context.subscriptions.push(
    twin,
    panel,
    commands.registerCommand("mapwright.preview", command(false)),
    commands.registerCommand("mapwright.provision", command(true)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.uri.toString() === shown.subject?.uri) panel.markStale();
    }),
  );
}

/** Shows a refusal; the person can mend its cause and try again. */
async function tell({ message }: Refusal, again: () => Promise<void>): Promise<void> {
  if ((await window.showErrorMessage(message, "Try Again")) === "Try Again") await again();
}

async function reveal(uri: Uri, start: number, end: number): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await window.showTextDocument(uri, { viewColumn: open?.viewColumn ?? ViewColumn.One });
  const from = editor.document.positionAt(start);
  editor.selection = new Selection(editor.document.positionAt(end), from);
  editor.revealRange(new Range(from, from), TextEditorRevealType.InCenterIfOutsideViewport);
}
