import * as l10n from "@vscode/l10n";
import { count } from "../counted.ts";
import type { Impact } from "./impact.ts";
import { type ImpactView, impactView, type PersonRow, personRow, type ScopeRow } from "./view.ts";
import { actionWords } from "./words.ts";

/** The text twin of the panel: the same facts in the same order, with the first people of each action. */
export function renderText(impact: Impact): string {
  const view = impactView(impact);
  const people = impact.report.people.flatMap(({ action, total, people: listed }) => [
    [
      `${actionWords[action]}: ${count(total)}`,
      ...listed.flatMap(each => personLines(personRow(each, impact))),
      ...(total > listed.length
        ? [`  ${l10n.t("And {0} more, whom an export as CSV lists.", count(total - listed.length))}`]
        : []),
    ],
  ]);
  const parts = [
    [view.summary, view.about, view.threshold.text],
    countLines(view),
    [l10n.t("Scope"), ...view.scopes.flatMap(row => scopeLines(row, "  "))],
    listed(l10n.t("Collisions of matching values"), view.collisions),
    listed(
      l10n.t("Values"),
      view.values.map(({ target, accounts, example }) => `${target}: ${l10n.t("{0}, such as {1}", accounts, example)}`),
    ),
    listed(l10n.t("Left out"), view.leftOut),
    ...people,
    listed(l10n.t("Assumptions"), view.notes),
  ];
  return `${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join("\n"))
    .join("\n\n")}\n`;
}

function listed(title: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [title, ...texts.map(text => `  ${text}`)];
}

function countLines({ counts }: ImpactView): readonly string[] {
  const rows = counts.map(({ name, before, after, affected }) => [name, count(before), count(after), count(affected)]);
  const table = [[l10n.t("Action"), l10n.t("Before"), l10n.t("After"), l10n.t("Affected")], ...rows];
  return table.map(
    ([name = "", ...figures]) => `  ${name.padEnd(10)}${figures.map(each => each.padStart(12)).join("")}`,
  );
}

function scopeLines({ text, place: at, effect, parts }: ScopeRow, indent: string): readonly string[] {
  return [
    `${indent}${text}${at ? ` ${l10n.t("(line {0})", at.line)}` : ""}: ${effect}`,
    ...parts.flatMap(part => scopeLines(part, `${indent}  `)),
  ];
}

function personLines({ name, id, action, reason, clause, changes }: PersonRow): readonly string[] {
  const at = clause?.place ? ` ${l10n.t("(line {0})", clause.place.line)}` : "";
  return [
    `  ${name} (${id}): ${action}. ${reason}`,
    ...(clause ? [`    ${clause.text}${at}`] : []),
    ...changes.map(({ target, values }) => `    ${target}: ${values}`),
  ];
}
