import * as l10n from "@vscode/l10n";
import { type DateInterval, dateIntervals, readDateInterval, ticksOfInterval } from "./dateIntervals.ts";
import { date, eager, type FunctionDefinition, text } from "./definition.ts";
import { fieldsOf, ticksInRange, ticksPerDay } from "./dotnet/calendar.ts";
import { functionsPage } from "./pages.ts";
import { failure, isFailure } from "./values.ts";

const parameters = [
  text({
    name: "interval",
    summary: "What is counted: yyyy years, m months, d days, ww weeks, h hours, n minutes, s seconds.",
    words: dateIntervals,
  }),
  date({ name: "date1", summary: "The date to count from." }),
  date({ name: "date2", summary: "The date to count to." }),
] as const;

/** DateDiff counts the intervals between two dates. */
export const dateDiff: FunctionDefinition = {
  name: "DateDiff",
  profiles: ["application"],
  summary: "Returns how many intervals lie between two dates; less than zero where the second is the earlier one.",
  parameters,
  returns: "integer",
  source: `${functionsPage}#datediff`,
  implementation: eager(parameters, (interval, date1, date2, context) => {
    const known = readDateInterval(interval, context);
    if (isFailure(known)) return known;
    return difference(known, date1.ticks, date2.ticks) ?? failure(l10n.t("a week begins before the year 1."));
  }),
};

/** As Visual Basic's DateDiff counts; undefined where the week of a date begins before all dates. */
function difference(interval: DateInterval, from: bigint, to: bigint): number | undefined {
  switch (interval) {
    case "yyyy":
      return fieldsOf(to).year - fieldsOf(from).year;
    case "m":
      return monthsOf(to) - monthsOf(from);
    case "ww":
      return weeksBetween(from, to);
    default:
      return wholeUnits(to - from, ticksOfInterval[interval]);
  }
}

function monthsOf(ticks: bigint): number {
  const { year, month } = fieldsOf(ticks);
  return year * 12 + month;
}

function weeksBetween(from: bigint, to: bigint): number | undefined {
  const [first, last] = [saturdayBefore(from), saturdayBefore(to)];
  if (first === undefined || last === undefined) return undefined;
  return wholeNumber(wholeUnits(last - first, ticksPerDay) / 7);
}

/** The same time on the day before the week of the date began. */
function saturdayBefore(ticks: bigint): bigint | undefined {
  return ticksInRange(ticks - BigInt(fieldsOf(ticks).dayOfWeek + 1) * ticksPerDay);
}

/** Divided as doubles, since TimeSpan.TotalDays and its kin are. */
function wholeUnits(span: bigint, unit: bigint): number {
  return wholeNumber(Number(span) / Number(unit));
}

/** Without decimals, and without the sign of a zero. */
function wholeNumber(value: number): number {
  return Math.trunc(value) + 0;
}
