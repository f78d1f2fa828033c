import type { AttributeRow, FlowText, Value } from "./attributeRows.ts";
import type { DeltaReport } from "./deltaReport.ts";
import type { Report } from "./report.ts";
import type { RequestReport } from "./requestReports.ts";
import type { Check, Step } from "./steps.ts";
import type { WireQuirk, WireReport, WireRequest } from "./wireReport.ts";

/** The text twin of the preview panel: the same facts in the same order, for a read-only editor. */
export function renderText(report: Report): string {
  const parts = [
    [report.summary, ...report.trouble, ...report.notes],
    report.facts.map(({ name, value }) => `${name}: ${value}`),
    ["Steps", ...report.steps.flatMap(stepLines)],
    ["Attributes", ...attributeLines(report.attributes)],
    ["Requests", ...requestLines(report.requests)],
    ...(report.wire ? [["With and without the flag aadOptscim062020", ...wireLines(report.wire)]] : []),
    ...(report.delta ? [["Incremental cycle", ...deltaLines(report.delta)]] : []),
    ...(report.assumptions.length > 0 ? [["Assumptions", ...report.assumptions.map(text => `  ${text}`)]] : []),
  ];
  return `${parts.map(lines => lines.join("\n")).join("\n\n")}\n`;
}

function stepLines({ name, status, description, details, checks }: Step, index: number): string[] {
  return [
    `  ${index + 1}. ${name}: ${status}. ${description}`,
    ...checks.flatMap(check => checkLines(check, "     ")),
    ...details.map(detail => `     ${detail.name}: ${detail.value}`),
  ];
}

function checkLines({ text, verdict, reason, place, parts }: Check, indent: string): string[] {
  const where = place ? ` (line ${place.line})` : "";
  const line = `${indent}[${verdict}] ${text}${where}${reason === undefined ? "" : `: ${reason}`}`;
  return [line, ...parts.flatMap(part => checkLines(part, `${indent}  `))];
}

function attributeLines(rows: readonly AttributeRow[]): string[] {
  if (rows.length === 0) return ["  The run ended before the attributes were mapped."];
  return rows.flatMap(({ target, source, oldValue, newValue, redacted, why, references, place }) => [
    `  ${target} (line ${place.line}): ${valueText(oldValue, redacted)} -> ${valueText(newValue, redacted)}`,
    `    ${why}: ${source}`,
    ...references.map(
      ({ name, outcome, reason }) => `    ${name}: ${outcome}${reason === undefined ? "" : `, ${reason}`}`,
    ),
  ]);
}

function valueText(value: Value, redacted: boolean): string {
  if (value === null) return "no value";
  return "text" in value ? flowText(value, redacted) : `[${value.map(text => flowText(text, redacted)).join(", ")}]`;
}

/** A redacted value is no text of the target's, and so stands without quotes. */
function flowText({ text, name }: FlowText, redacted: boolean): string {
  const shown = redacted && text !== "" ? text : JSON.stringify(text);
  return name === undefined ? shown : `${shown} (${name})`;
}

function requestLines(requests: readonly RequestReport[]): string[] {
  if (requests.length === 0) return ["  No request was needed."];
  return requests.flatMap(({ line, purpose, outcome, status, filter, body, placeholder, failure }) => [
    `  ${line} (${purpose}, ${outcome}${status === undefined ? "" : `, answered ${status}`})`,
    ...(filter === undefined ? [] : [`    filter: ${filter}`]),
    ...indentedLines(body ?? ""),
    ...(placeholder === undefined ? [] : [`    ${placeholder}`]),
    ...failure.map(text => `    ${text}`),
  ]);
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
    "  Where servers stumble",
    ...(quirks.length === 0 ? ["    At none of these requests, as far as is known."] : quirks.flatMap(quirkLines)),
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
  return [`    ${when}${concernsRun ? ", as this run writes" : ""}: ${text}`, `      ${consequence} ${line}`];
}

function deltaLines({ sentences, rows }: DeltaReport): string[] {
  return [
    ...sentences.map(sentence => `  ${sentence}`),
    ...rows.flatMap(({ target, full, delta, redacted, effect, reason, place }) => [
      `  ${target} (line ${place.line}) ${effect}`,
      `    evaluated in full: ${valueText(full, redacted)}`,
      `    incremental cycle: ${valueText(delta, redacted)}`,
      `    ${reason}`,
    ]),
  ];
}
