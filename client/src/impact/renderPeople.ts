import * as l10n from "@vscode/l10n";
import { count } from "../counted.ts";
import { type Html, html } from "../webview/html.ts";
import { link } from "../webview/link.ts";
import type { PersonRow } from "./view.ts";

/** A page of the list of people. */
export interface PeoplePage {
  readonly rows: readonly PersonRow[];
  /** How many were found in all. */
  readonly total: number;
  readonly offset: number;
}

/** So many people are shown at a time. */
export const pageSize = 100;

/** So many changed values of a person are shown. */
const mostChanges = 8;

/** How many were found, and which of them are shown. */
export function foundText({ rows, total, offset }: PeoplePage): string {
  if (total === 0) return l10n.t("Nobody was found.");
  return rows.length === total
    ? l10n.t("{0} found", count(total))
    : l10n.t("{0} to {1} of {2}", count(offset + 1), count(offset + rows.length), count(total));
}

/** The people of a page. */
export function renderPeople({ rows, total }: PeoplePage): string {
  if (total === 0) return "";
  const head = [l10n.t("Who"), l10n.t("Action"), l10n.t("Why"), l10n.t("Values")].map(
    name => html`<th scope="col">${name}</th>`,
  );
  return html`<table class="people" aria-labelledby="listTitle"><thead><tr>${head}</tr></thead><tbody>${rows.map(person)}</tbody></table>`
    .markup;
}

/** The way to the pages before and behind, where there are any. */
export function renderPages({ rows, total, offset }: PeoplePage): string {
  if (total <= pageSize) return "";
  const page = (id: string, label: string, to: number, isThere: boolean) =>
    isThere
      ? html`<button id="${id}" data-offset="${to}">${label}</button>`
      : html`<button id="${id}" data-offset="${to}" disabled>${label}</button>`;
  return html`${page("previous", l10n.t("Previous page"), Math.max(0, offset - pageSize), offset > 0)}${page("next", l10n.t("Next page"), offset + pageSize, offset + rows.length < total)}`
    .markup;
}

function person({ name, id, action, reason, clause, changes }: PersonRow): Html {
  const more = changes.length - mostChanges;
  return html`<tr>
<th scope="row">${name}<code>${id}</code></th>
<td>${action}</td>
<td>${reason}${clause ? html`<p class="clause">${clause.place ? link(clause.text, clause.place) : clause.text}</p>` : undefined}</td>
<td>${changes.length > 0 ? html`<ul>${changes.slice(0, mostChanges).map(change)}</ul>` : undefined}${more > 0 ? html`<p>${l10n.t("And {0} more.", more)}</p>` : undefined}</td>
</tr>`;
}

function change({ target, values }: PersonRow["changes"][number]): Html {
  return html`<li><span class="target">${target}</span> ${values}</li>`;
}
