import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { LogFilter, LoggedAction, LoggedStatus, NumberedEntry } from "../../../server/src/protocol/jobs.ts";

const statuses: readonly LoggedStatus[] = ["failure", "warning", "skipped", "success"];
const actions: readonly LoggedAction[] = ["create", "update", "disable", "delete", "stagedDelete", "other"];

/** Lets the person choose what of a log is shown; undefined where they give up. */
export async function pickFilter(application: string): Promise<LogFilter | undefined> {
  const title = l10n.t("Provisioning Log of {0}", application);
  const picked = await window.showQuickPick<QuickPickItem & { readonly filter?: LogFilter | "subject" }>(
    [
      { label: l10n.t("Everything"), filter: {} },
      { label: l10n.t("Of a user or group…"), description: l10n.t("by id or name"), filter: "subject" },
      { label: l10n.t("status"), kind: QuickPickItemKind.Separator },
      ...statuses.map(status => ({ label: status, filter: { status } })),
      { label: l10n.t("action"), kind: QuickPickItemKind.Separator },
      ...actions.map(action => ({ label: action, filter: { action } })),
    ],
    { title, placeHolder: l10n.t("What is shown") },
  );
  if (picked?.filter !== "subject") return picked?.filter;
  const subject = await window.showInputBox({
    title,
    prompt: l10n.t("A part of the id, the name, the user principal name or the mail."),
  });
  return subject ? { subject } : undefined;
}

/** Lets the person find an entry by name, action, status or reason; the newest come first. */
export async function pickEntry(
  application: string,
  entries: readonly NumberedEntry[],
): Promise<NumberedEntry | undefined> {
  const items = entries.toReversed().map(numbered => ({ ...entryItem(numbered), numbered }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Find in the Provisioning Log of {0}", application),
    placeHolder: l10n.t("A name, an action, a status or a reason"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.numbered;
}

const icons: Readonly<Record<LoggedStatus, string>> = {
  success: "pass",
  warning: "warning",
  failure: "error",
  skipped: "debug-step-over",
};

function entryItem({ entry }: NumberedEntry): QuickPickItem {
  const { sourceIdentity, provisioningAction, provisioningStatusInfo, provisioningSteps, activityDateTime } = entry;
  const { status, errorInformation } = provisioningStatusInfo;
  const reason = errorInformation?.reason || provisioningSteps.at(-1)?.description;
  return {
    label: `$(${icons[status]}) ${sourceIdentity.displayName || sourceIdentity.id || l10n.t("the job")}`,
    description: `${provisioningAction} ${status} · ${activityDateTime}`,
    ...(reason && { detail: reason }),
  };
}
