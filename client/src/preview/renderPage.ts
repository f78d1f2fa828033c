import * as l10n from "@vscode/l10n";
import { html } from "./html.ts";

/** What the webview loads its own files from. */
export interface Page {
  /** The webview's own source, for the content security policy. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly style: string;
  readonly script: string;
}

/** The document of the preview panel, into which its script puts the reports. It runs one script, ours, and loads one style sheet. */
export function renderPage({ cspSource, nonce, style, script }: Page): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l10n.t("Provisioning Preview")}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main>
<div id="state" class="notice" hidden><p id="stateText" role="status"></p><button data-act="cancel" hidden>${l10n.t("Cancel")}</button></div>
<div id="report"></div>
<p id="said" class="unseen" role="status"></p>
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`.markup;
}
