import "./translate.ts";
import { type ExtensionContext, window } from "vscode";
import { activateExplorer } from "./explorer/index.ts";
import { activateImpact } from "./impact/index.ts";
import { activateJobs } from "./jobs/index.ts";
import { activateLanguageClient, startWhenNeeded } from "./languageClient.ts";
import { activateLanguageModelTools } from "./languageModelTools/index.ts";
import { activateLiveValues } from "./liveValues/index.ts";
import { createPinnedUser } from "./liveValues/pinnedUser.ts";
import { activatePreview } from "./preview/index.ts";
import { activateSchema } from "./schema/index.ts";
import { activateSecrets } from "./secrets/index.ts";
import { activateTesting } from "./testing/index.ts";
import { activateWalkthrough } from "./walkthrough/index.ts";

/** What the extension offers to other extensions. */
export interface MapwrightApi {
  /** The process of the language server; undefined while none runs. */
  readonly serverProcessId: () => number | undefined;
}

/** Called by VS Code when the first .provmap or JSON file is opened, or a command of Mapwright is run. */
export async function activate(context: ExtensionContext): Promise<MapwrightApi> {
  const output = window.createOutputChannel("Mapwright", { log: true });
  context.subscriptions.push(output);
  const secrets = activateSecrets(context);
  const pinned = createPinnedUser(context);
  const client = activateLanguageClient(context, output, secrets, pinned);
  const shown = activatePreview(context, client, secrets);
  activateImpact(context, client);
  activateLiveValues(context, client, pinned);
  activateJobs(context, client, secrets);
  activateSchema(context, client);
  activateTesting(context, client, shown);
  activateLanguageModelTools(context, client);
  const { connected } = activateWalkthrough(context, client, secrets);
  activateExplorer(context, { client, secrets, pinned, connected });
  await startWhenNeeded(context, client);
  return { serverProcessId: () => client.serverProcess?.pid };
}
