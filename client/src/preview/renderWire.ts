import * as l10n from "@vscode/l10n";
import { type Html, html } from "../webview/html.ts";
import type { WireQuirk, WireReport, WireRequest, WireSide } from "./wireReport.ts";

/** Each writing request in both forms, side by side, and where servers stumble at them. */
export function renderWire({ requests, quirks }: WireReport): Html {
  return html`${requests.map(wireRequest)}
<h3>${l10n.t("Where servers stumble")}</h3>
${quirks.length === 0 ? html`<p class="none">${l10n.t("At none of these requests, as far as is known.")}</p>` : html`<ul class="quirks">${quirks.map(quirk)}</ul>`}`;
}

function wireRequest({ line, sides }: WireRequest): Html {
  return html`<h3><code>${line}</code></h3>
<div class="sides">${sides.map(each => side(each, line))}</div>`;
}

/** A line that the other form does not have begins with ≠. */
function side({ heading, lines }: WireSide, of: string): Html {
  const marked = lines.map(({ text, differs }) =>
    differs
      ? html`<mark><span class="gutter">≠ </span>${text}</mark>\n`
      : html`<span class="gutter">  </span>${text}\n`,
  );
  return html`<figure><figcaption>${heading}</figcaption>
<pre tabindex="0" role="group" aria-label="${heading}: ${of}">${marked}</pre></figure>`;
}

function quirk({ when, concernsRun, line, text, consequence }: WireQuirk): Html {
  return html`<li class="${concernsRun ? "concerns" : "spares"}">
<p><span class="when">${concernsRun ? l10n.t("{0}, as this run writes", when) : when}:</span> <span class="fact">${text}</span></p>
<p class="reason"><span class="fact">${consequence}</span> <code>${line}</code></p>
</li>`;
}
