import { commands, type ExtensionContext, type LogOutputChannel, workspace } from "vscode";
import { CodeLensRequest, LanguageClient, type Middleware, TransportKind } from "vscode-languageclient/node";
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
    middleware: codeLensesWhereAllowed,
  });
  client.onRequest(secretMethod, ({ name }: SecretParams): Promise<SecretAnswer> => secrets.answer(name));
  context.subscriptions.push(
    client,
    workspace.onDidGrantWorkspaceTrust(() => client.restart()),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration("mapwright.codeLens")) refreshCodeLenses(client);
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

/** Code lenses run previews: there are none before the workspace is trusted, nor where the setting turns them off. */
const codeLensesWhereAllowed: Middleware = {
  provideCodeLenses: (document, token, next) => {
    const enabled = workspace.getConfiguration("mapwright", document).get("codeLens.enabled", true);
    return enabled && workspace.isTrusted ? next(document, token) : [];
  },
};
