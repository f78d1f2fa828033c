import * as l10n from "@vscode/l10n";
import { type Failure, failure } from "../../values.ts";

const longDate = "dddd, dd MMMM yyyy";

/** What a standard format, one letter, stands for in the invariant culture (standard-date-and-time-format-strings). */
const standardFormats: Readonly<Record<string, string>> = {
  d: "MM/dd/yyyy",
  D: longDate,
  f: `${longDate} HH:mm`,
  F: `${longDate} HH:mm:ss`,
  g: "MM/dd/yyyy HH:mm",
  G: "MM/dd/yyyy HH:mm:ss",
  m: "MMMM dd",
  M: "MMMM dd",
  o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
  O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
  r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  R: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  t: "HH:mm",
  T: "HH:mm:ss",
  u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  U: `${longDate} HH:mm:ss`,
  y: "yyyy MMMM",
  Y: "yyyy MMMM",
};

/** The custom format behind a format: a single letter is a standard format, and fails where there is none of that name. */
export function customFormat(format: string): string | Failure {
  if (format.length !== 1) return format;
  if (/[%\\'"]/.test(format)) return failure(l10n.t`${format} alone is no format; another character has to follow it.`);
  return (
    standardFormats[format] ??
    failure(l10n.t`"${format}" alone is no standard format. For a custom format of one character, write "%${format}".`)
  );
}
