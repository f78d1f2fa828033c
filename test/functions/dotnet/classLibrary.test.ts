import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addMonths } from "../../../server/src/functions/dotnet/calendar.ts";
import { casing, toLowerCase, toUpperCase } from "../../../server/src/functions/dotnet/casing.ts";
import { inZone } from "../../../server/src/functions/dotnet/date/settle.ts";
import { readDateTimeStyles } from "../../../server/src/functions/dotnet/dateTimeStyles.ts";
import { formatDate, type ZonedDate } from "../../../server/src/functions/dotnet/formatDate.ts";
import { parseFreeDate } from "../../../server/src/functions/dotnet/freeDate.ts";
import { parseExact } from "../../../server/src/functions/dotnet/parseExact.ts";
import { toTitleCase } from "../../../server/src/functions/dotnet/titleCase.ts";
import { trim } from "../../../server/src/functions/dotnet/whiteSpace.ts";
import { type Failure, isFailure } from "../../../server/src/functions/values.ts";
import { wholeNumber } from "../../../server/src/functions/wholeNumber.ts";
import { evaluation } from "../evaluation.ts";
import { stillContext } from "./stillContext.ts";

type Cell = string | number | null;

/** What a method of the class library gave: each row has its arguments, and behind them the results, null for an exception. */
interface Samples {
  readonly source: string;
  readonly rows: readonly (readonly Cell[])[];
}

const roundTrip = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";

function read(text: string, format: string, styleNames: string): ZonedDate | Failure {
  const styles = readDateTimeStyles(styleNames);
  assert.ok(!isFailure(styles));
  const written = parseExact(text, format, styles, stillContext);
  return isFailure(written) ? written : inZone(written, styles, false);
}

function zoned(text: Cell | undefined): ZonedDate {
  const date = read(String(text), roundTrip, "");
  assert.ok(!isFailure(date));
  return date;
}

function given(result: ZonedDate | string | Failure): string | null {
  if (isFailure(result)) return null;
  return typeof result === "string" ? result : given(formatDate(result, roundTrip));
}

function unspecified(ticks: bigint | undefined): string | null {
  return ticks === undefined ? null : given({ ticks, zone: "unspecified" });
}

function resultOf(call: string, text: Cell | undefined): string {
  return String(evaluation(call, { text: String(text) }).result);
}

/** The results for the arguments of a row, by the file of the rows. */
const families: Readonly<Record<string, (row: readonly Cell[]) => readonly Cell[]>> = {
  addedMonths: ([date, months]) => [unspecified(addMonths(zoned(date).ticks, Number(months)))],
  casing: ([culture, text]) => {
    const rules = casing(String(culture));
    assert.ok(rules);
    return [toUpperCase(String(text), rules), toLowerCase(String(text), rules)];
  },
  encodings: ([text]) => [resultOf("ConvertToBase64([text])", text), resultOf("ConvertToUTF8Hex([text])", text)],
  exactDates: ([text, format, styles]) => [given(read(String(text), String(format), String(styles)))],
  formattedDates: ([date, format]) => [given(formatDate(zoned(date), String(format)))],
  freeDates: ([text]) => {
    const date = parseFreeDate(String(text), stillContext);
    return [isFailure(date) ? null : unspecified(date.ticks)];
  },
  titleCase: ([text]) => [toTitleCase(String(text))],
  wholeNumbers: ([text]) => {
    const number = wholeNumber("value", String(text));
    return [isFailure(number) ? null : String(number)];
  },
};

function samplesOf(file: string): Samples {
  return JSON.parse(readFileSync(join(import.meta.dirname, "classLibrary", `${file}.json`), "utf8"));
}

suite("the class library of .NET agrees on", () => {
  for (const [file, results] of Object.entries(families)) {
    const { source, rows } = samplesOf(file);
    for (const row of rows) {
      test(`${JSON.stringify(row)} of ${source}`, () => {
        const found = results(row);
        assert.deepEqual(found, row.slice(-found.length));
      });
    }
  }

  test("which characters are white space", () => {
    const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const blanks = characters.filter(character => trim(character) === "");
    const codes = blanks.map(blank => [blank.charCodeAt(0).toString(16).padStart(4, "0")]);
    assert.deepEqual(codes, samplesOf("whiteSpace").rows);
  });
});
