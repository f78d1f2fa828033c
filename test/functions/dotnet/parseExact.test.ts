import assert from "node:assert/strict";
import { inZone } from "../../../server/src/functions/dotnet/date/settle.ts";
import { readDateTimeStyles } from "../../../server/src/functions/dotnet/dateTimeStyles.ts";
import { formatDate } from "../../../server/src/functions/dotnet/formatDate.ts";
import { parseExact } from "../../../server/src/functions/dotnet/parseExact.ts";
import { isFailure } from "../../../server/src/functions/values.ts";
import { stillContext } from "./stillContext.ts";

/** What was read, in ISO 8601 without empty decimals and with K; or why nothing was. */
function read(text: string, format: string, styleNames = ""): string {
  const styles = readDateTimeStyles(styleNames);
  assert.ok(!isFailure(styles));
  const written = parseExact(text, format, styles, stillContext);
  const date = isFailure(written) ? written : inZone(written, styles, false);
  const result = isFailure(date) ? date : formatDate(date, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK");
  return isFailure(result) ? result.message : result;
}

suite("dates read by their format", () => {
  const readings: readonly [text: string, format: string, date: string][] = [
    ["20150123105347.1Z", "yyyyMMddHHmmss.fZ", "2015-01-23T10:53:47.1Z"],
    ["2020-12-31-08:00", "yyyy-MM-ddzzz", "2020-12-31T08:00:00+00:00"],
    ["5-9-2009", "d-M-yyyy", "2009-09-05T00:00:00"],
    ["15-12-2009", "d-M-yyyy", "2009-12-15T00:00:00"],
    ["05/09/2009", "dd/MM/yyyy", "2009-09-05T00:00:00"],
    ["5/9/2009", "dd/MM/yyyy", '"5/9/2009" has no dd at "5/9/2009".'],
    ["15/9/2009", "dd/MM/yyyy", '"15/9/2009" has no MM at "9/2009".'],
    ["Mon, 15 Jun 2009", "ddd, d MMM yyyy", "2009-06-15T00:00:00"],
    ["mON, 15 jUN 2009", "ddd, d MMM yyyy", "2009-06-15T00:00:00"],
    ["monday 15 JUNE 2009", "dddd d MMMM yyyy", "2009-06-15T00:00:00"],
    ["Tue, 15 Jun 2009", "ddd, d MMM yyyy", '"Tue, 15 Jun 2009": that day is a Monday, not a Tuesday.'],
    ["Monda 15 June 2009", "dddd d MMMM yyyy", '"Monda 15 June 2009" has no dddd at "Monda 15 June 2009".'],
    ["15 Juni 2009", "d MMMM yyyy", '"15 Juni 2009" has no MMMM at "Juni 2009".'],
    ["09:5:7", "HH:m:s", "2026-03-02T09:05:07"],
    ["24:00", "HH:mm", '"24:00": there is no such date and time.'],
    ["10:60", "HH:mm", '"10:60": there is no such date and time.'],
    ["10:59:60", "HH:mm:ss", '"10:59:60": there is no such date and time.'],
    ["2009-02-29", "yyyy-MM-dd", '"2009-02-29": there is no such date and time.'],
    ["2008-02-29", "yyyy-MM-dd", "2008-02-29T00:00:00"],
    ["2009-13-01", "yyyy-MM-dd", '"2009-13-01": there is no such date and time.'],
    ["0000-01-01", "yyyy-MM-dd", '"0000-01-01": there is no such date and time.'],
    ["9999-12-31", "yyyy-MM-dd", "9999-12-31T00:00:00"],
    ["7:00:00 AM", "h:mm:ss tt", "2026-03-02T07:00:00"],
    ["7:00:00 AM", "hh:mm:ss tt", '"7:00:00 AM" has no hh at "7:00:00 AM".'],
    ["12:00:00 AM", "hh:mm:ss tt", "2026-03-02T00:00:00"],
    ["12:00:00 pm", "hh:mm:ss tt", "2026-03-02T12:00:00"],
    ["01:00:00 Pm", "hh:mm:ss tt", "2026-03-02T13:00:00"],
    ["12:30", "hh:mm", "2026-03-02T00:30:00"],
    ["13:30", "hh:mm", '"13:30": an hour of h or hh is 12 at most; H and HH read hours up to 23.'],
    ["0:30 PM", "h:mm tt", "2026-03-02T12:30:00"],
    ["9:30 P", "h:mm t", "2026-03-02T21:30:00"],
    ["9:30 p", "h:mm t", '"9:30 p" has no t at "p".'],
    ["17:15 PM", "H:mm tt", "2026-03-02T17:15:00"],
    ["17:15 AM", "H:mm tt", '"17:15 AM": the hour does not go with AM and PM.'],
    ["03:15 PM", "H:mm tt", '"03:15 PM": the hour does not go with AM and PM.'],
    ["10:00:00.123", "HH:mm:ss.fff", "2026-03-02T10:00:00.123"],
    ["10:00:00.12", "HH:mm:ss.fff", '"10:00:00.12" has no fff at "12".'],
    ["10:00:00.1234567", "HH:mm:ss.fffffff", "2026-03-02T10:00:00.1234567"],
    ["10:00:00.12", "HH:mm:ss.FFF", "2026-03-02T10:00:00.12"],
    ["10:00:00.", "HH:mm:ss.FFF", "2026-03-02T10:00:00"],
    ["10:00:00", "HH:mm:ss.FFF", "2026-03-02T10:00:00"],
    ["10:00:00", "HH:mm:ss.FF", "2026-03-02T10:00:00"],
    ["10:00:00", "HH:mm:ss.F", '"10:00:00" has no "." at its end.'],
    ["10:00:00", "HH:mm:ss.fff", '"10:00:00" has no "." at its end.'],
    ["10:00:00.1234", "HH:mm:ss.FFF", '"10:00:00.1234" goes on behind the format, at "4".'],
    ["A.D. 2009", "g yyyy", "2009-01-01T00:00:00"],
    ["ad 2009", "g yyyy", "2009-01-01T00:00:00"],
    ["B.C. 2009", "g yyyy", '"B.C. 2009" has no g at "B.C. 2009".'],
    ["1/1/49", "M/d/yy", "2049-01-01T00:00:00"],
    ["1/1/50", "M/d/yy", "1950-01-01T00:00:00"],
    ["1/1/5", "M/d/y", "2005-01-01T00:00:00"],
    ["1/1/5", "M/d/yy", '"1/1/5" has no yy at "5".'],
    ["1/1/02009", "M/d/yyyyy", "2009-01-01T00:00:00"],
    ["1/1/2009", "M/d/yyyyy", '"1/1/2009" has no yyyyy at "2009".'],
    ["2009", "yyyy", "2009-01-01T00:00:00"],
    ["2009-06", "yyyy-MM", "2009-06-01T00:00:00"],
    ["15", "dd", "2026-01-15T00:00:00"],
    ["June", "MMMM", "2026-06-01T00:00:00"],
    ["2009-06-15T10:00Z", "yyyy-MM-ddTHH:mmK", "2009-06-15T10:00:00Z"],
    ["2009-06-15T10:00", "yyyy-MM-ddTHH:mmK", "2009-06-15T10:00:00"],
    ["2009-06-15T10:00+02:00", "yyyy-MM-ddTHH:mmK", "2009-06-15T08:00:00+00:00"],
    ["2009-06-15T10:00z", "yyyy-MM-ddTHH:mmK", '"2009-06-15T10:00z" goes on behind the format, at "z".'],
    ["2009-06-15T10:00gmt", "yyyy-MM-ddTHH:mmZ", "2009-06-15T10:00:00Z"],
    ["2009-06-15T10:00z", "yyyy-MM-ddTHH:mmZ", "2009-06-15T10:00:00Z"],
    ["2009-06-15T10:00Zx", "yyyy-MM-ddTHH:mmZ'x'", '"2009-06-15T10:00Zx" has no Z at "Zx".'],
    ["2009-06-15 GMT", "yyyy-MM-dd GMT", "2009-06-15T00:00:00+00:00"],
    ["2009-06-15 gmt", "yyyy-MM-dd GMT", '"2009-06-15 gmt" has no "GMT" at "gmt".'],
    ["2009-06-15 -7", "yyyy-MM-dd z", "2009-06-15T07:00:00+00:00"],
    ["2009-06-15 -07", "yyyy-MM-dd zz", "2009-06-15T07:00:00+00:00"],
    ["2009-06-15 -7", "yyyy-MM-dd zz", '"2009-06-15 -7" has no zz at "-7".'],
    ["2009-06-15 -7:30", "yyyy-MM-dd zzz", "2009-06-15T07:30:00+00:00"],
    ["2009-06-15 -0730", "yyyy-MM-dd zzz", "2009-06-15T07:30:00+00:00"],
    ["2009-06-15 -07:60", "yyyy-MM-dd zzz", '"2009-06-15 -07:60" has no zzz at "-07:60".'],
    ["2009-06-15 07:00", "yyyy-MM-dd zzz", '"2009-06-15 07:00" has no zzz at "07:00".'],
    ["2009-06-15 +14:00", "yyyy-MM-dd zzz", "2009-06-14T10:00:00+00:00"],
    ["2009-06-15 +14:01", "yyyy-MM-dd zzz", '"2009-06-15 +14:01": an offset from UTC is never more than 14 hours.'],
    ["9999-12-31 23 -01:00", "yyyy-MM-dd HH zzz", "in UTC, the date is outside of the years 1 to 9999."],
    ["5 05", "d dd", "2026-01-05T00:00:00"],
    ["5 06", "d dd", '"5 06" states two different values of day.'],
    ["2009-06-15", "yyyy/MM/dd", '"2009-06-15" has no "/" at "-06-15".'],
    ["day 15", "'day' d", "2026-01-15T00:00:00"],
    ["d15", "\\d%d", "2026-01-15T00:00:00"],
    ["Day 15", "'day' d", '"Day 15" has no "day" at "Day 15".'],
    ["2009-06-15x", "yyyy-MM-dd", '"2009-06-15x" goes on behind the format, at "x".'],
    ["", "yyyy", '"" has no yyyy at its end.'],
    ["", "FF", '"" has no FF at its end.'],
    ["", "''", '"" has no "" at its end.'],
    ["", "  ", '"" has no "" at its end.'],
    [" ", "FF ", "2026-03-02T00:00:00"],
    ["2009-06-15 +01 GMT", "yyyy-MM-dd zz GMT", "2009-06-15T00:00:00+00:00"],
    ["2009-06-15 GMT +01", "yyyy-MM-dd GMT zz", '"2009-06-15 GMT +01" states two different values of offset.'],
    ["２009", "yyyy", '"２009" has no yyyy at "２009".'],
    ["2009", "", "the format is empty."],
    ["7", "h", '"h" alone is no standard format. For a custom format of one character, write "%h".'],
    ["7", "%h", "2026-03-02T07:00:00"],
    ["2009", "yyyy'", "the format \"yyyy'\" lacks a closing '."],
    ["06/15/2009", "d", "2009-06-15T00:00:00"],
    ["Monday, 15 June 2009 13:05:09", "F", "2009-06-15T13:05:09"],
    ["Monday, 15 June 2009 13:05:09", "U", "2009-06-15T13:05:09Z"],
    ["Mon, 15 Jun 2009 13:05:09 GMT", "r", "2009-06-15T13:05:09"],
    ["2009-06-15 13:05:09Z", "u", "2009-06-15T13:05:09"],
    ["2009-06-15T13:05:09", "s", "2009-06-15T13:05:09"],
    ["2009-06-15T13:05:09.1234567Z", "o", "2009-06-15T13:05:09.1234567Z"],
    ["2009 June", "y", "2009-06-01T00:00:00"],
    ["June 15", "M", "2026-06-15T00:00:00"],
  ];
  for (const [text, format, date] of readings) {
    test(`${JSON.stringify(text)} as ${JSON.stringify(format)}: ${date}`, () => assert.equal(read(text, format), date));
  }

  const styled: readonly [text: string, format: string, styles: string, date: string][] = [
    [" 2009-06-15 ", "yyyy-MM-dd", "", "2009-06-15T00:00:00"],
    [" 2009-06-15 ", "yyyy-MM-dd", "None", '" 2009-06-15 " has no yyyy at " 2009-06-15 ".'],
    ["2009-06-15 ", "yyyy-MM-dd", "AllowLeadingWhite", '"2009-06-15 " goes on behind the format, at " ".'],
    [" 2009-06-15", "yyyy-MM-dd", "AllowTrailingWhite", '" 2009-06-15" has no yyyy at " 2009-06-15".'],
    ["2009-06-15", " yyyy-MM-dd' '", "", "2009-06-15T00:00:00"],
    ["2009-06-15", "'  'yyyy-MM-dd", "", "2009-06-15T00:00:00"],
    ["2009-06-15", " '  'yyyy-MM-dd", "", '"2009-06-15" has no "  " at "2009-06-15".'],
    ["2009-06-15", " yyyy-MM-dd", "None", '"2009-06-15" has no " " at "2009-06-15".'],
    ["2009-06-15", "yyyy-MM-dd K", "", "2009-06-15T00:00:00"],
    ["2009-06-15", "yyyy-MM-dd K", "None", '"2009-06-15" has no " " at its end.'],
    ["2009-06-1510:00", "yyyy-MM-dd HH:mm", "", "2009-06-15T10:00:00"],
    ["2009-06-15  10:00", "yyyy-MM-dd HH:mm", "", '"2009-06-15  10:00" has no HH at " 10:00".'],
    ["2009-06-15  10:00", "yyyy-MM-dd HH:mm", "AllowInnerWhite", "2009-06-15T10:00:00"],
    ["2009 - 06 - 15\u00a010:00", "yyyy-MM-dd' 'HH:mm", "AllowWhiteSpaces", "2009-06-15T10:00:00"],
    ["10:00", "HH:mm", "NoCurrentDateDefault", "0001-01-01T10:00:00"],
    ["10:00 +12", "HH:mm zz", "NoCurrentDateDefault", "0001-01-01T22:00:00+00:00"],
    ["2009-06-15T10:00Z", "yyyy-MM-ddTHH:mmK", "None", "2009-06-15T10:00:00+00:00"],
    ["2009-06-15T10:00Z", "yyyy-MM-ddTHH:mmK", "AdjustToUniversal", "2009-06-15T10:00:00Z"],
    ["2009-06-15T10:00+02:00", "yyyy-MM-ddTHH:mmK", "AdjustToUniversal", "2009-06-15T08:00:00Z"],
    ["2009-06-15T10:00", "yyyy-MM-ddTHH:mmK", "AdjustToUniversal", "2009-06-15T10:00:00"],
    ["2009-06-15T10:00", "yyyy-MM-ddTHH:mmK", "AssumeLocal", "2009-06-15T10:00:00+00:00"],
    ["2009-06-15T10:00", "yyyy-MM-ddTHH:mmK", "AssumeUniversal", "2009-06-15T10:00:00+00:00"],
    ["2009-06-15T10:00", "yyyy-MM-ddTHH:mmK", "AssumeUniversal, AdjustToUniversal", "2009-06-15T10:00:00Z"],
    ["2009-06-15T10:00", "yyyy-MM-ddTHH:mmK", "AssumeLocal, AdjustToUniversal", "2009-06-15T10:00:00Z"],
  ];
  for (const [text, format, styles, date] of styled) {
    test(`${JSON.stringify(text)} as ${JSON.stringify(format)} with ${styles || "the default styles"}: ${date}`, () => {
      assert.equal(read(text, format, styles), date);
    });
  }
});
