import * as l10n from "@vscode/l10n";
import type { CallContext } from "./definition.ts";
import { described } from "./described.ts";
import { ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from "./dotnet/calendar.ts";
import { type Failure, failure } from "./values.ts";

/** The intervals of DateAdd and DateDiff: year, month, day, week, hour, minute and second. */
export const dateIntervals = ["yyyy", "m", "d", "ww", "h", "n", "s"] as const;
export type DateInterval = (typeof dateIntervals)[number];

/** The intervals that always last equally long, in ticks. */
export const ticksOfInterval = {
  d: ticksPerDay,
  ww: 7n * ticksPerDay,
  h: ticksPerHour,
  n: ticksPerMinute,
  s: ticksPerSecond,
} as const;

/** The interval of that name. Other cases of letters are taken as Visual Basic takes them, which is assumed. */
export function readDateInterval(text: string | null, { assumptions, assume }: CallContext): DateInterval | Failure {
  const exact = dateIntervals.find(interval => interval === text);
  if (exact !== undefined) return exact;
  const lower = dateIntervals.find(interval => interval === text?.toLowerCase());
  if (lower !== undefined) assume("intervalIgnoresCase");
  if (lower !== undefined && assumptions.intervalIgnoresCase) return lower;
  return failure(l10n.t`interval must be one of ${dateIntervals.join(", ")}, not ${described(text)}. n is a minute.`);
}
