import { CancellationTokenSource, type Disposable, l10n, type TextDocument, window, workspace } from "vscode";
import type { ImpactBase } from "../../../server/src/protocol/impact.ts";
import type { ImpactServer } from "./impactServer.ts";
import type { SavedTexts } from "./savedTexts.ts";
import { warningText } from "./words.ts";

/** What the warning needs of its surroundings. */
export interface Surroundings {
  readonly server: ImpactServer;
  readonly saved: SavedTexts;
  readonly concerns: (document: TextDocument) => boolean;
  readonly show: (uri: string, base: ImpactBase) => Promise<void>;
}

/**
 * Warns of an edit that is being saved where it would disable or delete more accounts than the threshold allows. The save waits for nothing:
 * the text before is known already, and what comes of the edit is told beside or after it.
 */
export function createSaveWarning({ server, saved, concerns, show }: Surroundings): Disposable {
  return workspace.onWillSaveTextDocument(({ document }) => {
    const before = saved.of(document);
    const settings = workspace.getConfiguration("mapwright", document);
    if (!workspace.isTrusted || !concerns(document) || !settings.get("impact.warnOnSave", true)) return;
    if (before === undefined || before === document.getText()) return;
    const warn = async () => {
      const uri = document.uri.toString();
      const base: ImpactBase = { kind: "text", text: before };
      const answer = await server.impact({ uri, against: base, limit: 0 }, new CancellationTokenSource().token);
      if (answer?.kind !== "report") return;
      const file = workspace.asRelativePath(document.uri);
      const text = warningText(file, answer.report.threshold, settings.get("impact.deleteThreshold", defaultThreshold));
      if (text === undefined) return;
      const action = l10n.t("Show Impact");
      if ((await window.showWarningMessage(text, action)) === action) await show(uri, base);
    };
    void warn();
  });
}

/** As package.json states it. */
const defaultThreshold = 500;
