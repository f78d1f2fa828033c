import { commands, type ExtensionContext, env, l10n, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Secrets } from "../secrets/secrets.ts";
import { reveal } from "../webview/reveal.ts";
import { chooseSubject, lastSubject, remember, type Target, targetOf } from "./chooseSubject.ts";
import { createPreviewDocuments, type PreviewDocuments } from "./documents.ts";
import { createPanel, type PanelMessage } from "./panel.ts";
import { pickChanged } from "./pickChanged.ts";
import { provisioningServer } from "./provisioningServer.ts";
import { requestReports } from "./requestReports.ts";
import { createRuns, type Runs, tell } from "./runs.ts";

/**
 * Registers the commands "Preview Provisioning…", "Retest with the Last User" and "Provision on Demand…", the panel and its
 * documents. Gives what the panel shows.
 */
export function activatePreview(context: ExtensionContext, client: LanguageClient, secrets: Secrets): Runs["shown"] {
  const server = provisioningServer(client);
  const memory = context.workspaceState;
  const documents = createPreviewDocuments();
  const panel = createPanel(context.extensionUri, message =>
    act(message).catch(error => window.showErrorMessage(l10n.t("The preview could not do that: {0}", error))),
  );
  const runs = createRuns({
    panel,
    documents,
    server,
    secrets,
    remember: subject => void remember(subject, memory),
  });

  async function choose(target: Target, provision: boolean): Promise<void> {
    const subject = await chooseSubject(target, provision, server, memory);
    if (!subject) return;
    if ("kind" in subject) return tell(subject, () => choose(target, provision));
    await (provision ? runs.provision(subject) : runs.preview(subject));
  }

  async function act(message: PanelMessage): Promise<void> {
    if (message.kind === "change") {
      const { subject } = runs.shown() ?? {};
      if (subject)
        await choose({ uri: subject.uri, mapping: subject.mapping, environment: subject.environment }, false);
      return;
    }
    const said = await answer(message, runs, documents);
    if (said !== undefined) panel.say(said);
  }

  const withTarget = (perform: (target: Target) => Promise<void>) => async (argument?: unknown) => {
    const target = await targetOf(argument, server);
    if (target) return perform(target);
    void window.showInformationMessage(
      l10n.t("Open a .provmap file or a schema first: a preview is of one of its mappings."),
    );
  };
  context.subscriptions.push(
    documents,
    panel,
    runs,
    commands.registerCommand(
      "mapwright.preview",
      withTarget(target => choose(target, false)),
    ),
    commands.registerCommand(
      "mapwright.provision",
      withTarget(target => choose(target, true)),
    ),
    commands.registerCommand(
      "mapwright.retest",
      withTarget(target => {
        const last = lastSubject(target, memory);
        return last ? runs.preview(last) : choose(target, false);
      }),
    ),
    workspace.onDidChangeTextDocument(({ document }) => runs.edited(document)),
  );
  return runs.shown;
}

/** Does what the person asks of the preview in the panel. Gives what a screen reader is to say. */
async function answer(message: PanelMessage, runs: Runs, documents: PreviewDocuments): Promise<string | undefined> {
  const shown = runs.shown();
  if (message.kind === "cancel") runs.cancel();
  if (!shown) return undefined;
  const { subject, preview } = shown;
  switch (message.kind) {
    case "provision":
      await (runs.isStale() ? runs.preview(subject) : runs.provision(subject));
      break;
    case "retest":
      await runs.preview(subject);
      break;
    case "changed": {
      const changed = await pickChanged(preview.result, subject.changed ?? []);
      if (changed) await runs.preview({ ...subject, changed });
      break;
    }
    case "saveAsTest":
      await commands.executeCommand("mapwright.savePreviewAsTest");
      break;
    case "openTarget":
      await documents.openTarget(preview);
      break;
    case "openText":
      await documents.openText(preview);
      break;
    case "reveal":
      await reveal(Uri.parse(subject.uri), message.start, message.end);
      break;
    case "copy":
      return copyAsCurl(requestReports(preview)[message.request]?.curl);
  }
  return undefined;
}

async function copyAsCurl(line: string | undefined): Promise<string | undefined> {
  if (line === undefined) return undefined;
  await env.clipboard.writeText(line);
  const said = l10n.t("Copied as cURL. The secret is a variable of your shell.");
  window.setStatusBarMessage(said, 4000);
  return said;
}
