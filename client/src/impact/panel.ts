import * as l10n from "@vscode/l10n";
import type { Disposable, Uri, WebviewPanel } from "vscode";
import type { ImpactAction } from "../../../server/src/protocol/impact.ts";
import { openWebview } from "../webview/openWebview.ts";
import { panelBody } from "./renderImpact.ts";

/** Whom the person looks for in the list. */
export interface Wanted {
  readonly search: string;
  /** Absent: those of every action. */
  readonly action?: ImpactAction;
  readonly offset: number;
}

/** What the person does in the panel. */
export type PanelMessage =
  | { readonly kind: "again" | "compare" | "csv" | "markdown" | "openText" | "cancel" }
  | ({ readonly kind: "find" } & Wanted)
  | { readonly kind: "reveal"; readonly start: number; readonly end: number };

/** The markup of the panel's parts; what stands in `found` is text. */
export interface PanelContent {
  readonly title: string;
  /** That a run is under way, that the report is old, or why there is none; empty for nothing. */
  readonly state: string;
  /** What a run that is under way has counted so far; empty for nothing. */
  readonly progress: string;
  /** Empty before the first. */
  readonly report: string;
  readonly actions: string;
  readonly found: string;
  readonly people: string;
  readonly pages: string;
  readonly notes: string;
}

/** The one impact panel of the window, beside the editor. */
export interface ImpactPanel extends Disposable {
  /** Shows these parts of the content; what is absent stays. */
  readonly show: (content: Partial<PanelContent>) => void;
  /** Opens the panel, or brings it into sight. The focus stays in the editor. */
  readonly open: () => void;
  /** Tells a screen reader what was done. */
  readonly say: (sentence: string) => void;
}

const title = l10n.t("Impact");
const nothing: PanelContent = {
  title,
  state: "",
  progress: "",
  report: "",
  actions: "",
  found: "",
  people: "",
  pages: "",
  notes: "",
};

/** A panel that opens anew after it was closed. `onMessage` is told all but that the panel has loaded. */
export function createPanel(
  extension: Uri,
  { onMessage, onClose }: { readonly onMessage: (message: PanelMessage) => void; readonly onClose: () => void },
): ImpactPanel {
  const shown: { panel?: WebviewPanel; content: PanelContent } = { content: nothing };
  const send = (content: Partial<PanelContent>) => void shown.panel?.webview.postMessage({ kind: "content", content });

  function open(): WebviewPanel {
    const files = { styles: ["panel.css", "impact.css"], script: "impact.js" };
    const panel = openWebview(extension, { type: "mapwright.impact", title, body: panelBody, ...files });
    panel.title = shown.content.title;
    panel.webview.onDidReceiveMessage((message: PanelMessage | { readonly kind: "ready" }) =>
      message.kind === "ready" ? send(shown.content) : onMessage(message),
    );
    panel.onDidDispose(() => {
      delete shown.panel;
      onClose();
    });
    return panel;
  }

  return {
    show: content => {
      shown.content = { ...shown.content, ...content };
      if (shown.panel) shown.panel.title = shown.content.title;
      send(content);
    },
    open: () => {
      shown.panel ??= open();
      shown.panel.reveal(undefined, true);
    },
    say: sentence => void shown.panel?.webview.postMessage({ kind: "said", sentence }),
    dispose: () => shown.panel?.dispose(),
  };
}
