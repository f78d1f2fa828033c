import * as l10n from "@vscode/l10n";
import type { CallContext } from "../definition.ts";
import { type DateTime, dateTime, type Failure, failure, isFailure } from "../values.ts";
import { ticksInRange, ticksPerMinute } from "./calendar.ts";
import type { Found } from "./date/fieldReaders.ts";
import { abbreviated, dayNames, monthNames } from "./date/names.ts";
import { settle } from "./date/settle.ts";
import { shown } from "./dateFormat.ts";
import { trim, whiteSpace } from "./whiteSpace.ts";

const blank = `[${whiteSpace}]`;
const day = "(?<day>\\d{1,2})";
const month = "(?<month>\\d{1,2})";
const year = "(?<year>\\d{4}|\\d{2})";
const monthName = `(?<monthName>${eitherForm(monthNames)})`;
const dayName = `(?:(?<dayName>${eitherForm(dayNames)}),?${blank}+)?`;
const clock = `(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.(?<fraction>\\d+))?)?)?(?:${blank}*(?<half>[AP]M))?`;
const time = `(?:(?:T|${blank}+)(?<hour>\\d{1,2})${clock})?`;
const zone = `(?:${blank}*(?:(?<utc>Z|GMT)|(?<sign>[+-])(?<offsetHours>\\d{1,2})(?::?(?<offsetMinutes>[0-5]\\d))?))?`;

/** 2026-01-31, 1/31/2026, 31 January 2026 and January 31, 2026, each with a time and an offset that may follow. */
const forms = [
  `(?<year>\\d{4})(?<separator>[-/])${month}(?:\\k<separator>${day})?`,
  `${month}(?<separator>[-/])${day}\\k<separator>${year}`,
  `${dayName}${day}(?:${blank}+|-)${monthName}(?:,?${blank}+|-)${year}`,
  `${dayName}${monthName}${blank}+${day}(?:,${blank}*|${blank}+)${year}`,
].map(date => new RegExp(`^${date}${time}${zone}$`, "i"));

/**
 * The instant that a text states without being told its format, as CDate and NumFromDate read it: ISO 8601, month before
 * day, or the month by name. A text without an offset is taken as the assumption has it, which is UTC.
 */
export function parseFreeDate(text: string, context: CallContext): DateTime | Failure {
  const found = read(trim(text));
  if (found === undefined)
    return failure(
      l10n.t`${shown(text)} is not read as a date. Write it like 2026-01-31, 2026-01-31T09:00:00Z or 1/31/2026 9:00:00 AM, or read it with FormatDateTime first.`,
    );
  const written = settle(found, new Set(), context);
  if (isFailure(written)) return failure(`${shown(text)}: ${[written.message, ...dayBeforeMonth(found)].join(" ")}`);
  if (written.offset === undefined) context.assume("unstatedOffset");
  const offset = written.offset ?? context.assumptions.unstatedOffset;
  const ticks = ticksInRange(written.ticks - BigInt(offset) * ticksPerMinute);
  return ticks === undefined
    ? failure(l10n.t`${shown(text)} is, in UTC, outside of the years 1 to 9999.`)
    : dateTime(ticks);
}

function dayBeforeMonth({ month }: Found): readonly string[] {
  return month !== undefined && month > 12 ? [l10n.t("The month stands before the day.")] : [];
}

function eitherForm(names: readonly string[]): string {
  return names.flatMap(name => [name, abbreviated(name)]).join("|");
}

function read(text: string): Found | undefined {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined)
      return isHourAlone(groups) ? undefined : { ...dateOf(groups), ...timeOf(groups), ...zoneOf(groups) };
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** A bare number behind a date is no time. */
function isHourAlone({ hour, minute, half }: Groups): boolean {
  return hour !== undefined && minute === undefined && half === undefined;
}

function dateOf({ year = "", month, monthName, day = "1", dayName }: Groups): Found {
  const weekday = indexOf(dayNames, dayName);
  return {
    year: Number(year),
    ...(year.length === 2 && { isTwoDigitYear: true }),
    month: monthName === undefined ? Number(month) : (indexOf(monthNames, monthName) ?? 0) + 1,
    day: Number(day),
    ...(weekday !== undefined && { dayOfWeek: weekday }),
  };
}

function indexOf(names: readonly string[], written: string | undefined): number | undefined {
  return written === undefined
    ? undefined
    : names.findIndex(name => name.toLowerCase().startsWith(written.toLowerCase()));
}

function timeOf({ hour = "0", minute = "0", second = "0", fraction = "0", half }: Groups): Found {
  return {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    fraction: Math.round(Number(`0.${fraction}`) * 10_000_000),
    ...(half !== undefined && { half: half.toUpperCase() === "AM" ? "AM" : "PM" }),
    ...(half !== undefined && Number(hour) <= 12 && { isTwelveHour: true }),
  };
}

function zoneOf({ utc, sign, offsetHours, offsetMinutes = "0" }: Groups): Found {
  if (utc !== undefined) return { offset: 0, isUtc: true };
  if (offsetHours === undefined) return {};
  const size = Number(offsetHours) * 60 + Number(offsetMinutes);
  return { offset: sign === "-" && size > 0 ? -size : size };
}
