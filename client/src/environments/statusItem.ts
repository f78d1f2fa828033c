import { Disposable, l10n, StatusBarAlignment, ThemeColor, window, workspace } from "vscode";
import { isSchema } from "../schema/isSchema.ts";
import type { CurrentEnvironment } from "./currentEnvironment.ts";
import { statusText } from "./statusText.ts";

/** The selected environment in the status bar, while a file with mappings is before the person, or a view is open. A click selects another. */
export function createEnvironmentItem(
  current: CurrentEnvironment,
  isViewed: () => boolean,
): Disposable & { readonly update: () => void } {
  const item = window.createStatusBarItem("mapwright.environment", StatusBarAlignment.Right, 91);
  item.name = l10n.t("Mapwright: Environment");
  item.command = "mapwright.selectEnvironment";
  const update = async () => {
    if (!workspace.isTrusted || !(isViewed() || hasMappings())) return item.hide();
    const answer = await current.workspace();
    const environment = answer?.kind === "workspace" ? current.chosen(answer.environments) : undefined;
    if (environment === undefined) return item.hide();
    const { text, label, tooltip, background } = statusText(environment);
    Object.assign(item, {
      text,
      tooltip,
      accessibilityInformation: { label, role: "button" },
      backgroundColor: background === undefined ? undefined : new ThemeColor(background),
    });
    item.show();
  };
  const run = () => void update();
  const listeners = [current.onDidChange(run), window.onDidChangeActiveTextEditor(run)];
  run();
  return {
    update: run,
    dispose: () => Disposable.from(item, ...listeners).dispose(),
  };
}

function hasMappings(): boolean {
  const document = window.activeTextEditor?.document;
  return document !== undefined && (document.languageId === "provmap" || isSchema(document));
}
