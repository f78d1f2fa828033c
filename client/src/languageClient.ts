import { commands, type ExtensionContext, type LogOutputChannel, type TextDocument, workspace } from "vscode";
import {
  CodeLensRequest,
  InlayHintRequest,
  LanguageClient,
  type Middleware,
  TransportKind,
} from "vscode-languageclient/node";
import type { methods, SecretAnswer, SecretParams } from "../../server/src/protocol.ts";
import { maskSecrets } from "./secrets/maskSecrets.ts";
import type { Secrets } from "./secrets/secrets.ts";

const secretMethod: typeof methods.secret = "mapwright/secret";

/** The client of the bundled language server, not yet started. A server that crashes is started again, up to five times in three minutes. */
export function activateLanguageClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  secrets: Secrets,
): LanguageClient {
  const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
  const client = new LanguageClient("mapwright", "Mapwright", server, {
    documentSelector: [{ language: "provmap" }],
    outputChannel: output,
    traceOutputChannel: maskSecrets(output, secrets.handedOut),
    initializationOptions: () => ({ trusted: workspace.isTrusted }),
    middleware: whereAllowed,
  });
  client.onRequest(secretMethod, ({ name }: SecretParams): Promise<SecretAnswer> => secrets.answer(name));
  context.subscriptions.push(
    client,
    workspace.onDidGrantWorkspaceTrust(() => client.restart()),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration("mapwright.codeLens")) refreshCodeLenses(client);
      if (change.affectsConfiguration("mapwright.inlayHints")) refreshInlayHints(client);
    }),
    commands.registerCommand("mapwright.restartServer", () => client.restart()),
    commands.registerCommand("mapwright.showOutput", () => output.show()),
  );
  return client;
}

function refreshCodeLenses(client: LanguageClient): void {
  const feature = client.getFeature(CodeLensRequest.method);
  for (const document of workspace.textDocuments) feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
}

function refreshInlayHints(client: LanguageClient): void {
  const feature = client.getFeature(InlayHintRequest.method);
  for (const document of workspace.textDocuments) feature.getProvider(document)?.onDidChangeInlayHints.fire();
}

/**
 * Code lenses and inlay hints are where the settings do not turn them off. Code lenses run previews, so there are none
 * before the workspace is trusted.
 */
const whereAllowed: Middleware = {
  provideCodeLenses: (document, token, next) =>
    isEnabled("codeLens.enabled", document) && workspace.isTrusted ? next(document, token) : [],
  provideInlayHints: (document, viewPort, token, next) =>
    isEnabled("inlayHints.argumentNames", document) ? next(document, viewPort, token) : [],
};

function isEnabled(setting: string, document: TextDocument): boolean {
  return workspace.getConfiguration("mapwright", document).get(setting, true);
}
