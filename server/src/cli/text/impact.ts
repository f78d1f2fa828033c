import { type ImpactAction, impactActions, type PeopleImpact } from "../../engine/impact/result.ts";
import type { ImpactReport } from "../../session/impact.ts";
import {
  actionWord,
  changeText,
  collisionTexts,
  grouped,
  scopeText,
  shown,
  thresholdText,
} from "../../session/impactWords.ts";
import type { Paint, Tone } from "./paint.ts";
import { table } from "./table.ts";
import { visible } from "./visible.ts";

/** How a report is laid out. */
export interface ImpactLook {
  readonly paint: Paint;
  readonly width: number;
}

const tones: Readonly<Record<ImpactAction, Tone>> = {
  create: "good",
  update: "good",
  disable: "warning",
  delete: "warning",
  fail: "bad",
  skip: "strong",
  noChange: "faint",
};

/** The impact of a file for people: counts, who is affected and why, values, collisions and the threshold. */
export function impactLines(report: ImpactReport, file: string, look: ImpactLook): readonly string[] {
  const { paint } = look;
  const sections: readonly (readonly string[])[] = [
    [paint("strong", visible(`${file} against ${report.against}, over ${counted(report.objects, "object")}`))],
    countLines(report, look),
    ["Scope", ...scopeLines(report)],
    ...report.people.map(listed => peopleSection(listed, look)),
    ["Values", ...valueLines(report)],
    ["Collisions", ...collisionTexts(report.collisions).map(text => `  ${paint("bad", "!")} ${text}`)],
    ["Threshold", `  ${paint(report.threshold.trips ? "bad" : "faint", thresholdText(report.threshold))}`],
    ["Left out", ...report.unreadable.examples.map(text => `  ${paint("bad", "!")} ${visible(text)}`)],
    [
      "Assumptions",
      ...[...report.notes, ...report.assumptions.map(({ text }) => text)].map(text => `  ${visible(text)}`),
    ],
  ];
  return sections
    .filter((lines, index) => index < 2 || lines.length > 1)
    .flatMap(([heading = "", ...lines], index) =>
      index < 2 ? [heading, ...lines] : ["", paint("strong", heading), ...lines],
    );
}

function countLines({ before, after }: ImpactReport, { paint, width }: ImpactLook): readonly string[] {
  const rows = impactActions
    .filter(action => before[action] + after[action] > 0)
    .map(action => [
      { text: actionWord(action), tone: tones[action] },
      before[action].toLocaleString("en-US"),
      after[action].toLocaleString("en-US"),
    ]);
  return ["", ...table(["action", "before", "after"], rows, width, paint)];
}

function scopeLines({ mappings, clauses }: ImpactReport): readonly string[] {
  const several = mappings.length > 1;
  return [
    ...mappings.map(mapping => `  ${several ? `${visible(mapping.mapping)}: ` : ""}${scopeText(mapping)}`),
    ...clauses.map(({ filter, clause, version, joins, leaves }) => {
      const effect = [
        joins > 0 ? `${counted(joins, "object")} kept out before` : "",
        leaves > 0 ? `${counted(leaves, "object")} fall out` : "",
      ];
      return `    ${visible(`${filter}: ${clause}`)}${version === "before" ? " (before)" : ""}: ${effect.filter(text => text !== "").join(", ")}`;
    }),
  ];
}

function peopleSection({ action, total, people }: PeopleImpact, { paint, width }: ImpactLook): readonly string[] {
  const rows = people.map(({ displayName, reason, changes }) => [
    displayName,
    changes.length === 0 || action !== "update" ? reason : changes.map(changeText).join("; "),
  ]);
  const more = total > people.length ? [`  … and ${(total - people.length).toLocaleString("en-US")} more`] : [];
  const [, ...lines] = table(["", ""], rows, width - 2, paint);
  return [`${actionWord(action)}: ${grouped(total)}`, ...lines.map(line => `  ${line}`), ...more];
}

function valueLines({ changes }: ImpactReport): readonly string[] {
  return changes.map(({ target, total, examples }) => {
    const [first] = examples;
    const example =
      first === undefined
        ? ""
        : `, such as ${visible(first.displayName)}: ${shown(first.oldValue, first.redacted)} -> ${shown(first.newValue, first.redacted)}`;
    return `  ${visible(target)} of ${counted(total, "account")}${example}`;
  });
}

/** A number with its noun. */
function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
