import { commands, type ExtensionContext, Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { createCurrentEnvironment } from "../environments/currentEnvironment.ts";
import { activateEnvironments } from "../environments/index.ts";
import type { PinnedUser } from "../liveValues/pinnedUser.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { activateApplications } from "./applications/index.ts";
import { createCurrentFile } from "./currentFile.ts";
import { activateDirectory } from "./directory/index.ts";
import { goTo } from "./goTo.ts";
import type { PlaceNode } from "./placeNode.ts";
import { activateSandbox } from "./sandbox/index.ts";
import { viewServer } from "./viewServer.ts";

/** What the views share with other features. */
export interface Shared {
  readonly client: LanguageClient;
  readonly secrets: Secrets;
  readonly pinned: PinnedUser;
  /** Told where an endpoint has answered. */
  readonly connected: () => void;
}

/** Registers the views in the activity bar: applications, sample users and groups, environments, sandbox. */
export function activateExplorer(context: ExtensionContext, { client, secrets, pinned, connected }: Shared): void {
  const server = viewServer(client);
  const current = createCurrentFile();
  const environment = createCurrentEnvironment(context.workspaceState, server, current);
  context.subscriptions.push(
    current,
    environment,
    activateApplications(server),
    activateDirectory(server, current, pinned),
    activateEnvironments(context, { server, current, environment, secrets, connected }),
    activateSandbox(server, current, environment),
    commands.registerCommand("mapwright.goToPlace", ({ file, place }: PlaceNode) => goTo(Uri.file(file), place)),
  );
}
