import { type Html, html } from "./html.ts";
import type { AttributeRow, Check, Fact, Place, Report, RequestReport, Step, Value } from "./report.ts";

/** What surrounds the report in the webview. */
export interface Page {
  /** The webview's own source, for the content security policy. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly style: string;
  readonly script: string;
  /** The file was edited after the run. */
  readonly stale: boolean;
  /** The person is in the panel: focus stays where they left it. Otherwise it stays in the editor. */
  readonly active: boolean;
}

/** The whole document of the preview panel. It runs one script, ours, and loads one style sheet. */
export function renderPanel(report: Report, page: Page): string {
  const policy = `default-src 'none'; style-src ${page.cspSource}; script-src 'nonce-${page.nonce}'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.summary}</title>
<link rel="stylesheet" href="${page.style}">
</head>
<body data-active="${String(page.active)}">
${header(report, page.stale)}
<main>
${section("Steps", html`<ol class="steps">${report.steps.map(step)}</ol>`)}
${section("Attributes", attributes(report.attributes))}
${section("Requests", requests(report.requests))}
${assumptions(report.assumptions)}
</main>
<script nonce="${page.nonce}" src="${page.script}"></script>
</body>
</html>`.markup;
}

function header(report: Report, stale: boolean): Html {
  const notice = html`<p class="notice" role="status">The file has changed since this run: preview it again.</p>`;
  const trouble = report.trouble.map(text => html`<p>${text}</p>`);
  return html`<header>
<h1>${report.summary}</h1>
${stale ? notice : undefined}
${trouble.length > 0 ? html`<div class="trouble" role="alert">${trouble}</div>` : undefined}
<div class="buttons" role="toolbar" aria-label="Preview">${buttons(report.provision)}</div>
${facts(report.facts)}
${report.notes.map(text => html`<p class="note">${text}</p>`)}
</header>`;
}

function buttons(provision: Report["provision"]): Html {
  const rest = html`${button("again", "Preview again")}${button("changeUser", "Change user…")}${button("openText", "Open as text")}`;
  return provision.possible
    ? html`<button id="provision" class="primary">Provision</button>${rest}`
    : html`${rest}<p class="hint">${provision.reason}</p>`;
}

function button(id: string, label: string): Html {
  return html`<button id="${id}">${label}</button>`;
}

function section(title: string, content: Html): Html {
  const id = title.toLowerCase();
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}

function facts(list: readonly Fact[]): Html {
  return html`<dl class="facts">${list.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function step({ name, status, description, details, checks }: Step): Html {
  const more = html`<details><summary>Details of ${name.toLowerCase()}</summary>${facts(details)}</details>`;
  return html`<li class="step ${status.toLowerCase().replace(" ", "-")}">
<h3>${name} <span class="status">${status}</span></h3>
<p>${description}</p>
${checks.length > 0 ? html`<ul class="checks">${checks.map(check)}</ul>` : undefined}
${details.length > 0 ? more : undefined}
</li>`;
}

function check({ text, verdict, reason, place, parts }: Check): Html {
  return html`<li class="${verdict.replace(" ", "-")}">
<span class="verdict">${verdict}</span>
<div>${place ? link(text, place) : text}${reason === undefined ? undefined : html`<p class="reason">${reason}</p>`}
${parts.length > 0 ? html`<ul class="checks">${parts.map(check)}</ul>` : undefined}</div>
</li>`;
}

/** The text, which may break behind a punctuation mark: paths, addresses and expressions have no blanks. */
function breakable(text: string): Html {
  return html`${text.split(/(?<=[.:,@/(])/).map(part => html`${part}<wbr>`)}`;
}

function link(text: string | Html, { start, end, line }: Place): Html {
  return html`<a href="#" data-start="${start}" data-end="${end}" title="Line ${line}">${text}</a>`;
}

function attributes(rows: readonly AttributeRow[]): Html {
  if (rows.length === 0) return html`<p class="none">The run ended before the attributes were mapped.</p>`;
  const head = ["Target, expression", "Old", "New", "Why"].map(name => html`<th scope="col">${name}</th>`);
  return html`<table><thead><tr>${head}</tr></thead><tbody>${rows.map(attributeRow)}</tbody></table>`;
}

function attributeRow({ target, source, oldValue, newValue, redacted, kind, why, place }: AttributeRow): Html {
  return html`<tr class="${kind}">
<th scope="row">${link(breakable(target), place)}<code>${breakable(source)}</code></th>
<td>${value(oldValue, redacted)}</td><td class="new">${value(newValue, redacted)}</td><td class="why">${why}</td>
</tr>`;
}

function value(shown: Value, redacted: boolean): Html {
  if (shown === null) return html`<span class="none" title="No value" aria-label="No value">–</span>`;
  if (redacted && shown !== "" && typeof shown === "string")
    return html`<span class="none" title="Redact keeps it out of sight">${shown}</span>`;
  if (shown === "") return html`<span class="none">(empty)</span>`;
  return typeof shown === "string"
    ? breakable(shown)
    : html`<ul>${shown.map(each => html`<li>${breakable(each)}</li>`)}</ul>`;
}

function requests(list: readonly RequestReport[]): Html {
  if (list.length === 0) return html`<p class="none">No request was needed.</p>`;
  return html`<ol class="requests">${list.map(request)}</ol>`;
}

function request({ line, purpose, outcome, status, body, failure }: RequestReport): Html {
  const answer = status === undefined ? outcome : `${outcome}, answered ${status}`;
  return html`<li class="${outcome.replaceAll(" ", "-")}">
<h3>${purpose} <span class="status">${answer}</span></h3>
<p class="line"><code>${line}</code></p>
${body === undefined ? undefined : html`<pre tabindex="0" aria-label="Body of ${line}">${body}</pre>`}
${failure.map(text => html`<p class="failure">${text}</p>`)}
</li>`;
}

function assumptions(texts: readonly string[]): Html | undefined {
  if (texts.length === 0) return undefined;
  return section("Assumptions", html`<ul>${texts.map(text => html`<li>${text}</li>`)}</ul>`);
}
