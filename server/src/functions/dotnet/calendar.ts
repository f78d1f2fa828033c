/**
 * Instants and clock readings are counted in ticks, as .NET's DateTime does: 100 ns each since 0001-01-01T00:00:00 in the
 * Gregorian calendar, to the end of the year 9999. A count outside of that is `undefined` here.
 */
export const ticksPerSecond = 10_000_000n;
export const ticksPerMinute = 60n * ticksPerSecond;
export const ticksPerHour = 60n * ticksPerMinute;
export const ticksPerDay = 24n * ticksPerHour;

const ticksPerMillisecond = 10_000n;
const lastTick = 3_652_059n * ticksPerDay - 1n;
const millisecondsTo1970 = 62_135_596_800_000;

/** What a calendar and a clock show: month and day count from 1, `fraction` is what follows the second, in ticks. */
export interface DateFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: number;
}

/** The ticks of an instant in milliseconds since 1970-01-01T00:00:00Z. */
export function ticksOfMilliseconds(milliseconds: number): bigint {
  return BigInt(Math.trunc(milliseconds) + millisecondsTo1970) * ticksPerMillisecond;
}

/** The ticks, where they fall in the years 1 to 9999. */
export function ticksInRange(ticks: bigint): bigint | undefined {
  return ticks < 0n || ticks > lastTick ? undefined : ticks;
}

/** What calendar and clock show at these ticks; `dayOfWeek` counts from Sunday, 0. */
export function fieldsOf(ticks: bigint): DateFields & { readonly dayOfWeek: number } {
  const date = new Date(Number(ticks / ticksPerMillisecond) - millisecondsTo1970);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    fraction: Number(ticks % ticksPerSecond),
    dayOfWeek: date.getUTCDay(),
  };
}

/** The ticks at which calendar and clock show this; undefined for a day or a time that there is not. */
export function ticksOf({ year, month, day, hour, minute, second, fraction }: DateFields): bigint | undefined {
  const exists =
    isWithin(year, 1, 9999) &&
    isWithin(month, 1, 12) &&
    isWithin(day, 1, daysInMonth(year, month)) &&
    isWithin(hour, 0, 23) &&
    isWithin(minute, 0, 59) &&
    isWithin(second, 0, 59);
  if (!exists) return undefined;
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const seconds = (hour * 60 + minute) * 60 + second;
  return ticksInRange(ticksOfMilliseconds(midnight) + BigInt(seconds) * ticksPerSecond + BigInt(fraction));
}

/** The same day and time so many months later; the last day of the month where that month is shorter. */
export function addMonths(ticks: bigint, months: number): bigint | undefined {
  const fields = fieldsOf(ticks);
  const count = fields.year * 12 + fields.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return ticksOf({ ...fields, year, month, day: Math.min(fields.day, daysInMonth(year, month)) });
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (daysOfMonths[month - 1] ?? 0);
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
