import { l10n, Uri, window, workspace } from "vscode";
import type { Job, JobParams } from "../../../server/src/protocol/jobs.ts";
import { isSame, type JobList } from "./jobList.ts";
import { logOf, logScheme } from "./logDocuments.ts";
import type { Target } from "./startJob.ts";
import { stateWords } from "./words.ts";

/** The job that a command is about: that of the row it was called on, or the one that the person chooses among those that fit. */
export async function chooseJob(
  argument: unknown,
  jobs: JobList,
  fits: (job: Job) => boolean = () => true,
): Promise<Job | undefined> {
  const known = await jobs.load();
  const key = keyOf(argument) ?? shownLog();
  if (key !== undefined) return known.find(job => isSame(job, key));
  const fitting = known.filter(fits);
  if (fitting.length === 0) {
    const sentence = jobs.trouble() ?? l10n.t("There is no such job. “Mapwright: Start Provisioning…” begins one.");
    return void window.showInformationMessage(sentence);
  }
  if (fitting.length === 1) return fitting[0];
  const items = fitting.map(job => ({
    label: job.application,
    description: job.environment,
    detail: stateWords(job),
    job,
  }));
  const options = { title: l10n.t("Provisioning Job"), placeHolder: l10n.t("The job"), matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.job;
}

/** What is to be started: the row, the file or the code lens that the command was called on, the file in the editor, or one of the workspace. */
export async function chooseTarget(argument: unknown): Promise<Target | undefined> {
  if (argument instanceof Uri) return { uri: argument.toString() };
  const key = keyOf(argument);
  if (key !== undefined) return key;
  if (isRecord(argument) && typeof argument.uri === "string") return { uri: argument.uri };
  const log = shownLog();
  if (log !== undefined) return { uri: log.uri };
  const document = window.activeTextEditor?.document;
  if (document?.languageId === "provmap" && document.uri.scheme === "file") return { uri: document.uri.toString() };
  const files = await workspace.findFiles("**/*.provmap", "**/node_modules/**");
  if (files.length === 0) {
    return void window.showInformationMessage(
      l10n.t("There is no .provmap file in the workspace: “Mapwright: New Application…” adds an application."),
    );
  }
  if (files.length === 1) return files[0] && { uri: files[0].toString() };
  const items = files.map(file => ({ label: workspace.asRelativePath(file), uri: file.toString() }));
  return window.showQuickPick(
    items.toSorted((one, other) => (one.label < other.label ? -1 : 1)),
    {
      title: l10n.t("Start Provisioning"),
      placeHolder: l10n.t("The application to provision"),
    },
  );
}

/** The job whose log is in the editor. */
function shownLog(): JobParams | undefined {
  const uri = window.activeTextEditor?.document.uri;
  return uri?.scheme === logScheme ? logOf(uri) : undefined;
}

/** The job of a row, or of one who calls the command with a key. */
function keyOf(argument: unknown): JobParams | undefined {
  const key = isRecord(argument) && isRecord(argument.job) ? argument.job : argument;
  if (!isRecord(key) || typeof key.uri !== "string" || typeof key.environment !== "string") return undefined;
  return { uri: key.uri, environment: key.environment };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
