import { impactActions, type PeopleImpact } from "../engine/impact/result.ts";
import type { ImpactReport } from "../protocol/impact.ts";
import { actionWords, changeText, collisionTexts, counted, scopeText, shown, thresholdText } from "./impactWords.ts";

/** The impact of a file as the comment of a pull request, in GitHub's Markdown. */
export function markdownLines(report: ImpactReport, file: string): readonly string[] {
  const { before, after, mappings, people, changes, collisions, threshold, notes, assumptions, unreadable } = report;
  return [
    `### ${plain(report.application ?? file)}: impact of ${code(file)} against ${code(report.against)}`,
    "",
    ...table(
      ["", "before", "after"],
      impactActions
        .filter(action => before[action] + after[action] > 0)
        .map(action => [
          actionWords[action],
          before[action].toLocaleString("en-US"),
          after[action].toLocaleString("en-US"),
        ]),
    ),
    "",
    ...mappings.map(mapping => `- ${plain(mapping.mapping)}: ${scopeText(mapping)}`),
    `- ${threshold.trips ? "**" : ""}${thresholdText(threshold)}${threshold.trips ? "**" : ""}`,
    ...collisionTexts(collisions).map(text => `- **Collision:** ${plain(text)}`),
    ...(unreadable.total > 0 ? [`- ${counted(unreadable.total, "object")} of the directory could not be read.`] : []),
    ...people.flatMap(details),
    ...(changes.length === 0
      ? []
      : [
          "",
          "#### Values",
          "",
          ...table(
            ["attribute", "accounts", "such as"],
            changes.map(({ target, total, examples: [first] }) => [
              code(target),
              total.toLocaleString("en-US"),
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

function details({ action, total, people }: PeopleImpact): readonly string[] {
  const rows = people.map(({ displayName, reason, clause, changes }) => [
    plain(displayName),
    plain(reason),
    clause === undefined ? changes.map(change => code(changeText(change))).join("<br>") : code(clause.clause),
  ]);
  const more = total > people.length ? ["", `… and ${(total - people.length).toLocaleString("en-US")} more.`] : [];
  return [
    "",
    `<details><summary>${actionWords[action]}: ${total.toLocaleString("en-US")}</summary>`,
    "",
    ...table(["who", "why", "clause or values"], rows),
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
