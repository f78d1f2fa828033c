import * as l10n from "@vscode/l10n";
import { dateIntervals } from "../../functions/dateIntervals.ts";
import { quote } from "../../language/expression/print.ts";
import { argumentFor, callsOf, functionsTaking } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { literalText } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** What is meant by other names of an interval; n is a minute because m is a month. */
const meanings: Readonly<Record<string, string>> = {
  yy: "yyyy",
  year: "yyyy",
  years: "yyyy",
  mm: "m",
  month: "m",
  months: "m",
  dd: "d",
  day: "d",
  days: "d",
  w: "ww",
  week: "ww",
  weeks: "ww",
  hh: "h",
  hour: "h",
  hours: "h",
  mi: "n",
  min: "n",
  minute: "n",
  minutes: "n",
  ss: "s",
  second: "s",
  seconds: "s",
};

/** DateAdd and DateDiff count in seven intervals. */
export const dateInterval: Rule = {
  code: "date-interval",
  severity: "error",
  source: `${functionsPage}#dateadd`,
  check: report => ({
    calls: callsOf(functionsTaking("interval"), call => {
      const interval = argumentFor(call, "interval");
      const word = interval?.kind === "Constant";
      const text = word ? interval.text : literalText(interval);
      if (interval === undefined || text === undefined || (!word && isInterval(text))) return;
      const meant = [text.toLowerCase(), meanings[text.toLowerCase()] ?? ""].find(isInterval);
      const remedy = meant === undefined ? "" : ` ${l10n.t`Did you mean ${quote(meant)}?`}`;
      const fixes =
        meant === undefined ? [] : [changeTo(interval.span, quote(meant), l10n.t`Change to ${quote(meant)}`)];
      const list = dateIntervals.map(quote).join(", ");
      report(
        interval.span,
        l10n.t`An interval is one of ${list}, where "n" is a minute and "m" a month.` + remedy,
        ...fixes,
      );
    }),
  }),
};

function isInterval(text: string): boolean {
  return dateIntervals.some(interval => interval === text);
}
