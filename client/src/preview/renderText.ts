import * as l10n from "@vscode/l10n";
import type { Place } from "../webview/place.ts";
import type { AttributeRow, FlowText, Value } from "./attributeRows.ts";
import type { DeltaReport } from "./deltaReport.ts";
import type { Report } from "./report.ts";
import type { Check, RequestReport, Step } from "./reportParts.ts";
import type { WireQuirk, WireReport, WireRequest } from "./wireReport.ts";
import { sentWords, statusWords, stepWords, verdictWords } from "./words.ts";

/** The text twin of the preview panel: the same facts in the same order, for a read-only editor. */
export function renderText(report: Report): string {
  const parts = [
    [report.summary, ...report.trouble, ...report.notes],
    report.facts.map(({ name, value }) => `${name}: ${value}`),
    [l10n.t("Steps"), ...report.steps.flatMap(stepLines)],
    [l10n.t("Attributes"), ...attributeLines(report.attributes)],
    [l10n.t("Requests"), ...requestLines(report.requests)],
    ...(report.wire ? [[l10n.t("With and without the flag aadOptscim062020"), ...wireLines(report.wire)]] : []),
    ...(report.delta ? [[l10n.t("Incremental cycle"), ...deltaLines(report.delta)]] : []),
    ...(report.assumptions.length > 0 ? [[l10n.t("Assumptions"), ...report.assumptions.map(text => `  ${text}`)]] : []),
  ];
  return `${parts.map(lines => lines.join("\n")).join("\n\n")}\n`;
}

function lineText({ line }: Place): string {
  return l10n.t("(line {0})", line);
}

function stepLines({ name, status, description, details, checks }: Step, index: number): string[] {
  return [
    `  ${index + 1}. ${stepWords[name]}: ${statusWords[status]}. ${description}`,
    ...checks.flatMap(check => checkLines(check, "     ")),
    ...details.map(detail => `     ${detail.name}: ${detail.value}`),
  ];
}

function checkLines({ text, verdict, reason, place, parts }: Check, indent: string): string[] {
  const where = place ? ` ${lineText(place)}` : "";
  const line = `${indent}[${verdictWords(verdict)}] ${text}${where}${reason === undefined ? "" : `: ${reason}`}`;
  return [line, ...parts.flatMap(part => checkLines(part, `${indent}  `))];
}

function attributeLines(rows: readonly AttributeRow[]): string[] {
  if (rows.length === 0) return [`  ${l10n.t("The run ended before the attributes were mapped.")}`];
  return rows.flatMap(({ target, source, oldValue, newValue, redacted, why, references, place }) => [
    `  ${target} ${lineText(place)}: ${valueText(oldValue, redacted)} -> ${valueText(newValue, redacted)}`,
    `    ${why}: ${source}`,
    ...references.map(
      ({ name, outcome, reason }) => `    ${name}: ${outcome}${reason === undefined ? "" : `, ${reason}`}`,
    ),
  ]);
}

function valueText(value: Value, redacted: boolean): string {
  if (value === null) return l10n.t("no value");
  return "text" in value ? flowText(value, redacted) : `[${value.map(text => flowText(text, redacted)).join(", ")}]`;
}

/** A redacted value is no text of the target's, and so stands without quotes. */
function flowText({ text, name }: FlowText, redacted: boolean): string {
  const shown = redacted && text !== "" ? text : JSON.stringify(text);
  return name === undefined ? shown : `${shown} (${name})`;
}

function requestLines(requests: readonly RequestReport[]): string[] {
  if (requests.length === 0) return [`  ${l10n.t("No request was needed.")}`];
  return requests.flatMap(({ line, purpose, outcome, status, filter, body, placeholder, failure }) => [
    `  ${line} (${purpose}, ${answerText(outcome, status)})`,
    ...(filter === undefined ? [] : [`    ${l10n.t("filter:")} ${filter}`]),
    ...indentedLines(body ?? ""),
    ...(placeholder === undefined ? [] : [`    ${placeholder}`]),
    ...failure.map(text => `    ${text}`),
  ]);
}

function answerText(outcome: RequestReport["outcome"], status: number | undefined): string {
  const sent = sentWords[outcome];
  return status === undefined ? sent : l10n.t("{0}, answered {1}", sent, status);
}

function indentedLines(text: string): string[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map(line => `    ${line}`);
}

function wireLines({ requests, quirks }: WireReport): string[] {
  return [
    ...requests.flatMap(wireRequestLines),
    `  ${l10n.t("Where servers stumble")}`,
    ...(quirks.length === 0
      ? [`    ${l10n.t("At none of these requests, as far as is known.")}`]
      : quirks.flatMap(quirkLines)),
  ];
}

/** A line that the other form does not have begins with ≠. */
function wireRequestLines({ line, sides }: WireRequest): string[] {
  return [
    `  ${line}`,
    ...sides.flatMap(({ heading, lines }) => [
      `    ${heading}`,
      ...lines.map(({ text, differs }) => `    ${differs ? "≠" : " "} ${text}`),
    ]),
  ];
}

function quirkLines({ when, concernsRun, line, text, consequence }: WireQuirk): string[] {
  return [
    `    ${concernsRun ? l10n.t("{0}, as this run writes", when) : when}: ${text}`,
    `      ${consequence} ${line}`,
  ];
}

function deltaLines({ sentences, rows }: DeltaReport): string[] {
  return [
    ...sentences.map(sentence => `  ${sentence}`),
    ...rows.flatMap(({ target, full, delta, redacted, effect, reason, place }) => [
      `  ${target} ${lineText(place)} ${effect}`,
      `    ${l10n.t("evaluated in full:")} ${valueText(full, redacted)}`,
      `    ${l10n.t("incremental cycle:")} ${valueText(delta, redacted)}`,
      `    ${reason}`,
    ]),
  ];
}
