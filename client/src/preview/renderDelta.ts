import * as l10n from "@vscode/l10n";
import { type Html, html } from "../webview/html.ts";
import { link } from "../webview/link.ts";
import type { DeltaReport, DeltaRow } from "./deltaReport.ts";
import { breakable, value } from "./renderValue.ts";

/** Both readings of each attribute that is at risk. */
export function renderDelta({ sentences, rows }: DeltaReport): Html {
  return html`${sentences.map(sentence => html`<p>${sentence}</p>`)}${rows.length === 0 ? undefined : table(rows)}`;
}

function table(rows: readonly DeltaRow[]): Html {
  const head = [l10n.t("Target"), l10n.t("Evaluated in full"), l10n.t("Incremental cycle"), l10n.t("Effect")];
  return html`<table aria-labelledby="delta">
<thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(row)}</tbody></table>`;
}

function row({ target, full, delta, redacted, effect, reason, place }: DeltaRow): Html {
  return html`<tr class="risk">
<th scope="row">${link(breakable(target), place)}<p class="reason">${reason}</p></th>
<td>${value(full, redacted)}</td><td class="new">${value(delta, redacted)}</td>
<td class="why">${effect}</td>
</tr>`;
}
