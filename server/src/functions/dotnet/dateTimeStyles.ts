import * as l10n from "@vscode/l10n";
import { type Failure, failure } from "../values.ts";
import { shown } from "./dateFormat.ts";
import { trim } from "./whiteSpace.ts";

/** The names of System.Globalization.DateTimeStyles (dotnet/api/system.globalization.datetimestyles). */
export const dateTimeStyleNames = [
  "None",
  "AllowLeadingWhite",
  "AllowTrailingWhite",
  "AllowInnerWhite",
  "AllowWhiteSpaces",
  "NoCurrentDateDefault",
  "AdjustToUniversal",
  "AssumeLocal",
  "AssumeUniversal",
  "RoundtripKind",
] as const;
export type DateTimeStyle = (typeof dateTimeStyleNames)[number];

/** A combination of styles; AllowWhiteSpaces is in it as the three that it stands for. */
export type DateTimeStyles = ReadonlySet<DateTimeStyle>;

/** What FormatDateTime uses where its dateTimeStyles is empty. */
export const defaultDateTimeStyles: DateTimeStyles = new Set([
  "RoundtripKind",
  "AllowLeadingWhite",
  "AllowTrailingWhite",
]);

const whiteSpaces: readonly DateTimeStyle[] = ["AllowLeadingWhite", "AllowTrailingWhite", "AllowInnerWhite"];

/** Pairs of styles that .NET refuses together. */
const contradictions: readonly (readonly [DateTimeStyle, DateTimeStyle])[] = [
  ["AssumeLocal", "AssumeUniversal"],
  ["RoundtripKind", "AssumeLocal"],
  ["RoundtripKind", "AssumeUniversal"],
  ["RoundtripKind", "AdjustToUniversal"],
];

/**
 * The styles named in a text, separated by commas, in any case of letters, each with or without `DateTimeStyles.` before
 * it; the default ones for an empty text. Fails for an unknown name and for styles that exclude each other.
 */
export function readDateTimeStyles(text: string): DateTimeStyles | Failure {
  if (trim(text) === "") return defaultDateTimeStyles;
  const styles = new Set<DateTimeStyle>();
  for (const written of text.split(",")) {
    const style = findStyle(trim(written));
    if (style === undefined)
      return failure(l10n.t`${shown(trim(written))} is none of ${dateTimeStyleNames.join(", ")}.`);
    for (const each of style === "AllowWhiteSpaces" ? whiteSpaces : [style]) styles.add(each);
  }
  const pair = contradictions.find(([one, other]) => styles.has(one) && styles.has(other));
  return pair === undefined ? styles : failure(l10n.t`${pair[0]} and ${pair[1]} exclude each other.`);
}

function findStyle(name: string): DateTimeStyle | undefined {
  const bare = name.toLowerCase().replace(/^datetimestyles\./, "");
  return dateTimeStyleNames.find(style => style.toLowerCase() === bare);
}
