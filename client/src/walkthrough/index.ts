import { commands, type ExtensionContext, l10n, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Secrets } from "../secrets/secrets.ts";
import { applicationServer } from "./applicationServer.ts";
import { newApplication } from "./newApplication.ts";
import { keepSetupContext } from "./setupContext.ts";

const walkthrough = "mapwright.mapwright#setUpProvisioning";

/** What other features tell the walkthrough. */
export interface Walkthrough {
  /** An endpoint has answered. */
  readonly connected: () => void;
}

/** Registers the commands "New Application…" and "Set Up Provisioning", and completes the steps of the walkthrough. */
export function activateWalkthrough(context: ExtensionContext, client: LanguageClient, secrets: Secrets): Walkthrough {
  const server = applicationServer(client);
  const setup = keepSetupContext(context, server);
  const connected = () => void setup.done("connected");
  const means = { server, secrets, connected };
  context.subscriptions.push(
    setup,
    client.onDidChangeState(() => {
      if (client.isRunning()) void setup.update().catch(() => undefined);
    }),
    commands.registerCommand("mapwright.newApplication", async () => {
      await newApplication(means).catch(error =>
        window.showErrorMessage(l10n.t("The application could not be added: {0}", error)),
      );
    }),
    commands.registerCommand("mapwright.openWalkthrough", async () => {
      await commands.executeCommand("workbench.action.openWalkthrough", walkthrough);
      await setup.shown();
    }),
  );
  return { connected };
}
