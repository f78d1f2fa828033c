import * as l10n from "@vscode/l10n";
import type { ImpactAction, ImpactProgress } from "../../../server/src/protocol/impact.ts";
import { count, counted } from "../counted.ts";
import { type Html, html } from "../webview/html.ts";
import { link } from "../webview/link.ts";
import { type CountRow, countRows, type ImpactView, type ScopeRow, type ValueRow } from "./view.ts";

/** The document's body, whose parts the panel's script fills with markup: the state, the report, the people and the notes. */
export const panelBody: Html = html`<main>
<div id="state"></div>
<div id="progress"></div>
<div id="report"></div>
<section id="list" aria-labelledby="listTitle" hidden>
<h2 id="listTitle">${l10n.t("Who is affected")}</h2>
<div class="find" role="search">
<label>${l10n.t("Search")} <input id="search" type="search" placeholder="${l10n.t("Name, reason, clause or value")}" autocomplete="off" spellcheck="false"></label>
<label>${l10n.t("Action")} <select id="action"></select></label>
</div>
<p id="found" role="status"></p>
<div id="people"></div>
<div id="pages" class="buttons"></div>
</section>
<div id="notes"></div>
<p id="said" class="unseen" role="status"></p>
</main>`;

/** That a run is under way, which can be cancelled. */
export function renderRunning(about: string): string {
  return html`<div class="notice"><p>${l10n.t("Reading the directory for {0}…", about)}</p>${button("cancel", l10n.t("Cancel"))}</div>`
    .markup;
}

/** What a run that is under way has counted so far. */
export function renderProgress(progress: ImpactProgress): string {
  return html`<progress max="1" value="${progress.share}" aria-label="${l10n.t("How much of the directory was read")}"></progress>
<p>${l10n.t("{0} so far", counted(progress.objects, "object"))}</p>
${counts(countRows(progress, []))}`.markup;
}

/** That the report is old, or why there is none; with what the person can do. */
export function renderNotice(sentence: string, kind: "stale" | "refused"): string {
  if (kind === "stale") return html`<div class="notice" role="status"><p>${sentence}</p>${again}</div>`.markup;
  return html`<div class="trouble" role="alert"><p>${sentence}</p>${button("again", l10n.t("Try again"))}${button("compare", l10n.t("Compare with…"))}</div>`
    .markup;
}

/** The report, but for its people. */
export function renderImpact(view: ImpactView): string {
  const { summary, about, threshold, scopes, collisions, values, leftOut } = view;
  return html`<header>
<h1>${summary}</h1>
<p class="about">${about}</p>
${threshold.trips ? html`<div class="trouble" role="alert"><p>${threshold.text}</p></div>` : html`<p class="verdict">${threshold.text}</p>`}
<div class="buttons" role="group" aria-label="${l10n.t("Impact")}">${buttons}</div>
</header>
${section("actions", l10n.t("Actions"), counts(view.counts))}
${section("scope", l10n.t("Scope"), html`<ul class="scopes">${scopes.map(scope)}</ul>`)}
${listSection("collisions", l10n.t("Collisions of matching values"), collisions)}
${values.length > 0 ? section("values", l10n.t("Values"), valueTable(values)) : undefined}
${listSection("leftOut", l10n.t("Left out"), leftOut)}`.markup;
}

/** What was taken for granted. */
export function renderNotes({ notes }: ImpactView): string {
  return listSection("assumptions", l10n.t("Assumptions"), notes)?.markup ?? "";
}

/** The choices of the filter by action: those that somebody is affected by. */
export function renderActions(rows: readonly CountRow[], chosen: ImpactAction | undefined): string {
  const options = rows
    .filter(({ affected }) => affected > 0)
    .map(({ action, name, affected }) => option(action, `${name} (${count(affected)})`, action === chosen));
  return html`${option("", l10n.t("All"), chosen === undefined)}${options}`.markup;
}

function option(value: string, text: string, isChosen: boolean): Html {
  return isChosen
    ? html`<option value="${value}" selected>${text}</option>`
    : html`<option value="${value}">${text}</option>`;
}

function button(act: string, label: string): Html {
  return html`<button data-act="${act}">${label}</button>`;
}

const again = button("again", l10n.t("Run again"));
const buttons = html`${again}${button("compare", l10n.t("Compare with…"))}${button("csv", l10n.t("Export as CSV…"))}${button("markdown", l10n.t("Export as Markdown…"))}${button("openText", l10n.t("Open as text"))}`;

function section(id: string, title: string, content: Html): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}

function listSection(id: string, title: string, texts: readonly string[]): Html | undefined {
  if (texts.length === 0) return undefined;
  return section(id, title, html`<ul class="texts">${texts.map(text => html`<li>${text}</li>`)}</ul>`);
}

function counts(rows: readonly CountRow[]): Html {
  const isFinal = rows.some(({ affected }) => affected > 0);
  const names = [l10n.t("Action"), l10n.t("Before"), l10n.t("After"), ...(isFinal ? [l10n.t("Affected")] : [])];
  const head = names.map((name, index) => html`<th scope="col"${index > 0 ? numeric : undefined}>${name}</th>`);
  return html`<table class="counts"><thead><tr>${head}</tr></thead><tbody>${rows.map(row => countRow(row, isFinal))}</tbody></table>`;
}

const numeric = html` class="number"`;

function countRow({ action, name, before, after, affected }: CountRow, isFinal: boolean): Html {
  const shows =
    affected > 0
      ? html`<button class="link" data-show="${action}" aria-label="${l10n.t("Show the {0} of {1}", count(affected), name)}">${count(affected)}</button>`
      : html`0`;
  return html`<tr class="${action}"><th scope="row">${name}</th><td class="number">${count(before)}</td><td class="number">${count(after)}</td>${isFinal ? html`<td class="number">${shows}</td>` : undefined}</tr>`;
}

function scope({ text, place, effect, parts }: ScopeRow): Html {
  return html`<li>${place ? link(text, place) : text}: <span class="effect">${effect}</span>
${parts.length > 0 ? html`<ul>${parts.map(scope)}</ul>` : undefined}</li>`;
}

function valueTable(rows: readonly ValueRow[]): Html {
  const body = rows.map(
    ({ target, accounts, example }) =>
      html`<tr><th scope="row">${target}</th><td class="number">${accounts}</td><td>${example}</td></tr>`,
  );
  const head = html`<th scope="col">${l10n.t("Attribute")}</th><th scope="col" class="number">${l10n.t("Accounts")}</th><th scope="col">${l10n.t("Such as")}</th>`;
  return html`<table aria-labelledby="values"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
