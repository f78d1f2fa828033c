import * as l10n from "@vscode/l10n";
import { impactActions, type PeopleImpact } from "../engine/impact/result.ts";
import type { ImpactReport } from "../protocol/impact.ts";
import { actionWord, changeText, collisionTexts, grouped, scopeText, shown, thresholdText } from "./impactWords.ts";

/** The impact of a file as the comment of a pull request, in GitHub's Markdown. */
export function markdownLines(report: ImpactReport, file: string): readonly string[] {
  const { before, after, mappings, people, changes, collisions, threshold, notes, assumptions, unreadable } = report;
  return [
    `### ${l10n.t`${plain(report.application ?? file)}: impact of ${code(file)} against ${code(report.against)}`}`,
    "",
    ...table(
      ["", l10n.t("before"), l10n.t("after")],
      impactActions
        .filter(action => before[action] + after[action] > 0)
        .map(action => [actionWord(action), grouped(before[action]), grouped(after[action])]),
    ),
    "",
    ...mappings.map(mapping => `- ${plain(mapping.mapping)}: ${scopeText(mapping)}`),
    `- ${threshold.trips ? "**" : ""}${thresholdText(threshold)}${threshold.trips ? "**" : ""}`,
    ...collisionTexts(collisions).map(text => `- ${l10n.t`**Collision:** ${plain(text)}`}`),
    ...(unreadable.total > 0 ? [`- ${unreadableText(unreadable.total)}`] : []),
    ...people.flatMap(details),
    ...(changes.length === 0
      ? []
      : [
          "",
          `#### ${l10n.t("Values")}`,
          "",
          ...table(
            [l10n.t("attribute"), l10n.t("accounts"), l10n.t("such as")],
            changes.map(({ target, total, examples: [first] }) => [
              code(target),
              grouped(total),
              first === undefined
                ? ""
                : code(`${shown(first.oldValue, first.redacted)} -> ${shown(first.newValue, first.redacted)}`),
            ]),
          ),
        ]),
    "",
    ...[...notes, ...assumptions.map(({ text }) => text)].map(text => `<sub>${plain(text)}</sub>  `),
  ];
}

function unreadableText(total: number): string {
  return total === 1
    ? l10n.t("1 object of the directory could not be read.")
    : l10n.t`${grouped(total)} objects of the directory could not be read.`;
}

function details({ action, total, people }: PeopleImpact): readonly string[] {
  const rows = people.map(({ displayName, reason, clause, changes }) => [
    plain(displayName),
    plain(reason),
    clause === undefined ? changes.map(change => code(changeText(change))).join("<br>") : code(clause.clause),
  ]);
  const more = total > people.length ? ["", l10n.t`… and ${grouped(total - people.length)} more.`] : [];
  return [
    "",
    `<details><summary>${actionWord(action)}: ${grouped(total)}</summary>`,
    "",
    ...table([l10n.t("who"), l10n.t("why"), l10n.t("clause or values")], rows),
    ...more,
    "",
    "</details>",
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => "---"), ...rows].map(cells => `| ${cells.join(" | ")} |`);
}

/** Text of the data, which must not become markup. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(/[\\`*_{}[\]<>()#+!|~@]/g, character => `\\${character}`);
}

function code(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ").replaceAll("|", "\\|");
  const fence = line.includes("`") ? "``" : "`";
  return line === "" ? "" : `${fence}${fence === "``" ? " " : ""}${line}${fence === "``" ? " " : ""}${fence}`;
}
