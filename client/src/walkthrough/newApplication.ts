import { commands, l10n, Uri, window, workspace } from "vscode";
import type {
  NewApplicationAnswer,
  NewApplicationParams,
  NewEndpoint,
  TestEndpointParams,
} from "../../../server/src/protocol/applications.ts";
import { lateProgress } from "../preview/lateProgress.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { ApplicationServer } from "./applicationServer.ts";
import { askAuthentication, askFolder, askName, askOrigin, askScope, askTenantUrl, type Origin } from "./questions.ts";

/** What adding an application needs. */
export interface Means {
  readonly server: ApplicationServer;
  readonly secrets: Secrets;
  /** Told where an endpoint has answered. */
  readonly connected: () => void;
}

/** Asks what the application is, tests its connection, writes its file and offers a first preview. Escape ends it, with nothing written. */
export async function newApplication(means: Means): Promise<void> {
  if (workspace.workspaceFolders === undefined) return offerFolder();
  const folder = await askFolder();
  const origin = folder && (await askOrigin(await means.server.templates()));
  const name = origin && (await askName(origin === "custom" ? l10n.t("Application") : origin.name));
  if (folder === undefined || origin === undefined || name === undefined) return;
  const endpoint = await askEndpoint(origin, name.trim(), means);
  const scope = endpoint && (await askScope());
  if (endpoint === undefined || scope === undefined) return;
  await create(
    {
      ...endpoint,
      folder: folder.toString(),
      name: name.trim(),
      scope,
      ...(origin !== "custom" && { template: origin.id }),
    },
    means,
  );
}

async function offerFolder(): Promise<void> {
  const open = l10n.t("Open Folder…");
  const message = l10n.t("Open the folder that is to hold the application's file first.");
  if ((await window.showInformationMessage(message, open)) === open) {
    await commands.executeCommand("workbench.action.files.openFolder");
  }
}

/** The endpoint and its credentials, of which the value goes into the secret storage; undefined where the person gave up. */
async function askEndpoint(origin: Origin, name: string, means: Means): Promise<NewEndpoint | undefined> {
  const isScim = origin === "custom" || origin.connector === "SCIM";
  const address = isScim ? await askTenantUrl(origin) : "";
  if (address === undefined) return undefined;
  if (address === "") return {};
  const authorized = origin === "custom" ? await askAuthentication() : { authentication: origin.authentication };
  if (authorized === undefined) return undefined;
  const secret = secretName(name);
  const needsSecret = authorized.authentication !== "none";
  const endpoint = { endpoint: address, ...authorized, ...(needsSecret && { secret }) };
  if (needsSecret && (await means.secrets.enter(secret, receivers(endpoint))) === undefined) return endpoint;
  return (await testConnection(endpoint, means)) ? endpoint : undefined;
}

/** The origins that the language server will ask the secret for. */
function receivers({ endpoint, tokenEndpoint = endpoint }: TestEndpointParams): readonly string[] {
  return [...new Set([tokenEndpoint, endpoint].map(address => new URL(address).origin))];
}

/** True where the endpoint answers as it should, or the person goes on all the same. */
async function testConnection(endpoint: TestEndpointParams, means: Means): Promise<boolean> {
  const answer = await lateProgress(l10n.t("Testing the connection"), token =>
    means.server.testEndpoint(endpoint, token),
  );
  if (answer === undefined) return false;
  if (answer.kind === "connected") {
    means.connected();
    return true;
  }
  const [again, anyway] = [l10n.t("Try Again"), l10n.t("Continue Anyway")];
  const choice = await window.showErrorMessage(answer.message, again, anyway);
  return choice === again ? testConnection(endpoint, means) : choice === anyway;
}

async function create(params: NewApplicationParams, { server }: Means): Promise<void> {
  const answer = await lateProgress(l10n.t("Adding {0}", params.name ?? ""), token => server.create(params, token));
  if (answer === undefined) return;
  if (answer.kind === "refused") return void window.showErrorMessage(answer.message);
  await window.showTextDocument(Uri.parse(answer.uri));
  const preview = l10n.t("Preview Provisioning…");
  if ((await window.showInformationMessage(said(answer), preview)) === preview) {
    await commands.executeCommand("mapwright.preview", Uri.parse(answer.uri));
  }
}

function said({ name, environment, schemas }: Extract<NewApplicationAnswer, { kind: "created" }>): string {
  return [
    l10n.t("{0} is added.", name),
    ...(environment === undefined ? [] : [l10n.t("Its environment “{0}” is only read from.", environment)]),
    ...(schemas?.kind === "failed"
      ? [l10n.t("Its mappings are Entra's defaults, as its schemas are not known: {0}", schemas.message)]
      : []),
  ].join(" ");
}

/** `our-learning` for “Our Learning!”, as the server names the file. */
function secretName(name: string): string {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join("-") || "application";
}
