import { commands, l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import type { Environment } from "../../../server/src/protocol/environments.ts";
import type { EndedCycle, JobParams } from "../../../server/src/protocol/jobs.ts";
import { pickEnvironment } from "../preview/pick.ts";
import type { ProvisioningServer } from "../preview/provisioningServer.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { isSame } from "./jobList.ts";
import type { JobServer } from "./jobServer.ts";
import { countedActions, progressWords } from "./words.ts";

/** What starting a job needs. */
export interface Means {
  readonly server: JobServer;
  readonly provisioning: ProvisioningServer;
  readonly secrets: Secrets;
}

/** What a job is started on: an environment is asked for where none is named. */
export interface Target {
  readonly uri: string;
  readonly environment?: string;
}

/** The minutes from a cycle to the next one; 0: none follows. */
export function repetition(): number {
  const minutes = workspace.getConfiguration("mapwright").get("jobs.interval", 0);
  return Number.isFinite(minutes) ? Math.max(0, minutes) : 0;
}

/** Runs a cycle, once the person has chosen and confirmed where; its progress is shown until it has ended, and then what came of it. */
export async function startJob(target: Target, means: Means): Promise<void> {
  await saveAround(target.uri);
  const answer = await means.provisioning.environments({ uri: target.uri });
  if (answer.kind === "refused") return tellRefusal(answer.message, () => startJob(target, means));
  const environment = await chooseEnvironment(target, answer.environments);
  if (environment === undefined || !(await confirmed(target.uri, environment))) return;
  await runCycle({ uri: target.uri, environment: environment.name }, means);
}

/** A cycle is run from what is saved. */
async function saveAround(uri: string): Promise<void> {
  const isConcerned = ({ path }: Uri) => path.endsWith("/mapwright.json");
  const dirty = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  for (const document of dirty) if (document.uri.toString() === uri || isConcerned(document.uri)) await document.save();
}

async function chooseEnvironment(
  { uri, environment: named }: Target,
  environments: readonly Environment[],
): Promise<Environment | undefined> {
  const known = environments.find(({ name }) => name === named);
  if (known !== undefined) return known;
  const preferred = workspace.getConfiguration("mapwright", Uri.parse(uri)).get("environment", "sandbox");
  return pickEnvironment(
    environments.filter(({ write }) => write),
    preferred,
  );
}

/** Asks before the endpoint of a real application is written to. The language server refuses one that is read-only. */
async function confirmed(uri: string, { name, endpoint, write }: Environment): Promise<boolean> {
  if (endpoint === "sandbox" || !write) return true;
  const file = workspace.asRelativePath(Uri.parse(uri));
  const question = l10n.t("Start provisioning everybody in scope of {0} into {1}?", file, endpoint);
  const minutes = repetition();
  const detail = [
    l10n.t("This writes to the environment “{0}”.", name),
    ...(minutes > 0 ? [l10n.t("A cycle follows every {0} minutes until you stop it.", minutes)] : []),
  ].join(" ");
  const start = l10n.t("Start");
  return (await window.showWarningMessage(question, { modal: true, detail }, start)) === start;
}

async function runCycle(key: JobParams, means: Means): Promise<void> {
  const { server, secrets } = means;
  const file = workspace.asRelativePath(Uri.parse(key.uri));
  const options = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: l10n.t("Provisioning {0} in {1}", file, key.environment),
  };
  const answer = await window.withProgress(options, async (progress, token) => {
    let reported = 0;
    const listener = server.onProgress(({ progress: told, ...other }) => {
      if (!isSame(key, other)) return;
      const percent = Math.round(told.share * 100);
      progress.report({ message: progressWords(told), increment: percent - reported });
      reported = percent;
    });
    token.onCancellationRequested(() => void server.stop(key));
    return secrets.askDuring(() => server.start(key)).finally(() => listener.dispose());
  });
  if (answer.kind === "refused") return tellRefusal(answer.message, () => runCycle(key, means));
  void tellEnd(answer.cycle, key, file);
}

async function tellEnd(cycle: EndedCycle, key: JobParams, file: string): Promise<void> {
  const { kind, state, error, quarantine } = cycle;
  const course = state === "Failed" ? l10n.t("did not go through") : countedActions(cycle);
  const head =
    kind === "initial"
      ? l10n.t("Initial cycle of {0} in {1}: {2}.", file, key.environment, course)
      : l10n.t("Incremental cycle of {0} in {1}: {2}.", file, key.environment, course);
  const trouble = error ?? quarantine?.error;
  const sentence = trouble === undefined ? head : `${head} ${trouble.message} ${trouble.recommendedAction}`;
  const isWell = state === "Succeeded" && quarantine === undefined;
  const show = isWell ? window.showInformationMessage : window.showWarningMessage;
  const [showLog, showJobs] = [l10n.t("Show Log"), l10n.t("Show Jobs")];
  const choice = await show(sentence, showLog, showJobs);
  if (choice === showLog) await commands.executeCommand("mapwright.showJobLog", key);
  if (choice === showJobs) await commands.executeCommand("mapwright.jobs.focus");
}

async function tellRefusal(message: string, again: () => Promise<void>): Promise<void> {
  const tryAgain = l10n.t("Try Again");
  if ((await window.showErrorMessage(message, tryAgain)) === tryAgain) await again();
}
