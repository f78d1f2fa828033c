import { commands, type ExtensionContext, l10n, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { methods, PinParams } from "../../../server/src/protocol.ts";
import { type ObjectItem, objectItems } from "../preview/pick.ts";
import { provisioningServer } from "../preview/provisioningServer.ts";
import { isSchema } from "../schema/isSchema.ts";
import type { PinnedUser } from "./pinnedUser.ts";
import { sampleOf } from "./sampleOf.ts";
import { createStatusItem } from "./statusItem.ts";

const pinMethod: typeof methods.pin = "mapwright/pin";

/** Registers the commands that pin and unpin a sample user, whose values the language server then shows, and its status bar item. */
export function activateLiveValues(context: ExtensionContext, client: LanguageClient, pinned: PinnedUser): void {
  const server = provisioningServer(client);
  const tell = () => {
    const params: PinParams = { sample: pinned.shown() ?? null };
    if (client.isRunning()) void client.sendNotification(pinMethod, params);
    void commands.executeCommand("setContext", "mapwright.hasPinnedUser", pinned.get() !== undefined);
  };
  const pin = async (): Promise<void> => {
    const uri = await concerned();
    if (uri === undefined) {
      void window.showInformationMessage(l10n.t("Open a .provmap file first: its directory has the users to pin."));
      return;
    }
    const answer = await server.users({ uri });
    if (answer.kind === "users") return choose(answer, pinned);
    const again = l10n.t("Try Again");
    if ((await window.showErrorMessage(answer.message, again)) === again) await pin();
  };
  tell();
  context.subscriptions.push(
    createStatusItem(pinned),
    pinned.onDidChange(tell),
    commands.registerCommand("mapwright.pinUser", pin),
    commands.registerCommand("mapwright.unpinUser", () => pinned.set(undefined)),
  );
}

/** The file in the editor, or any of the workspace: all of them have the same users. */
async function concerned(): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  const isConcerned = document !== undefined && (document.languageId === "provmap" || isSchema(document));
  if (isConcerned && document.uri.scheme === "file") return document.uri.toString();
  const [found] = await workspace.findFiles("**/*.provmap", undefined, 1);
  return found?.toString();
}

/** Lets the person choose a user or a group; the one that is pinned comes first, behind the row that unpins it. */
async function choose(directory: Parameters<typeof objectItems>[0], pinned: PinnedUser): Promise<void> {
  const before = pinned.get();
  const items = objectItems(directory, before?.id, l10n.t("pinned"));
  const unpin: ObjectItem = { label: `$(close) ${l10n.t("Unpin {0}", before?.displayName ?? "")}`, alwaysShow: true };
  const picked = await window.showQuickPick(before === undefined ? items : [unpin, ...items], {
    title: l10n.t("Pin Sample User"),
    placeHolder: l10n.t("A user or a group, by name, user principal name or mail"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await pinned.set(picked.object && sampleOf(picked.object));
}
