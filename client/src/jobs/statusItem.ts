import { Disposable, l10n, StatusBarAlignment, ThemeColor, window } from "vscode";
import type { JobList } from "./jobList.ts";
import { statusText } from "./statusText.ts";
import { stateWords } from "./words.ts";

/** The jobs in the status bar: what runs, or which of them is in quarantine. A click shows the view. */
export function createStatusItem(jobs: JobList): Disposable {
  const item = window.createStatusBarItem("mapwright.jobs", StatusBarAlignment.Left, 10);
  item.name = l10n.t("Mapwright: Provisioning Jobs");
  item.command = "mapwright.jobs.focus";
  const update = () => {
    const shown = statusText(jobs.known());
    if (shown === undefined) return item.hide();
    const { icon, text, isWarning } = shown;
    item.text = `$(${icon}) ${text}`;
    item.tooltip = jobs
      .known()
      .map(job => `${job.application}, ${job.environment}: ${stateWords(job)}`)
      .join("\n");
    item.accessibilityInformation = { label: l10n.t("Provisioning jobs: {0}", text), role: "button" };
    item.backgroundColor = isWarning ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    item.show();
  };
  update();
  return Disposable.from(item, jobs.onDidChange(update));
}
