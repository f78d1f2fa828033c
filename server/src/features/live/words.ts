import { isList, toText, type Value } from "../../functions/values.ts";
import type { Remark, SampledMapping, SampledStep, SampledValue } from "./liveSample.ts";

/** What an attribute mapping gives, in words: `"Ada Lovelace"`, `default "Unknown"`, `error: …`. */
export function valueText(value: SampledValue): string {
  switch (value.kind) {
    case "value":
      return remarked(quoted(value.value), value.remarks);
    case "nothing":
      return value.isEmptyText ? 'nothing, since "" is not sent' : "nothing";
    case "skipped":
      return value.whole === "object" ? "skipped: the whole object" : "skipped: the target keeps its value";
    case "references":
      return referencesText(value);
    case "problem":
      return `error: ${value.message}`;
  }
}

function remarked(text: string, remarks: readonly Remark[]): string {
  const before = remarks.includes("default") ? "default " : "";
  const behind = remarks.flatMap(remark => remarkTexts[remark] ?? []).map(remark => `, ${remark}`);
  return [before, text, ...behind].join("");
}

const remarkTexts: Partial<Readonly<Record<Remark, string>>> = {
  onlyDuringCreation: "only during creation",
  unlessTaken: "unless the target has it already",
  byChance: "for example",
};

function referencesText({ count, first }: Extract<SampledValue, { kind: "references" }>): string {
  const name = first.displayName ?? `${first.id}, which the directory lacks`;
  return count === 1 ? `reference to ${name}` : `references to ${name} and ${count - 1} more`;
}

/** Whether a mapping provisions the sample, in words. */
export function verdictText(verdict: SampledMapping["verdict"]): string {
  switch (verdict.kind) {
    case "inScope":
      return "in scope";
    case "outOfScope":
      return `out of scope: ${verdict.reason}`;
    case "skipped":
      return `skipped: ${verdict.reason}`;
    case "fails":
      return `error: ${verdict.reason}`;
  }
}

/** What a part of an expression gave, in words. */
export function outcomeText(outcome: NonNullable<SampledStep["outcome"]>): string {
  switch (outcome.kind) {
    case "value":
      return outcome.value === null ? "no value" : quoted(textsOf(outcome.value));
    case "ignored":
      return "skipped: the target keeps its value";
    case "objectIgnored":
      return "skipped: the whole object";
    case "problem":
      return `error: ${outcome.message}`;
  }
}

function textsOf(value: NonNullable<Value>): string | readonly string[] {
  return isList(value) ? value.map(toText) : toText(value);
}

/** At most so many values of a list are written out. */
const mostValues = 20;

function quoted(value: string | readonly string[]): string {
  if (typeof value === "string") return JSON.stringify(value);
  const written = value.slice(0, mostValues).map(text => JSON.stringify(text));
  const others = value.length - written.length;
  return `[${written.join(", ")}${others > 0 ? `, and ${others} more` : ""}]`;
}

/** The beginning of a text on one line, of at most so many characters. */
export function clipped(text: string, most: number): string {
  const line = text.replaceAll(/\s*[\r\n\u2028\u2029]\s*/g, " ");
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "")}…`;
}
