import { randomBytes } from "node:crypto";
import { Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { Html } from "./html.ts";
import { renderPage } from "./renderPage.ts";

/** A webview beside the editor; styles and script are files of client/media. */
export interface WebviewSettings {
  readonly type: string;
  readonly title: string;
  readonly styles: readonly string[];
  readonly script: string;
  readonly body: Html;
}

/** Opens a webview that loads nothing but these files. The focus stays in the editor. */
export function openWebview(extension: Uri, { type, title, styles, script, body }: WebviewSettings): WebviewPanel {
  const media = Uri.joinPath(extension, "client", "media");
  const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  const panel = window.createWebviewPanel(type, title, column, { enableScripts: true, localResourceRoots: [media] });
  const { webview } = panel;
  const addressOf = (name: string) => webview.asWebviewUri(Uri.joinPath(media, name)).toString();
  panel.iconPath = Uri.joinPath(media, "icon.png");
  webview.html = renderPage({
    title,
    body,
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString("base64url"),
    styles: styles.map(addressOf),
    script: addressOf(script),
  });
  return panel;
}
