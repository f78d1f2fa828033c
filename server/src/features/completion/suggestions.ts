import * as l10n from "@vscode/l10n";
import type { Parameter } from "../../functions/definition.ts";
import type { DocumentedFunction } from "../../functions/documentedFunctions.ts";
import { ticksOfMilliseconds } from "../../functions/dotnet/calendar.ts";
import { dateTimeStyleNames } from "../../functions/dotnet/dateTimeStyles.ts";
import { formatDate } from "../../functions/dotnet/formatDate.ts";
import { readRegex } from "../../functions/dotnet/regex.ts";
import type { Call } from "../../language/expression/tree.ts";
import { argumentFor } from "../../validation/calls.ts";

/** A text that often stands in a place where others may stand too, and what it means. */
export interface Suggestion {
  readonly text: string;
  readonly detail: string;
}

/** What a parameter takes: its words, and where it has none, texts that fit: cultures, date formats and styles, groups of the pattern. */
export function suggestionsFor({ name, words, summary }: Parameter, call: Call): readonly Suggestion[] {
  if (words !== undefined) return words.map(text => ({ text, detail: l10n.t(summary) }));
  switch (name) {
    case "culture":
      return cultures();
    case "dateTimeStyles":
      return dateTimeStyleNames.map(text => ({ text, detail: "DateTimeStyles" }));
    case "inputFormat":
    case "outputFormat":
      return dateFormats.map(text => ({ text, detail: exampleOf(text) }));
    case "regexGroupName":
      return groupsOf(call).map(text => ({ text, detail: l10n.t("group of the pattern") }));
    default:
      return [];
  }
}

/** True where an example of the function has one of the parameter's words without quotes. */
export function isBareIn({ examples }: DocumentedFunction, { words = [] }: Parameter): boolean {
  return words.some(word => examples.some(({ expression }) => new RegExp(`[(,]\\s*${word}\\s*[,)]`).test(expression)));
}

/** The names of the groups of the call's pattern; none where it is not written out or cannot be read. */
export function groupsOf(call: Call): readonly string[] {
  const pattern = argumentFor(call, "regexPattern");
  const regex = pattern?.kind === "StringLiteral" ? readRegex(pattern.value) : undefined;
  const groups = regex?.kind === "regex" ? regex.groups.map(({ name }) => name) : [];
  return groups.filter(name => !/^\d+$/.test(name));
}

/** Cultures whose letters change case in a way of their own, and those of large countries (RFC 4646 names). */
function cultures(): readonly Suggestion[] {
  return [
    { text: "en-US", detail: l10n.t("English, United States") },
    { text: "en-GB", detail: l10n.t("English, United Kingdom") },
    { text: "de-DE", detail: l10n.t("German, Germany") },
    { text: "fr-FR", detail: l10n.t("French, France") },
    { text: "es-ES", detail: l10n.t("Spanish, Spain") },
    { text: "pt-BR", detail: l10n.t("Portuguese, Brazil") },
    { text: "it-IT", detail: l10n.t("Italian, Italy") },
    { text: "nl-NL", detail: l10n.t("Dutch, Netherlands") },
    { text: "sv-SE", detail: l10n.t("Swedish, Sweden") },
    { text: "pl-PL", detail: l10n.t("Polish, Poland") },
    { text: "tr-TR", detail: l10n.t("Turkish, Türkiye: i becomes İ, ı becomes I") },
    { text: "az-Latn-AZ", detail: l10n.t("Azerbaijani, Azerbaijan: i becomes İ, ı becomes I") },
    { text: "ja-JP", detail: l10n.t("Japanese, Japan") },
    { text: "zh-CN", detail: l10n.t("Chinese, China") },
  ];
}

const dateFormats: readonly string[] = [
  "yyyy-MM-dd",
  "yyyy-MM-ddTHH:mm:ssZ",
  "yyyy-MM-dd HH:mm:ss",
  "yyyyMMdd",
  "yyyyMMddHHmmss.fZ",
  "M/d/yyyy h:mm:ss tt",
  "MM/dd/yyyy",
  "dd/MM/yyyy",
  "dd.MM.yyyy",
  "dddd, d MMMM yyyy",
];

/** An early afternoon, whose month, day, hour and minute differ. */
const exampleDate = { ticks: ticksOfMilliseconds(Date.UTC(2026, 2, 9, 14, 5, 30)), zone: "utc" } as const;

function exampleOf(format: string): string {
  const written = formatDate(exampleDate, format);
  return typeof written === "string" ? written : "";
}
