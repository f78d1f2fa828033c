import * as l10n from "@vscode/l10n";
import { customFormat } from "../../functions/dotnet/date/standardFormats.ts";
import { formatParts } from "../../functions/dotnet/dateFormat.ts";
import { isFailure } from "../../functions/values.ts";
import { quote } from "../../language/expression/print.ts";
import { type DateFormat, eachDateFormat, type Field, fieldsWith, formatWith } from "../dateFormats.ts";
import { changeTo } from "../fixes.ts";
import { dateFormatsPage } from "../pages.ts";
import type { Fix, Report, Rule } from "../rule.ts";

/** A format is read letter by letter: some stand for a part of the date, a few of them for another than it seems. */
export const dateFormatSpec: Rule = {
  code: "date-format-spec",
  severity: "error",
  source: dateFormatsPage,
  check: report => eachDateFormat(format => checks.some(check => check(report, format))),
};

/** The first that finds something is the one that is told. */
const checks: readonly ((report: Report, format: DateFormat) => boolean)[] = [
  reportInvalid,
  reportLetters,
  reportMonthsAndMinutes,
  reportTwelveHours,
];

function reportInvalid(report: Report, { literal: { value, span }, use }: DateFormat): boolean {
  const custom = customFormat(value);
  const invalid = isFailure(custom) ? custom : formatParts(custom, use);
  if (value === "" || !isFailure(invalid)) return false;
  report(
    span,
    invalid.message.replace(/^[a-z]/, first => first.toUpperCase()),
  );
  return true;
}

/** Letters that stand for themselves are meant as fields, but for the T of ISO 8601, Z and GMT. */
function reportLetters(report: Report, format: DateFormat): boolean {
  const letters = format.parts.flatMap(part => (part.kind === "literal" && part.written === "bare" ? part.text : []));
  const strange = letters.find(text => /^[A-Za-z]/.test(text) && !["T", "Z", "GMT"].includes(text));
  if (strange === undefined) return false;
  const { value, span } = format.literal;
  const meant = value.replace(/Y/g, "y").replace(/D/g, "d");
  const isMended = meant !== value && !/[A-Za-z]/.test(meant.replace(/GMT|[dfFghHKmMstyzTZ]/g, ""));
  const fixes = isMended ? [changeTo(span, quote(meant), l10n.t`Change to "${meant}"`)] : [];
  const remedy = isMended
    ? l10n.t`Did you mean "${meant}"?`
    : l10n.t`Write '${strange}' in single quotes if it is meant so.`;
  report(span, l10n.t`In a date format '${strange}' has no meaning and stands for itself. ${remedy}`, ...fixes);
  return true;
}

/** Minutes stand behind an hour or before seconds, months do not. */
function reportMonthsAndMinutes(report: Report, format: DateFormat): boolean {
  const fields = fieldsWith("dfFghHKmMstyz", format.parts);
  const isClock = (field: Field) => {
    const index = fields.indexOf(field);
    return "hH".includes(fields[index - 1]?.letter ?? "-") || fields[index + 1]?.letter === "s";
  };
  const hasDate = fieldsWith("yd", fields).length > 0;
  const wrong = fields.filter(
    field => (field.letter === "m" && hasDate && !isClock(field)) || (field.letter === "M" && isClock(field)),
  );
  const [first] = wrong;
  if (first === undefined) return false;
  const swapped = formatWith(format, field =>
    wrong.includes(field) ? { ...field, letter: field.letter === "m" ? "M" : "m" } : field,
  );
  const message =
    first.letter === "m"
      ? l10n.t("In a date format mm is the minute: the month is MM.")
      : l10n.t("In a date format MM is the month: the minute is mm.");
  report(format.literal.span, message, ...fixTo(format, swapped));
  return true;
}

function reportTwelveHours(report: Report, format: DateFormat): boolean {
  const parts = format.parts;
  if (fieldsWith("h", parts).length === 0 || fieldsWith("t", parts).length > 0) return false;
  const changed = formatWith(format, field => (field.letter === "h" ? { ...field, letter: "H" } : field));
  const message = l10n.t(
    "In a date format h and hh are the hour of 12: without tt, morning and evening are the same. Write HH for that of 24.",
  );
  report(format.literal.span, message, ...fixTo(format, changed));
  return true;
}

function fixTo({ literal: { span } }: DateFormat, text: string | undefined): readonly Fix[] {
  return text === undefined ? [] : [changeTo(span, quote(text), l10n.t`Change to "${text}"`)];
}
