import { Disposable, l10n, StatusBarAlignment, window, workspace } from "vscode";
import { isSchema } from "../schema/isSchema.ts";
import { areEnabled, type PinnedUser } from "./pinnedUser.ts";

/** The sample user in the status bar, while a file with mappings is before the person. A click pins another, or none. */
export function createStatusItem(pinned: PinnedUser): Disposable {
  const item = window.createStatusBarItem("mapwright.pinnedUser", StatusBarAlignment.Right, 90);
  item.name = l10n.t("Mapwright: Sample User");
  item.command = "mapwright.pinUser";
  const update = () => {
    const document = window.activeTextEditor?.document;
    const isConcerned = document !== undefined && (document.languageId === "provmap" || isSchema(document));
    if (!isConcerned || !workspace.isTrusted || !areEnabled()) return item.hide();
    const user = pinned.get();
    item.text = user ? `$(pinned) ${user.displayName}` : `$(pin) ${l10n.t("Pin Sample User")}`;
    item.tooltip = user
      ? l10n.t("Mapwright shows the values of {0}. Choose another user, or unpin.", user.userPrincipalName)
      : l10n.t("Mapwright shows the values of every mapping for the user that you pin.");
    item.accessibilityInformation = {
      label: user
        ? l10n.t("Sample user: {0}. Choose another user, or unpin.", user.displayName)
        : l10n.t("Pin a sample user"),
      role: "button",
    };
    item.show();
  };
  update();
  return Disposable.from(
    item,
    pinned.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidGrantWorkspaceTrust(update),
  );
}
