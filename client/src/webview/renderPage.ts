import { type Html, html } from "./html.ts";

/** A webview's document, and what it loads its own files from. */
export interface Page {
  readonly title: string;
  /** The webview's own source, for the content security policy. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly styles: readonly string[];
  readonly script: string;
  readonly body: Html;
}

/** The whole document of a webview. It runs one script, ours, and loads our style sheets. */
export function renderPage({ title, cspSource, nonce, styles, script, body }: Page): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${styles.map(style => html`<link rel="stylesheet" href="${style}">`)}
</head>
<body>
${body}
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`.markup;
}
