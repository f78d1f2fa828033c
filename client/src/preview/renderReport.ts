import * as l10n from "@vscode/l10n";
import { type Html, html } from "../webview/html.ts";
import { link } from "../webview/link.ts";
import type { AttributeRow, ReferenceLine } from "./attributeRows.ts";
import { renderDelta } from "./renderDelta.ts";
import { breakable, value } from "./renderValue.ts";
import { renderWire } from "./renderWire.ts";
import type { Report } from "./report.ts";
import type { Check, Fact, RequestReport, Step } from "./reportParts.ts";
import { sentWords, statusWords, stepWords, verdictWords } from "./words.ts";

/** What can be done with a report besides what every report offers. */
export interface Offers {
  /** A test can be made of it. */
  readonly savesTests: boolean;
}

/** The report as the panel shows it. What the person acts on says so in `data-act`. */
export function renderReport(report: Report, offers: Offers): string {
  return html`${header(report, offers)}
${section("steps", l10n.t("Steps"), html`<ol class="steps">${report.steps.map(step)}</ol>`)}
${section("attributes", l10n.t("Attributes"), attributes(report.attributes))}
${section("requests", l10n.t("Requests"), requests(report.requests))}
${report.wire && section("wire", l10n.t("With and without the flag aadOptscim062020"), renderWire(report.wire))}
${report.delta && section("delta", l10n.t("Incremental cycle"), renderDelta(report.delta))}
${assumptions(report.assumptions)}`.markup;
}

function header(report: Report, offers: Offers): Html {
  const trouble = report.trouble.map(text => html`<p>${text}</p>`);
  return html`<header>
<h1>${report.summary}</h1>
${trouble.length > 0 ? html`<div class="trouble">${trouble}</div>` : undefined}
<div class="buttons" role="group" aria-label="${l10n.t("Actions")}">${buttons(report, offers)}</div>
${facts(report.facts)}
${report.notes.map(text => html`<p class="note">${text}</p>`)}
</header>`;
}

function buttons({ of, provision }: Report, { savesTests }: Offers): Html {
  const change = of === "group" ? l10n.t("Change group…") : l10n.t("Change user…");
  const rest = html`${button("retest", l10n.t("Retest"))}${button("change", change)}${
    savesTests ? button("saveAsTest", l10n.t("Save as test")) : undefined
  }${button("changed", l10n.t("Changed attributes…"))}${button("openTarget", l10n.t("Open target before/after"))}${button("openText", l10n.t("Open as text"))}`;
  return provision.possible
    ? html`<button data-act="provision" class="primary">${l10n.t("Provision")}</button>${rest}`
    : html`${rest}<p class="hint">${provision.reason}</p>`;
}

function button(act: string, label: string): Html {
  return html`<button data-act="${act}">${label}</button>`;
}

function section(id: string, title: string, content: Html): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}

function facts(list: readonly Fact[]): Html {
  return html`<dl class="facts">${list.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function step({ name, status, description, details, checks }: Step): Html {
  return html`<li class="step ${status.toLowerCase().replace(" ", "-")}">
<h3>${stepWords[name]} <span class="status">${statusWords[status]}</span></h3>
<p>${description}</p>
${checks.length > 0 ? html`<ul class="checks">${checks.map(check)}</ul>` : undefined}
${stepDetails(name, details)}
</li>`;
}

/** One fact stands for itself. */
function stepDetails(name: Step["name"], details: readonly Fact[]): Html | undefined {
  if (details.length < 2) return details.length === 0 ? undefined : facts(details);
  return html`<details><summary>${l10n.t("Details of {0}", stepWords[name])}</summary>${facts(details)}</details>`;
}

function check({ text, verdict, reason, place, parts }: Check): Html {
  return html`<li class="${verdict.replace(" ", "-")}">
<span class="verdict">${verdictWords(verdict)}</span>
<div>${place ? link(text, place) : text}${reason === undefined ? undefined : html`<p class="reason">${reason}</p>`}
${parts.length > 0 ? html`<ul class="checks">${parts.map(check)}</ul>` : undefined}</div>
</li>`;
}

function attributes(rows: readonly AttributeRow[]): Html {
  if (rows.length === 0) return html`<p class="none">${l10n.t("The run ended before the attributes were mapped.")}</p>`;
  const head = [l10n.t("Target, source"), l10n.t("Old"), l10n.t("New"), l10n.t("Why")].map(
    name => html`<th scope="col">${name}</th>`,
  );
  return html`<table aria-labelledby="attributes"><thead><tr>${head}</tr></thead><tbody>${rows.map(attributeRow)}</tbody></table>`;
}

function attributeRow(row: AttributeRow): Html {
  const { target, source, oldValue, newValue, redacted, kind, why, references, place } = row;
  return html`<tr class="${kind}">
<th scope="row">${link(breakable(target), place)}<code>${breakable(source)}</code></th>
<td>${value(oldValue, redacted)}</td><td class="new">${value(newValue, redacted)}</td>
<td class="why">${why}${references.length > 0 ? html`<ul>${references.map(reference)}</ul>` : undefined}</td>
</tr>`;
}

function reference({ name, outcome, reason }: ReferenceLine): Html {
  return html`<li>${name}: ${outcome}${reason === undefined ? undefined : html`<span class="reason">, ${reason}</span>`}</li>`;
}

function requests(list: readonly RequestReport[]): Html {
  if (list.length === 0) return html`<p class="none">${l10n.t("No request was needed.")}</p>`;
  return html`<ol class="requests">${list.map(request)}</ol>`;
}

function request(request: RequestReport, index: number): Html {
  const { line, purpose, outcome, status, filter, body, placeholder, failure } = request;
  const sent = sentWords[outcome];
  const answer = status === undefined ? sent : l10n.t("{0}, answered {1}", sent, status);
  return html`<li class="${outcome.replaceAll(" ", "-")}">
<h3>${purpose} <span class="status">${answer}</span>
<button data-act="copy" data-request="${index}" class="quiet" aria-label="${l10n.t("Copy as cURL: {0}", line)}">${l10n.t("Copy as cURL")}</button></h3>
<p class="line"><code>${breakable(line)}</code></p>
${filter === undefined ? undefined : html`<p class="reason">${l10n.t("filter:")} <code>${filter}</code></p>`}
${body === undefined ? undefined : html`<pre tabindex="0" role="group" aria-label="${l10n.t("Body of {0}", line)}">${body}</pre>`}
${placeholder === undefined ? undefined : html`<p class="reason">${placeholder}</p>`}
${failure.map(text => html`<p class="failure">${text}</p>`)}
</li>`;
}

function assumptions(texts: readonly string[]): Html | undefined {
  if (texts.length === 0) return undefined;
  return section("assumptions", l10n.t("Assumptions"), html`<ul>${texts.map(text => html`<li>${text}</li>`)}</ul>`);
}
