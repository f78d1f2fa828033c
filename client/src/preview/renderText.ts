import type { AttributeRow, Check, Report, RequestReport, Step, Value } from "./report.ts";

/** The text twin of the preview panel: the same facts in the same order, for a read-only editor. */
export function renderText(report: Report): string {
  const parts = [
    [report.summary, ...report.trouble, ...report.notes],
    report.facts.map(({ name, value }) => `${name}: ${value}`),
    ["Steps", ...report.steps.flatMap(stepLines)],
    ["Attributes", ...attributeLines(report.attributes)],
    ["Requests", ...requestLines(report.requests)],
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
  return rows.flatMap(({ target, source, oldValue, newValue, redacted, why, place }) => [
    `  ${target} (line ${place.line}): ${valueText(oldValue, redacted)} -> ${valueText(newValue, redacted)}`,
    `    ${why}: ${source}`,
  ]);
}

/** A redacted value is no text of the target's, and so stands without quotes. */
function valueText(value: Value, redacted: boolean): string {
  if (value === null) return "no value";
  return redacted && typeof value === "string" ? value : JSON.stringify(value);
}

function requestLines(requests: readonly RequestReport[]): string[] {
  if (requests.length === 0) return ["  No request was needed."];
  return requests.flatMap(({ line, purpose, outcome, status, body, failure }) => [
    `  ${line} (${purpose}, ${outcome}${status === undefined ? "" : `, answered ${status}`})`,
    ...(body ?? "")
      .split("\n")
      .filter(Boolean)
      .map(text => `    ${text}`),
    ...failure.map(text => `    ${text}`),
  ]);
}
