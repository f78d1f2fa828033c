import { type Disposable, l10n, type Uri, type WebviewPanel } from "vscode";
import { openWebview } from "../webview/openWebview.ts";
import { panelBody } from "./panelBody.ts";

/** What the person does in the panel. */
export type PanelMessage =
  | {
      readonly kind:
        | "provision"
        | "retest"
        | "change"
        | "changed"
        | "saveAsTest"
        | "openTarget"
        | "openText"
        | "cancel"
        /** The panel has loaded, or has come back into sight. */
        | "ready";
    }
  | { readonly kind: "copy"; readonly request: number }
  | { readonly kind: "reveal"; readonly start: number; readonly end: number };

/** What the panel shows. */
export interface PanelContent {
  readonly title: string;
  /** The markup of a report; empty before the first. */
  readonly report: string;
  /** What stands above the report: that it is old, or that a run is under way; empty for nothing. */
  readonly state: string;
  /** A run is under way, which can be cancelled. */
  readonly isRunning: boolean;
  /** The report is not of the file as it is now, so that nothing is provisioned from it. */
  readonly isStale: boolean;
}

/** The one preview panel of the window, beside the editor. */
export interface PreviewPanel extends Disposable {
  /** Shows these parts of the content; what is absent stays. */
  readonly show: (content: Partial<PanelContent>) => void;
  /** Opens the panel, or brings it into sight. The focus stays where it is, in the editor or in the panel. */
  readonly open: () => void;
  readonly isOpen: () => boolean;
  /** Tells a screen reader what was done. */
  readonly say: (sentence: string) => void;
}

const nothing: PanelContent = {
  title: l10n.t("Provisioning Preview"),
  report: "",
  state: "",
  isRunning: false,
  isStale: false,
};

/** A panel that opens anew after it was closed. `onMessage` is told all but that the panel is ready. */
export function createPanel(extension: Uri, onMessage: (message: PanelMessage) => unknown): PreviewPanel {
  const shown: { panel?: WebviewPanel; content: PanelContent } = { content: nothing };
  const send = () => void shown.panel?.webview.postMessage({ kind: "content", ...shown.content });

  function open(): WebviewPanel {
    const files = { styles: ["panel.css", "preview.css"], script: "preview.js" };
    const panel = openWebview(extension, {
      type: "mapwright.preview",
      title: nothing.title,
      body: panelBody,
      ...files,
    });
    panel.title = shown.content.title;
    panel.webview.onDidReceiveMessage((message: PanelMessage) =>
      message.kind === "ready" ? send() : onMessage(message),
    );
    panel.onDidDispose(() => {
      delete shown.panel;
    });
    return panel;
  }

  return {
    show: content => {
      shown.content = { ...shown.content, ...content };
      if (shown.panel) shown.panel.title = shown.content.title;
      send();
    },
    open: () => {
      shown.panel ??= open();
      shown.panel.reveal(undefined, !shown.panel.active);
    },
    isOpen: () => shown.panel !== undefined,
    say: sentence => void shown.panel?.webview.postMessage({ kind: "said", sentence }),
    dispose: () => shown.panel?.dispose(),
  };
}
