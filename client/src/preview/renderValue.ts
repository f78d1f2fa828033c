import * as l10n from "@vscode/l10n";
import { type Html, html } from "../webview/html.ts";
import type { FlowText, Value } from "./attributeRows.ts";

/** The text, which may break behind a punctuation mark: paths, addresses and expressions have no blanks. */
export function breakable(text: string): Html {
  return html`${text.split(/(?<=[.:,@/(])/).map(part => html`${part}<wbr>`)}`;
}

/** A value as a cell of a table shows it. */
export function value(shown: Value, redacted: boolean): Html {
  if (shown === null) return html`<span class="none">${l10n.t("no value")}</span>`;
  if (!("text" in shown)) return html`<ul>${shown.map(each => html`<li>${flowText(each)}</li>`)}</ul>`;
  if (shown.text === "") return html`<span class="none">${l10n.t("(empty)")}</span>`;
  if (redacted) return html`<span class="none" title="${l10n.t("Redact keeps it out of sight")}">${shown.text}</span>`;
  return flowText(shown);
}

function flowText({ text, name }: FlowText): Html {
  return html`${breakable(text)}${name === undefined ? undefined : html` <span class="name">(${name})</span>`}`;
}
