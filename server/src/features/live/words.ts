import * as l10n from "@vscode/l10n";
import { isList, toText, type Value } from "../../functions/values.ts";
import type { Remark, SampledMapping, SampledStep, SampledValue } from "./liveSample.ts";

/** What an attribute mapping gives, in words: `"Ada Lovelace"`, `default "Unknown"`, `error: …`. */
export function valueText(value: SampledValue): string {
  switch (value.kind) {
    case "value":
      return remarked(quoted(value.value), value.remarks);
    case "nothing":
      return value.isEmptyText ? l10n.t('nothing, since "" is not sent') : l10n.t("nothing");
    case "skipped":
      return value.whole === "object" ? skippedWhole() : keepsValue();
    case "references":
      return referencesText(value);
    case "problem":
      return l10n.t`error: ${value.message}`;
  }
}

function skippedWhole(): string {
  return l10n.t("skipped: the whole object");
}

function keepsValue(): string {
  return l10n.t("skipped: the target keeps its value");
}

function remarked(text: string, remarks: readonly Remark[]): string {
  const value = remarks.includes("default") ? l10n.t`default ${text}` : text;
  return [value, ...remarks.flatMap(remarkText)].join(", ");
}

function remarkText(remark: Remark): string | [] {
  switch (remark) {
    case "default":
      return [];
    case "onlyDuringCreation":
      return l10n.t("only during creation");
    case "unlessTaken":
      return l10n.t("unless the target has it already");
    case "byChance":
      return l10n.t("for example");
  }
}

function referencesText({ count, first }: Extract<SampledValue, { kind: "references" }>): string {
  const name = first.displayName ?? l10n.t`${first.id}, which the directory lacks`;
  return count === 1 ? l10n.t`reference to ${name}` : l10n.t`references to ${name} and ${count - 1} more`;
}

/** Whether a mapping provisions the sample, in words. */
export function verdictText(verdict: SampledMapping["verdict"]): string {
  switch (verdict.kind) {
    case "inScope":
      return l10n.t("in scope");
    case "outOfScope":
      return l10n.t`out of scope: ${verdict.reason}`;
    case "skipped":
      return l10n.t`skipped: ${verdict.reason}`;
    case "fails":
      return l10n.t`error: ${verdict.reason}`;
  }
}

/** What a part of an expression gave, in words. */
export function outcomeText(outcome: NonNullable<SampledStep["outcome"]>): string {
  switch (outcome.kind) {
    case "value":
      return outcome.value === null ? l10n.t("no value") : quoted(textsOf(outcome.value));
    case "ignored":
      return keepsValue();
    case "objectIgnored":
      return skippedWhole();
    case "problem":
      return l10n.t`error: ${outcome.message}`;
  }
}

function textsOf(value: NonNullable<Value>): string | readonly string[] {
  return isList(value) ? value.map(toText) : toText(value);
}

/** At most so many values of a list are written out. */
const mostValues = 20;

function quoted(value: string | readonly string[]): string {
  if (typeof value === "string") return JSON.stringify(value);
  const written = value
    .slice(0, mostValues)
    .map(text => JSON.stringify(text))
    .join(", ");
  const others = value.length - mostValues;
  return others > 0 ? l10n.t`[${written}, and ${others} more]` : `[${written}]`;
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
