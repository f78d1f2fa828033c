import * as l10n from "@vscode/l10n";
import { type DateInterval, dateIntervals, readDateInterval, ticksOfInterval } from "./dateIntervals.ts";
import { date, eager, type FunctionDefinition, number, text } from "./definition.ts";
import { addMonths, ticksInRange } from "./dotnet/calendar.ts";
import { functionsPage } from "./pages.ts";
import { dateTime, failure, isFailure } from "./values.ts";

const parameters = [
  text({
    name: "interval",
    summary: "What is counted: yyyy years, m months, d days, ww weeks, h hours, n minutes, s seconds.",
    words: dateIntervals,
  }),
  number({ name: "value", summary: "How many of them; less than zero for an earlier date." }),
  date({ name: "dateTime", summary: "The date to start from, such as CDate([StatusHireDate]) or Now()." }),
] as const;

/** DateAdd gives a date that is earlier or later than another. */
export const dateAdd: FunctionDefinition = {
  name: "DateAdd",
  profiles: ["application"],
  summary: "Returns the date that lies so many intervals after, or before, another.",
  parameters,
  returns: "dateTime",
  source: `${functionsPage}#dateadd`,
  implementation: eager(parameters, (interval, value, date, context) => {
    const known = readDateInterval(interval, context);
    if (isFailure(known)) return known;
    const count = Math.trunc(value);
    if (count !== (count | 0)) return failure(l10n.t`value must lie between -2147483648 and 2147483647, not ${value}.`);
    const ticks = add(known, count, date.ticks);
    return ticks === undefined ? failure(l10n.t("the result is outside of the years 1 to 9999.")) : dateTime(ticks);
  }),
};

function add(interval: DateInterval, count: number, ticks: bigint): bigint | undefined {
  if (interval === "m") return addMonths(ticks, count);
  if (interval === "yyyy") return addMonths(ticks, count * 12);
  return ticksInRange(ticks + BigInt(count) * ticksOfInterval[interval]);
}
