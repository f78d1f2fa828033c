import * as l10n from "@vscode/l10n";
import { any, eager, type FunctionDefinition } from "./definition.ts";
import { ticksInRange } from "./dotnet/calendar.ts";
import { never, ticksOfFileTime } from "./fileTime.ts";
import { functionsPage } from "./pages.ts";
import { dateTime, failure, isFailure } from "./values.ts";
import { wholeNumber } from "./wholeNumber.ts";

const parameters = [
  any({
    name: "value",
    key: "source",
    summary: "The number of a date in Active Directory, such as [lastLogonTimestamp].",
  }),
] as const;

/** DateFromNum gives the date that a number of Active Directory stands for. */
export const dateFromNum: FunctionDefinition = {
  name: "DateFromNum",
  profiles: ["application", "cloudSync"],
  summary: "Turns the number of a date in Active Directory, the count of 100 ns since 1601, into a date in UTC.",
  parameters,
  returns: "dateTime",
  source: `${functionsPage}#datefromnum`,
  implementation: eager(parameters, value => {
    const number = wholeNumber("value", value);
    if (isFailure(number)) return number;
    if (number === never) return failure(l10n.t`${String(never)} stands for never in Active Directory and is no date.`);
    const ticks = number < 0n ? undefined : ticksInRange(ticksOfFileTime(number));
    return ticks === undefined
      ? failure(l10n.t`value must lie between 0 and ${String(lastFileTime)}.`)
      : dateTime(ticks);
  }),
};

/** The FILETIME of the last tick of the year 9999. */
const lastFileTime = 2_650_467_743_999_999_999n;
