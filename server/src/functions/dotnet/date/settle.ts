import * as l10n from "@vscode/l10n";
import type { CallContext } from "../../definition.ts";
import { type Failure, failure } from "../../values.ts";
import {
  type DateFields,
  fieldsOf,
  ticksInRange,
  ticksOf,
  ticksOfMilliseconds,
  ticksPerDay,
  ticksPerMinute,
} from "../calendar.ts";
import type { DateTimeStyles } from "../dateTimeStyles.ts";
import type { ZonedDate } from "../formatDate.ts";
import type { Found } from "./fieldReaders.ts";
import { dayNames } from "./names.ts";

/** A date as it was written: the ticks that its calendar and clock show, and what was said of its zone. */
export interface WrittenDate {
  readonly ticks: bigint;
  /** How many minutes it is ahead of UTC; undefined where nothing was said. */
  readonly offset: number | undefined;
  /** Its zone was written as Z, not as an offset. */
  readonly isUtc: boolean;
}

/** The most minutes that .NET lets a zone be away from UTC. */
const farthestOffset = 14 * 60;

/**
 * The date that was found, with what is missing filled in as .NET does: without any date today's, or the first day of
 * year 1 with NoCurrentDateDefault; without a year this one, without a month or a day the first.
 */
export function settle(found: Found, styles: DateTimeStyles, context: CallContext): WrittenDate | Failure {
  const { offset, minute = 0, second = 0, fraction = 0 } = found;
  const hour = hourOfDay(found);
  if (hour === undefined)
    return failure(
      found.isTwelveHour
        ? l10n.t("an hour of h or hh is 12 at most; H and HH read hours up to 23.")
        : l10n.t("the hour does not go with AM and PM."),
    );
  if (Math.abs(offset ?? 0) > farthestOffset) return failure(l10n.t("an offset from UTC is never more than 14 hours."));
  const ticks = ticksOf({ ...dayOf(found, styles, context), hour, minute, second, fraction });
  if (ticks === undefined) return failure(l10n.t("there is no such date and time."));
  return otherDay(ticks, found.dayOfWeek) ?? { ticks, offset, isUtc: found.isUtc ?? false };
}

function otherDay(ticks: bigint, named: number | undefined): Failure | undefined {
  if (named === undefined) return undefined;
  const { dayOfWeek } = fieldsOf(ticks);
  if (named === dayOfWeek) return undefined;
  return failure(l10n.t`that day is a ${dayNames[dayOfWeek] ?? ""}, not a ${dayNames[named] ?? ""}.`);
}

/** Without AM or PM an hour of the twelve-hour clock counts as AM. */
function hourOfDay({ hour, half, isTwelveHour }: Found): number | undefined {
  if (isTwelveHour) return hour === undefined || hour > 12 ? undefined : (hour % 12) + (half === "PM" ? 12 : 0);
  const isWrong = (half === "AM" && (hour ?? 0) >= 12) || (half === "PM" && (hour ?? 0) < 12);
  return isWrong ? undefined : (hour ?? 0);
}

function dayOf(
  { year, isTwoDigitYear, month, day }: Found,
  styles: DateTimeStyles,
  context: CallContext,
): Pick<DateFields, "year" | "month" | "day"> {
  if (year === undefined && month === undefined && day === undefined) {
    return styles.has("NoCurrentDateDefault") ? { year: 1, month: 1, day: 1 } : today(context);
  }
  const fullYear = isTwoDigitYear && year !== undefined ? fourDigitYear(year, context) : (year ?? today(context).year);
  return { year: fullYear, month: month ?? 1, day: day ?? 1 };
}

function today({ now }: CallContext): DateFields {
  return fieldsOf(ticksOfMilliseconds(now()));
}

/** The year that two digits stand for: within the hundred years that end with the assumption's. */
export function fourDigitYear(twoDigits: number, { assumptions, assume }: CallContext): number {
  // .NET Framework's hundred years end with 2029, those of .NET with 2049.
  if (twoDigits > 29 && twoDigits <= 49) assume("lastTwoDigitYear");
  const year = assumptions.lastTwoDigitYear - (assumptions.lastTwoDigitYear % 100) + twoDigits;
  return year > assumptions.lastTwoDigitYear ? year - 100 : year;
}

/**
 * The written date as a DateTime in a zone. An offset is applied, which gives the local time of the service, and that is
 * UTC; with `preserveOffset` the date keeps it, as a DateTimeOffset does.
 */
export function inZone(
  { ticks, offset, isUtc }: WrittenDate,
  styles: DateTimeStyles,
  preserveOffset: boolean,
): ZonedDate | Failure {
  if (offset === undefined) return { ticks, zone: assumedZone(styles) };
  const universal = inUtc(ticks, offset);
  if (universal === undefined) return failure(l10n.t("in UTC, the date is outside of the years 1 to 9999."));
  if (styles.has("AdjustToUniversal") || (isUtc && styles.has("RoundtripKind")))
    return { ticks: universal, zone: "utc" };
  return preserveOffset ? { ticks, zone: offset } : { ticks: universal, zone: 0 };
}

/** The ticks in UTC of a date that is so many minutes ahead. On the first of all days, which stands for a mere time, the clock goes round. */
export function inUtc(ticks: bigint, offset: number): bigint | undefined {
  const shifted = ticks - BigInt(offset) * ticksPerMinute;
  return ticksInRange(shifted < 0n ? shifted + ticksPerDay : shifted);
}

function assumedZone(styles: DateTimeStyles): ZonedDate["zone"] {
  if (!styles.has("AssumeLocal") && !styles.has("AssumeUniversal")) return "unspecified";
  return styles.has("AdjustToUniversal") ? "utc" : 0;
}
