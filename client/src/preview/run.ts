import { type CancellationToken, l10n, Uri, window, workspace } from "vscode";
import type { Environment } from "../../../server/src/protocol/environments.ts";
import type { Previewed } from "../../../server/src/protocol/previews.ts";
import { linesOf } from "../webview/place.ts";
import type { Preview } from "./preview.ts";
import { fullNameOf, keyOf } from "./previewed.ts";
import type { ProvisioningServer, Refusal } from "./provisioningServer.ts";

/** What a preview is about. */
export interface Subject {
  readonly uri: string;
  /** Undefined: the first mapping that fits. */
  readonly mapping: string | undefined;
  readonly previewed: Previewed;
  readonly environment: Environment;
  /** The source attributes that alone have changed, as the person said. */
  readonly changed?: readonly string[];
}

/** A preview, and the text of the document that it is of. */
export interface PreviewOfText extends Preview {
  readonly text: string;
}

/** Runs a preview, or the same for real. */
export async function run(
  { uri, mapping, previewed, environment, changed = [] }: Subject,
  provision: boolean,
  server: ProvisioningServer,
  token: CancellationToken,
): Promise<PreviewOfText | Refusal> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const text = document.getText();
  const named = mapping === undefined ? {} : { mapping };
  const about = { uri, ...named, ...keyOf(previewed), environment: environment.name };
  const answer = await server.preview({ ...about, provision, comparesWire: true, changed }, token);
  if (answer.kind === "refused") return answer;
  const { kind: _, ...told } = answer;
  const file = workspace.asRelativePath(document.uri);
  return { ...told, file, ...linesOf(text), text };
}

/** Asks before the endpoint of a real application is written to. */
export async function confirmed({ previewed, environment }: Subject): Promise<boolean> {
  if (environment.endpoint === "sandbox") return true;
  const question = l10n.t("Provision {0} into {1}?", fullNameOf(previewed), environment.endpoint);
  const detail = l10n.t("This writes to the environment “{0}”.", environment.name);
  const provision = l10n.t("Provision");
  return (await window.showWarningMessage(question, { modal: true, detail }, provision)) === provision;
}
