import { commands, ProgressLocation, Uri, window, workspace } from "vscode";
import type { EndedCycle, JobParams } from "../../../server/src/protocol/jobs.ts";
import type { Environment } from "../../../server/src/protocol.ts";
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
  const question = `Start provisioning everybody in scope of ${file} into ${endpoint}?`;
  const minutes = repetition();
  const repeats = minutes > 0 ? ` A cycle follows every ${minutes} minutes until you stop it.` : "";
  const detail = `This writes to the environment “${name}”.${repeats}`;
  return (await window.showWarningMessage(question, { modal: true, detail }, "Start")) === "Start";
}

async function runCycle(key: JobParams, means: Means): Promise<void> {
  const { server, secrets } = means;
  const file = workspace.asRelativePath(Uri.parse(key.uri));
  const options = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: `Provisioning ${file} in ${key.environment}`,
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
  const word = kind === "initial" ? "Initial cycle" : "Incremental cycle";
  const course = state === "Failed" ? "did not go through" : countedActions(cycle);
  const head = `${word} of ${file} in ${key.environment}: ${course}.`;
  const trouble = error ?? quarantine?.error;
  const sentence = trouble === undefined ? head : `${head} ${trouble.message} ${trouble.recommendedAction}`;
  const isWell = state === "Succeeded" && quarantine === undefined;
  const show = isWell ? window.showInformationMessage : window.showWarningMessage;
  const choice = await show(sentence, "Show Log", "Show Jobs");
  if (choice === "Show Log") await commands.executeCommand("mapwright.showJobLog", key);
  if (choice === "Show Jobs") await commands.executeCommand("mapwright.jobs.focus");
}

async function tellRefusal(message: string, again: () => Promise<void>): Promise<void> {
  if ((await window.showErrorMessage(message, "Try Again")) === "Try Again") await again();
}
