import type { ImpactAction, ImpactPerson } from "../engine/impact/result.ts";
import { changeText } from "./impactWords.ts";

/** The first row, with its line end. */
export const csvHeader = row([
  "before",
  "after",
  "displayName",
  "id",
  "objectType",
  "mapping",
  "reason",
  "filter",
  "clause",
  "changes",
]);

/** One person as a row of CSV (RFC 4180), with its line end. */
export function csvRow({
  before,
  after,
  displayName,
  id,
  objectType,
  mapping,
  reason,
  clause,
  changes,
}: ImpactPerson): string {
  return row([
    word(before),
    word(after),
    displayName,
    id,
    objectType,
    mapping,
    reason,
    clause?.filter ?? "",
    clause?.clause ?? "",
    changes.map(changeText).join("; "),
  ]);
}

/** The same in every language, as programs read it. */
function word(action: ImpactAction): string {
  return action === "noChange" ? "no change" : action;
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** What spreadsheets would take for a formula gets an apostrophe, by which they know a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
