import { CancellationTokenSource, type Disposable, l10n, type TextDocument, Uri, workspace } from "vscode";
import type { ImpactBase } from "../../../server/src/protocol/impact.ts";
import { linesOf } from "../webview/place.ts";
import type { Impact } from "./impact.ts";
import type { ImpactServer } from "./impactServer.ts";
import type { ImpactPanel } from "./panel.ts";
import {
  renderActions,
  renderImpact,
  renderNotes,
  renderNotice,
  renderProgress,
  renderRunning,
} from "./renderImpact.ts";
import { impactView } from "./view.ts";
import { baseText } from "./words.ts";

/** A file and the version before it. */
export interface Subject {
  readonly uri: string;
  readonly base: ImpactBase;
}

/** The runs of the panel: one at a time, of which the last that has ended is shown. */
export interface Runs extends Disposable {
  readonly run: (subject: Subject) => Promise<void>;
  readonly cancel: () => void;
  /** The document was edited, or saved. */
  readonly changed: (document: TextDocument, how: "edited" | "saved") => void;
  /** A directory was changed. */
  readonly directoryChanged: () => void;
  /** What was run last, whether it has ended or not. */
  readonly subject: () => Subject | undefined;
  readonly shown: () => Impact | undefined;
}

/** What runs need of their surroundings. */
export interface Surroundings {
  readonly server: ImpactServer;
  readonly panel: ImpactPanel;
  /** Told of every run that has ended. */
  readonly onImpact: (impact: Impact) => Promise<void>;
}

/** Runs for the panel. */
export function createRuns({ server, panel, onImpact }: Surroundings): Runs {
  const now: { subject?: Subject; running?: CancellationTokenSource; impact?: Impact } = {};

  async function run(subject: Subject): Promise<void> {
    now.running?.cancel();
    const source = new CancellationTokenSource();
    Object.assign(now, { subject, running: source });
    const document = await workspace.openTextDocument(Uri.parse(subject.uri));
    const { version } = document;
    const file = workspace.asRelativePath(document.uri);
    const lines = linesOf(document.getText());
    const about = l10n.t("{0} against {1}", file, baseText(subject.base));
    panel.show({ title: l10n.t("Impact: {0}", file), state: renderRunning(about) });
    panel.open();
    panel.say(l10n.t("Reading the directory for {0}…", about));
    const params = { uri: subject.uri, against: subject.base, keepsPeople: true };
    const answer = await server.impact(params, source.token, progress => {
      if (now.running === source) panel.show({ progress: renderProgress(progress) });
    });
    if (now.running !== source) return;
    delete now.running;
    if (!answer)
      return panel.show({
        progress: "",
        state: renderNotice(l10n.t("The comparison of {0} was cancelled.", about), "stale"),
      });
    if (answer.kind === "refused") return panel.show({ progress: "", state: renderNotice(answer.message, "refused") });
    now.impact = { ...subject, report: answer.report, run: answer.run ?? 0, file, ...lines };
    show(now.impact, panel);
    if (document.version !== version) panel.show({ state: stale });
    await onImpact(now.impact);
  }

  return {
    run,
    cancel: () => now.running?.cancel(),
    changed: ({ uri }, how) => {
      const isShown = now.impact?.uri === uri.toString() && now.running === undefined;
      if (isShown && (how === "edited" || now.impact?.base.kind === "saved")) panel.show({ state: stale });
    },
    directoryChanged: () => {
      if (now.impact && !now.running)
        panel.show({ state: renderNotice(l10n.t("The directory has changed since this run."), "stale") });
    },
    subject: () => now.subject,
    shown: () => now.impact,
    dispose: () => now.running?.cancel(),
  };
}

const stale = renderNotice(l10n.t("The file has changed since this run."), "stale");

function show(impact: Impact, panel: ImpactPanel): void {
  const view = impactView(impact);
  const actions = renderActions(view.counts, undefined);
  panel.show({ state: "", progress: "", report: renderImpact(view), actions, notes: renderNotes(view) });
  panel.say(view.summary);
}
