import assert from "node:assert/strict";
import { ticksOf } from "../../../server/src/functions/dotnet/calendar.ts";
import { formatDate, type Zone } from "../../../server/src/functions/dotnet/formatDate.ts";
import { isFailure } from "../../../server/src/functions/values.ts";

/** A Monday, with a fraction whose decimals can be told apart. */
const monday = { year: 2009, month: 6, day: 15, hour: 13, minute: 5, second: 9, fraction: 610_500 };

function formatted(format: string, changes: Partial<typeof monday> = {}, zone: Zone = "unspecified") {
  const ticks = ticksOf({ ...monday, ...changes });
  assert.ok(ticks !== undefined);
  return formatDate({ ticks, zone }, format);
}

suite("dates in a format", () => {
  const formats: readonly [format: string, text: string][] = [
    ["%d", "15"],
    ["d ", "15 "],
    ["dd", "15"],
    ["ddd", "Mon"],
    ["dddd", "Monday"],
    ["ddddddd", "Monday"],
    ["%f", "0"],
    ["ff", "06"],
    ["fff", "061"],
    ["ffff", "0610"],
    ["fffff", "06105"],
    ["ffffff", "061050"],
    ["fffffff", "0610500"],
    ["%F", ""],
    ["FF", "06"],
    ["FFF", "061"],
    ["FFFF", "061"],
    ["FFFFFFF", "06105"],
    ["ss.F", "09"],
    ["ss.FFF", "09.061"],
    ["ss'.'F", "09"],
    ["%g", "A.D."],
    ["ggg", "A.D."],
    ["%h", "1"],
    ["hh", "01"],
    ["hhhh", "01"],
    ["%H", "13"],
    ["HHH", "13"],
    ["%m", "5"],
    ["mm", "05"],
    ["%s", "9"],
    ["sss", "09"],
    ["%M", "6"],
    ["MM", "06"],
    ["MMM", "Jun"],
    ["MMMM", "June"],
    ["MMMMM", "June"],
    ["%t", "P"],
    ["tt", "PM"],
    ["tttt", "PM"],
    ["%y", "9"],
    ["yy", "09"],
    ["yyy", "2009"],
    ["yyyy", "2009"],
    ["yyyyy", "02009"],
    ["%K", ""],
    ["%z", "+0"],
    ["zz", "+00"],
    ["zzz", "+00:00"],
    ["zzzz", "+00:00"],
    ["%Z", "Z"],
    ["yyyyMMddHHmmss.fZ", "20090615130509.0Z"],
    ["M/d/yyyy h:mm:ss tt", "6/15/2009 1:05:09 PM"],
    ["yyyy-mm-dd", "2009-05-15"],
    ["GMT", "G6T"],
    ["x1-_ü.,;", "x1-_ü.,;"],
    ["'day' d", "day 15"],
    ['"day" d', "day 15"],
    ["''d", "15"],
    ["'it\\'s' d", "it's 15"],
    ['"\'" d', "' 15"],
    ["\\d\\\\d", "d\\15"],
    ["%dd", "1515"],
    ["%d%d", "1515"],
    ["%-d", "-15"],
    ["", "06/15/2009 13:05:09"],
    ["d", "06/15/2009"],
    ["D", "Monday, 15 June 2009"],
    ["f", "Monday, 15 June 2009 13:05"],
    ["F", "Monday, 15 June 2009 13:05:09"],
    ["g", "06/15/2009 13:05"],
    ["G", "06/15/2009 13:05:09"],
    ["m", "June 15"],
    ["M", "June 15"],
    ["o", "2009-06-15T13:05:09.0610500"],
    ["O", "2009-06-15T13:05:09.0610500"],
    ["r", "Mon, 15 Jun 2009 13:05:09 GMT"],
    ["R", "Mon, 15 Jun 2009 13:05:09 GMT"],
    ["s", "2009-06-15T13:05:09"],
    ["t", "13:05"],
    ["T", "13:05:09"],
    ["u", "2009-06-15 13:05:09Z"],
    ["U", "Monday, 15 June 2009 13:05:09"],
    ["y", "2009 June"],
    ["Y", "2009 June"],
  ];
  for (const [format, text] of formats) {
    test(`${JSON.stringify(format)} gives ${JSON.stringify(text)}`, () => assert.equal(formatted(format), text));
  }

  const hours: readonly [hour: number, text: string][] = [
    [0, "12 12 0 00 A AM"],
    [1, "1 01 1 01 A AM"],
    [11, "11 11 11 11 A AM"],
    [12, "12 12 12 12 P PM"],
    [13, "1 01 13 13 P PM"],
    [23, "11 11 23 23 P PM"],
  ];
  for (const [hour, text] of hours) {
    test(`hour ${hour} is ${text}`, () => assert.equal(formatted("h hh H HH t tt", { hour }), text));
  }

  const years: readonly [year: number, text: string][] = [
    [1, "1 01 001 0001"],
    [2000, "0 00 2000 2000"],
    [9999, "99 99 9999 9999"],
  ];
  for (const [year, text] of years) {
    test(`year ${year} is ${text}`, () => assert.equal(formatted("y yy yyy yyyy", { year }), text));
  }

  const zones: readonly [zone: Zone, text: string][] = [
    ["unspecified", " +0 +00 +00:00"],
    ["utc", "Z +0 +00 +00:00"],
    [0, "+00:00 +0 +00 +00:00"],
    [-420, "-07:00 -7 -07 -07:00"],
    [-450, "-07:30 -7 -07 -07:30"],
    [345, "+05:45 +5 +05 +05:45"],
    [840, "+14:00 +14 +14 +14:00"],
  ];
  for (const [zone, text] of zones) {
    test(`zone ${zone} is ${text}`, () => assert.equal(formatted("K z zz zzz", {}, zone), text));
  }

  test("r, u and U are written in UTC", () => {
    assert.equal(formatted("r", {}, 120), "Mon, 15 Jun 2009 11:05:09 GMT");
    assert.equal(formatted("u", {}, 120), "2009-06-15 11:05:09Z");
    assert.equal(formatted("U", {}, 120), "Monday, 15 June 2009 11:05:09");
    assert.equal(formatted("s", {}, 120), "2009-06-15T13:05:09");
  });

  test("a fraction of nothing loses its point", () => {
    assert.equal(formatted("HH:mm:ss.FFFFFFF", { fraction: 0 }), "13:05:09");
    assert.equal(formatted("HH:mm:ss.fff", { fraction: 0 }), "13:05:09.000");
  });

  const wrong: readonly [format: string, message: string][] = [
    ["h", 'write "%h"'],
    ["Z", "no standard format"],
    ["x", "no standard format"],
    [" ", "no standard format"],
    ["%", "another character has to follow"],
    ["yyyy%", "% without a letter"],
    ["%%d", "% without a letter"],
    ["%'", "lacks a closing '"],
    ["yyyy'T", "lacks a closing '"],
    ['"yyyy', 'lacks a closing "'],
    ["'yyyy\\'", "lacks a closing '"],
    ["yyyy\\", "ends with a backslash"],
    ["ffffffff", "8 f"],
    ["ss.FFFFFFFFF", "9 F"],
  ];
  for (const [format, message] of wrong) {
    test(`${JSON.stringify(format)} is no format: ${message}`, () => {
      const result = formatted(format);
      assert.ok(isFailure(result) && result.message.includes(message), JSON.stringify(result));
    });
  }
});
