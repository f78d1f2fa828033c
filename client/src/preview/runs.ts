import { CancellationTokenSource, commands, type Disposable, l10n, type TextDocument, window, workspace } from "vscode";
import type { Secrets } from "../secrets/secrets.ts";
import type { PreviewDocuments } from "./documents.ts";
import { lateProgress } from "./lateProgress.ts";
import type { PreviewPanel } from "./panel.ts";
import { nameOf } from "./previewed.ts";
import type { ProvisioningServer, Refusal } from "./provisioningServer.ts";
import { renderReport } from "./renderReport.ts";
import { report } from "./report.ts";
import { confirmed, type PreviewOfText, run, type Subject } from "./run.ts";

/** What the runs need. */
export interface RunMeans {
  readonly panel: PreviewPanel;
  readonly documents: PreviewDocuments;
  readonly server: ProvisioningServer;
  readonly secrets: Secrets;
  /** Keeps a subject as the last one of its mapping. */
  readonly remember: (subject: Subject) => void;
}

/** The preview in the panel. */
export interface Shown {
  readonly subject: Subject;
  readonly preview: PreviewOfText;
}

/** The runs whose results the panel shows. */
export interface Runs extends Disposable {
  readonly shown: () => Shown | undefined;
  /** Its document was edited since. */
  readonly isStale: () => boolean;
  /** Runs a preview and shows it. */
  readonly preview: (subject: Subject) => Promise<void>;
  /** Does the same for real once the person has agreed. */
  readonly provision: (subject: Subject) => Promise<void>;
  /** Ends the run that is under way. */
  readonly cancel: () => void;
  /** Says that the preview in the panel is old where its document was edited, and runs it anew where edits are followed. */
  readonly edited: (document: TextDocument) => void;
}

/** What changes from run to run. */
interface State {
  shown?: Shown;
  /** The run that the panel waits for. */
  waiting?: { readonly source: CancellationTokenSource; readonly isReal: boolean };
  timer?: NodeJS.Timeout;
}

/** In milliseconds: how long nobody types before a preview follows. */
const pause = 500;

const changed = l10n.t("The file has changed since this run.");
const old = l10n.t("The file has changed since this run. Retest shows what it gives now.");

/** Runs whose last result is in the panel. */
export function createRuns(means: RunMeans): Runs {
  const state: State = {};
  return {
    shown: () => state.shown,
    isStale: () => state.shown !== undefined && isStale(state.shown),
    preview: subject => start(subject, false, state, means),
    provision: async subject => {
      if (!(await confirmed(subject))) return;
      await start(subject, true, state, means);
      if (subject.environment.endpoint === "sandbox") await commands.executeCommand("mapwright.refreshSandbox");
    },
    cancel: () => state.waiting?.source.cancel(),
    edited: document => {
      if (document.uri.toString() === state.shown?.subject.uri) tellWhetherStale(state, means);
    },
    dispose: () => {
      clearTimeout(state.timer);
      state.waiting?.source.cancel();
    },
  };
}

async function start(subject: Subject, isReal: boolean, state: State, means: RunMeans): Promise<void> {
  const { previewed, environment } = subject;
  const name = nameOf(previewed);
  const title = isReal
    ? l10n.t("Provisioning {0} in {1}", name, environment.name)
    : l10n.t("Previewing {0} in {1}", name, environment.name);
  const source = begin(`${title} …`, isReal, state, means);
  const running = () => means.secrets.askDuring(() => run(subject, isReal, means.server, source.token));
  const answer = await lateProgress(title, running, source);
  end(source, answer ? "" : l10n.t("The run was cancelled: this is the one before."), state, means);
  if (!answer) return;
  if ("kind" in answer) {
    tellWhetherStale(state, means);
    return tell(answer, () => start(subject, isReal, state, means));
  }
  means.panel.open();
  show(subject, answer, state, means);
}

/** Runs the shown preview anew. What hinders it is told in the panel, and nobody is asked for a secret. */
async function follow({ subject }: Shown, state: State, means: RunMeans): Promise<void> {
  const source = begin(l10n.t("The file has changed since this run: previewing again …"), false, state, means);
  const answer = await run(subject, false, means.server, source.token);
  if (source.token.isCancellationRequested) return end(source, old, state, means);
  if ("kind" in answer) {
    const sentence = l10n.t("The file has changed since this run, and cannot be previewed now: {0}", answer.message);
    return end(source, sentence, state, means);
  }
  end(source, "", state, means);
  show(subject, answer, state, means);
}

/** A preview ends the one before. What is done for real goes on, and is shown when it is done. */
function begin(sentence: string, isReal: boolean, state: State, { panel }: RunMeans): CancellationTokenSource {
  clearTimeout(state.timer);
  if (!state.waiting?.isReal) state.waiting?.source.cancel();
  const source = new CancellationTokenSource();
  state.waiting = { source, isReal };
  panel.show({ state: sentence, isRunning: true });
  return source;
}

function end(source: CancellationTokenSource, sentence: string, state: State, { panel }: RunMeans): void {
  if (state.waiting?.source !== source) return;
  delete state.waiting;
  panel.show({ state: sentence, isRunning: false });
}

function show(subject: Subject, preview: PreviewOfText, state: State, means: RunMeans): void {
  const { environment, previewed, result } = preview;
  const { panel, documents } = means;
  const current = { ...subject, environment, previewed };
  state.shown = { subject: current, preview };
  for (const mapping of new Set([subject.mapping, result.mapping])) means.remember({ ...current, mapping });
  documents.update(preview);
  const markup = renderReport(report(preview), { savesTests: subject.uri.endsWith(".provmap") });
  panel.show({ title: l10n.t("Preview: {0}", nameOf(previewed)), report: markup, isStale: false });
  panel.say(result.summary);
  tellWhetherStale(state, means);
}

function isStale({ subject, preview }: Shown): boolean {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === subject.uri);
  return document !== undefined && document.getText() !== preview.text;
}

function tellWhetherStale(state: State, means: RunMeans): void {
  const { shown, waiting } = state;
  if (shown === undefined || !means.panel.isOpen()) return;
  clearTimeout(state.timer);
  const isOld = isStale(shown);
  means.panel.show({ isStale: isOld });
  if (waiting?.isReal) return;
  const follows = isOld && followsEdits(shown);
  if (waiting === undefined) means.panel.show({ state: stateOf(isOld, follows) });
  if (follows) state.timer = setTimeout(() => void follow(shown, state, means), pause);
}

function stateOf(isOld: boolean, follows: boolean): string {
  if (!isOld) return "";
  return follows ? changed : old;
}

/** What was provisioned stays in sight. Endpoints across a network are not asked at every pause, unless that is wanted. */
function followsEdits({ preview, subject }: Shown): boolean {
  if (preview.result.mode === "provision") return false;
  const wanted = workspace.getConfiguration("mapwright").get<string>("preview.followEdits");
  return wanted === "always" || (wanted === "sandbox" && subject.environment.endpoint === "sandbox");
}

/** Shows a refusal; the person can mend its cause and try again. */
export async function tell({ message }: Refusal, again: () => Promise<void>): Promise<void> {
  const tryAgain = l10n.t("Try Again");
  if ((await window.showErrorMessage(message, tryAgain)) === tryAgain) await again();
}
