import { commands, type ExtensionContext, l10n, type TextDocument, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { ImpactBase } from "../../../server/src/protocol/impact.ts";
import { viewServer } from "../explorer/viewServer.ts";
import { isSchema } from "../schema/isSchema.ts";
import { reveal } from "../webview/reveal.ts";
import { chooseBase } from "./chooseBase.ts";
import { followDirectories } from "./directories.ts";
import { exportImpact } from "./exportImpact.ts";
import { followHeads } from "./heads.ts";
import { type ImpactServer, impactServer } from "./impactServer.ts";
import { serveLenses } from "./lenses.ts";
import { createPanel, type PanelMessage } from "./panel.ts";
import { createPeopleList, type PeopleList } from "./peopleList.ts";
import { createRuns, type Runs } from "./runs.ts";
import { createSavedTexts } from "./savedTexts.ts";
import { createSaveWarning } from "./saveWarning.ts";
import { createTextTwin, type TextTwin } from "./textTwin.ts";

/** Registers the command "Show Impact…", the panel and its text twin, the counts in the code lenses, and the warning of an edit that is saved. */
export function activateImpact(context: ExtensionContext, client: LanguageClient): void {
  const server = impactServer(client);
  const directories = followDirectories(viewServer(client));
  const heads = followHeads();
  const twin = createTextTwin();
  const panel = createPanel(context.extensionUri, {
    onMessage: message =>
      act(message).catch(error =>
        window.showErrorMessage(l10n.t("The impact panel could not do that: {0}", `${error}`)),
      ),
    onClose: () => runs.cancel(),
  });
  const list = createPeopleList(server, panel);
  const runs = createRuns({
    server,
    panel,
    onImpact: impact => {
      twin.update(impact);
      return list.of(impact);
    },
  });
  const show = async (uri: string, base: ImpactBase | undefined) => {
    const chosen = base ?? (await chooseBase(context.workspaceState));
    if (!chosen) return;
    void directories.follow(uri);
    await runs.run({ uri, base: chosen });
  };
  const act = async (message: PanelMessage) => {
    const subject = runs.subject();
    if (message.kind === "compare") return subject && show(subject.uri, undefined);
    return perform(message, { runs, list, twin, server });
  };
  const command = async (argument?: unknown) => {
    const target = targetOf(argument);
    if (target) return show(target.uri, target.base);
    void window.showInformationMessage(l10n.t("Open a .provmap file or a schema first: an impact is of what it says."));
  };
  const saved = createSavedTexts(concerns);
  context.subscriptions.push(
    twin,
    panel,
    runs,
    saved,
    directories,
    heads,
    serveLenses(client, server, { directories, heads }),
    directories.onDidChange(runs.directoryChanged),
    commands.registerCommand("mapwright.impact", command),
    createSaveWarning({ server, saved, concerns, show }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) runs.changed(document, "edited");
    }),
    workspace.onDidSaveTextDocument(document => runs.changed(document, "saved")),
  );
}

function concerns(document: TextDocument): boolean {
  return document.uri.scheme === "file" && (document.languageId === "provmap" || isSchema(document));
}

interface Parts {
  readonly runs: Runs;
  readonly list: PeopleList;
  readonly twin: TextTwin;
  readonly server: ImpactServer;
}

/** Does what the person asks of the impact in the panel. */
async function perform(
  message: Exclude<PanelMessage, { readonly kind: "compare" }>,
  { runs, list, twin, server }: Parts,
): Promise<void> {
  const [subject, impact] = [runs.subject(), runs.shown()];
  switch (message.kind) {
    case "again":
      return subject && runs.run(subject);
    case "cancel":
      return runs.cancel();
    case "find": {
      const { kind: _kind, ...wanted } = message;
      return list.find(wanted);
    }
    case "openText":
      return impact && twin.open(impact);
    case "csv":
    case "markdown":
      return impact && exportImpact(impact, message.kind, server);
    case "reveal":
      return impact && reveal(Uri.parse(impact.uri), message.start, message.end);
  }
}

/** The file of a code lens, of the explorer or of the editor's title; without any, the one in the editor. */
function targetOf(argument: unknown): { readonly uri: string; readonly base?: ImpactBase } | undefined {
  if (argument instanceof Uri) return { uri: argument.toString() };
  if (typeof argument === "object" && argument !== null && "uri" in argument && typeof argument.uri === "string") {
    const base = "base" in argument ? baseOf(argument.base) : undefined;
    return { uri: argument.uri, ...(base && { base }) };
  }
  const document = window.activeTextEditor?.document;
  return document && concerns(document) ? { uri: document.uri.toString() } : undefined;
}

function baseOf(base: unknown): ImpactBase | undefined {
  if (typeof base !== "object" || base === null || !("kind" in base)) return undefined;
  if (base.kind === "saved") return { kind: "saved" };
  return "revision" in base && typeof base.revision === "string"
    ? { kind: "revision", revision: base.revision }
    : undefined;
}
