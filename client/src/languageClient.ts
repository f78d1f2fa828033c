import {
  commands,
  type Disposable,
  type ExtensionContext,
  InlayHintKind,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  workspace,
} from "vscode";
import {
  CodeLensRequest,
  type DocumentSelector,
  InlayHintRequest,
  LanguageClient,
  type Middleware,
  TransportKind,
} from "vscode-languageclient/node";
import type { methods, SecretAnswer, SecretParams } from "../../server/src/protocol.ts";
import type { PinnedUser } from "./liveValues/pinnedUser.ts";
import { onAccepted } from "./onAccepted.ts";
import { isSchema } from "./schema/isSchema.ts";
import { maskSecrets } from "./secrets/maskSecrets.ts";
import type { Secrets } from "./secrets/secrets.ts";

const secretMethod: typeof methods.secret = "mapwright/secret";

/** The client of the bundled language server, not yet started. A server that crashes is started again, up to five times in three minutes. */
export function activateLanguageClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  secrets: Secrets,
  pinned: PinnedUser,
): LanguageClient {
  const server = {
    module: context.asAbsolutePath("dist/server.js"),
    transport: TransportKind.ipc,
    // Each edit of a large file leaves the tree of the text before: room for many of them is no gain.
    options: { execArgv: ["--max-semi-space-size=4"] },
  };
  const client = new LanguageClient("mapwright", "Mapwright", server, {
    documentSelector: selector(),
    outputChannel: output,
    traceOutputChannel: maskSecrets(output, secrets.handedOut),
    initializationOptions: () => ({
      trusted: workspace.isTrusted,
      pinned: pinned.shown(),
      translations: l10n.bundle,
    }),
    middleware: { ...whereAllowed, ...onAccepted },
  });
  client.onRequest(secretMethod, (params: SecretParams): Promise<SecretAnswer> => secrets.answer(params));
  context.subscriptions.push(
    client,
    workspace.onDidGrantWorkspaceTrust(() => client.restart()),
    workspace.onDidChangeConfiguration(change => {
      const lenses = ["mapwright.codeLens", "mapwright.impact"];
      if (lenses.some(section => change.affectsConfiguration(section))) refreshCodeLenses(client);
      if (change.affectsConfiguration("mapwright.inlayHints")) refreshInlayHints(client);
      if (change.affectsConfiguration("mapwright.graphSchema.files")) reselect(client);
    }),
    commands.registerCommand("mapwright.restartServer", () => client.restart()),
    commands.registerCommand("mapwright.showOutput", () => output.show()),
  );
  return client;
}

/** The files that the language server is told of: `.provmap`, and JSON where schemas may lie. */
function selector(): DocumentSelector {
  const patterns = workspace.getConfiguration("mapwright").get<readonly string[]>("graphSchema.files", []);
  const json = patterns.flatMap(pattern => [
    { language: "json", pattern },
    { language: "jsonc", pattern },
  ]);
  return [{ language: "provmap" }, ...json];
}

function reselect(client: LanguageClient): void {
  client.clientOptions.documentSelector = selector();
  if (client.isRunning()) void client.restart();
}

/** Starts the client, unless JSON that is no schema is all that there is for it: then it starts with the first document that its server knows. */
export async function startWhenNeeded(context: ExtensionContext, client: LanguageClient): Promise<void> {
  const isNeeded = (document: TextDocument) => document.languageId === "provmap" || isSchema(document);
  const open = workspace.textDocuments;
  if (open.some(isNeeded) || !open.some(({ languageId }) => languageId.startsWith("json"))) return client.start();
  const waiting: Disposable[] = [];
  const start = (document: TextDocument) => {
    if (!isNeeded(document)) return;
    for (const listener of waiting.splice(0)) listener.dispose();
    void client.start();
  };
  const onChange = workspace.onDidChangeTextDocument(({ document }) => start(document));
  waiting.push(workspace.onDidOpenTextDocument(start), onChange);
  context.subscriptions.push(...waiting);
}

/** Has the code lenses of all open documents asked for again. */
export function refreshCodeLenses(client: LanguageClient): void {
  const feature = client.getFeature(CodeLensRequest.method);
  for (const document of workspace.textDocuments) feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
}

function refreshInlayHints(client: LanguageClient): void {
  const feature = client.getFeature(InlayHintRequest.method);
  for (const document of workspace.textDocuments) feature.getProvider(document)?.onDidChangeInlayHints.fire();
}

/**
 * Code lenses and the names of arguments are where the settings do not turn them off; those that are resolved later tell
 * an impact. Code lenses run what the file says, so there are none before the workspace is trusted.
 */
const whereAllowed: Middleware = {
  provideCodeLenses: async (document, token, next) => {
    if (!workspace.isTrusted) return [];
    const lenses = await next(document, token);
    return lenses?.filter(({ command }) =>
      isEnabled(command === undefined ? "impact.codeLens" : "codeLens.enabled", document),
    );
  },
  provideInlayHints: async (document, viewPort, token, next) => {
    const hints = await next(document, viewPort, token);
    if (isEnabled("inlayHints.argumentNames", document)) return hints;
    return hints?.filter(({ kind }) => kind !== InlayHintKind.Parameter);
  },
};

function isEnabled(setting: string, document: TextDocument): boolean {
  return workspace.getConfiguration("mapwright", document).get(setting, true);
}
