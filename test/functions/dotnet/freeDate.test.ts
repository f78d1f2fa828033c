import assert from "node:assert/strict";
import { parseFreeDate } from "../../../server/src/functions/dotnet/freeDate.ts";
import { isFailure, toText } from "../../../server/src/functions/values.ts";
import { stillContext } from "./stillContext.ts";

function read(text: string): string {
  const date = parseFreeDate(text, stillContext);
  return isFailure(date) ? date.message : toText(date);
}

suite("dates read without a format", () => {
  const readings: readonly [text: string, date: string][] = [
    ["2020-03-16", "3/16/2020 12:00:00 AM"],
    ["2020-03-16Z", "3/16/2020 12:00:00 AM"],
    ["2020-03-16-07:00", "3/16/2020 7:00:00 AM"],
    ["2021-06-30+08:00", "6/29/2021 4:00:00 PM"],
    ["2009-06-15T01:45:30-07:00", "6/15/2009 8:45:30 AM"],
    ["2009-06-15T01:45:30-0700", "6/15/2009 8:45:30 AM"],
    ["2009-06-15T01:45:30-07", "6/15/2009 8:45:30 AM"],
    ["2009-06-15T01:45:30.9999999Z", "6/15/2009 1:45:30 AM"],
    ["2009-06-15T01:45:30.99999999Z", "6/15/2009 1:45:31 AM"],
    ["2009-06-15T01:45Z", "6/15/2009 1:45:00 AM"],
    ["2009-06-15t01:45z", "6/15/2009 1:45:00 AM"],
    ["2009-06", "6/1/2009 12:00:00 AM"],
    ["2009-6-5 1:45", "6/5/2009 1:45:00 AM"],
    ["2009/06/15 13:45:30", "6/15/2009 1:45:30 PM"],
    ["2020-12-31 23:59:59-08:00", "1/1/2021 7:59:59 AM"],
    ["2020-12-31 23:59:59 -08:00", "1/1/2021 7:59:59 AM"],
    ["2013-01-10 4:00 PM -8", "1/11/2013 12:00:00 AM"],
    ["8/25/2021 5:41:18 PM", "8/25/2021 5:41:18 PM"],
    ["8/25/2021 5 pm", "8/25/2021 5:00:00 PM"],
    ["08/25/2021", "8/25/2021 12:00:00 AM"],
    ["8-25-2021", "8/25/2021 12:00:00 AM"],
    ["8/25/21 12:30 AM", "8/25/2021 12:30:00 AM"],
    ["8/25/49", "8/25/2049 12:00:00 AM"],
    ["8/25/50", "8/25/1950 12:00:00 AM"],
    ["15 June 2009", "6/15/2009 12:00:00 AM"],
    ["15-Jun-2009 13:45", "6/15/2009 1:45:00 PM"],
    ["June 15, 2009", "6/15/2009 12:00:00 AM"],
    ["jun 15 2009 1:45pm", "6/15/2009 1:45:00 PM"],
    ["Monday, June 15, 2009", "6/15/2009 12:00:00 AM"],
    ["Mon, 15 Jun 2009 20:45:30 GMT", "6/15/2009 8:45:30 PM"],
    ["  2020-03-16\t", "3/16/2020 12:00:00 AM"],
    ["7/2/2021 3:33:38\u202fPM", "7/2/2021 3:33:38 PM"],
    ["0001-01-01", "1/1/0001 12:00:00 AM"],
    ["9999-12-31T23:59:59.9999999Z", "12/31/9999 11:59:59 PM"],
    ["1/1/0001 12:00:00 AM", "1/1/0001 12:00:00 AM"],
  ];
  for (const [text, date] of readings) test(`${JSON.stringify(text)} is ${date}`, () => assert.equal(read(text), date));

  const refused: readonly [text: string, message: string][] = [
    ["", '"" is not read as a date. Write it like 2026-01-31'],
    ["tomorrow", '"tomorrow" is not read as a date.'],
    ["20200316", '"20200316" is not read as a date.'],
    ["20150123105347.1Z", '"20150123105347.1Z" is not read as a date.'],
    ["132539615990000000", '"132539615990000000" is not read as a date.'],
    ["10:30", '"10:30" is not read as a date.'],
    ["2020-03-16 10", '"2020-03-16 10" is not read as a date.'],
    ["2020-03/16", '"2020-03/16" is not read as a date.'],
    ["2020-03-16-07:60", '"2020-03-16-07:60" is not read as a date.'],
    ["2020-03-16T10:00:00 Pacific", '"2020-03-16T10:00:00 Pacific" is not read as a date.'],
    ["31/12/2020", '"31/12/2020": there is no such date and time. The month stands before the day.'],
    ["2020-02-30", '"2020-02-30": there is no such date and time.'],
    ["2020-03-16T24:00:00Z", '"2020-03-16T24:00:00Z": there is no such date and time.'],
    ["2020-03-16T13:00 AM", '"2020-03-16T13:00 AM": the hour does not go with AM and PM.'],
    ["Tuesday, June 15, 2009", '"Tuesday, June 15, 2009": that day is a Monday, not a Tuesday.'],
    ["2020-03-16+14:30", '"2020-03-16+14:30": an offset from UTC is never more than 14 hours.'],
    ["9999-12-31T23:59:59-04:00", '"9999-12-31T23:59:59-04:00" is, in UTC, outside of the years 1 to 9999.'],
    ["0001-01-01+01:00", '"0001-01-01+01:00" is, in UTC, outside of the years 1 to 9999.'],
    [`2020-03-16${" ".repeat(200_000)}x`, '"2020-03-16'],
    ["1".repeat(200_000), `"${"1".repeat(60)}…" is not read as a date.`],
  ];
  for (const [text, message] of refused) {
    test(`${JSON.stringify(text).slice(0, 60)} is refused: ${message}`, () => {
      assert.ok(read(text).startsWith(message), read(text));
    });
  }
});
