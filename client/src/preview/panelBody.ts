import * as l10n from "@vscode/l10n";
import { type Html, html } from "../webview/html.ts";

/** The body of the panel's document, into which its script puts the reports. */
export const panelBody: Html = html`<main>
<div id="state" class="notice" hidden><p id="stateText" role="status"></p><button data-act="cancel" hidden>${l10n.t("Cancel")}</button></div>
<div id="report"></div>
<p id="said" class="unseen" role="status"></p>
</main>`;
