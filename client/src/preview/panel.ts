import { randomBytes } from "node:crypto";
import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { renderPanel } from "./renderPanel.ts";
import { type Preview, report } from "./report.ts";

/** What the person does in the panel. */
export type PanelMessage =
  | { readonly kind: "provision" | "again" | "changeUser" | "openText" }
  | { readonly kind: "reveal"; readonly start: number; readonly end: number };

/** The one preview panel of the window, beside the editor. */
export interface PreviewPanel extends Disposable {
  readonly show: (preview: Preview) => void;
  /** Tells that the file was edited after the run. */
  readonly markStale: () => void;
}

/** A panel that opens with its first preview and opens anew after it was closed. */
export function createPanel(extension: Uri, onMessage: (message: PanelMessage) => unknown): PreviewPanel {
  const media = Uri.joinPath(extension, "client", "media");
  const state: { panel?: WebviewPanel; preview?: Preview; stale: boolean } = { stale: false };

  function open(): WebviewPanel {
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel("mapwright.preview", "Provisioning Preview", column, {
      enableScripts: true,
      localResourceRoots: [media],
    });
    panel.iconPath = Uri.joinPath(media, "icon.png");
    panel.webview.onDidReceiveMessage(onMessage);
    panel.onDidDispose(() => {
      delete state.panel;
    });
    return panel;
  }

  function render(panel: WebviewPanel, preview: Preview): void {
    const { webview } = panel;
    panel.title = `Preview: ${preview.user.displayName}`;
    webview.html = renderPanel(report(preview), {
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString("base64url"),
      style: webview.asWebviewUri(Uri.joinPath(media, "preview.css")).toString(),
      script: webview.asWebviewUri(Uri.joinPath(media, "preview.js")).toString(),
      stale: state.stale,
      active: panel.active,
    });
  }

  return {
    show: preview => {
      Object.assign(state, { preview, stale: false });
      state.panel ??= open();
      render(state.panel, preview);
      state.panel.reveal(undefined, true);
    },
    markStale: () => {
      if (!state.panel || !state.preview || state.stale) return;
      state.stale = true;
      render(state.panel, state.preview);
    },
    dispose: () => state.panel?.dispose(),
  };
}
