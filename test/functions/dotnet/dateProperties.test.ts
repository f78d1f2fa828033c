import assert from "node:assert/strict";
import fastCheck from "fast-check";
import { inZone } from "../../../server/src/functions/dotnet/date/settle.ts";
import { formatParts } from "../../../server/src/functions/dotnet/dateFormat.ts";
import { dateTimeStyleNames, readDateTimeStyles } from "../../../server/src/functions/dotnet/dateTimeStyles.ts";
import { formatDate } from "../../../server/src/functions/dotnet/formatDate.ts";
import { parseFreeDate } from "../../../server/src/functions/dotnet/freeDate.ts";
import { parseExact } from "../../../server/src/functions/dotnet/parseExact.ts";
import { dateTime, isFailure, toText } from "../../../server/src/functions/values.ts";
import { stillContext } from "./stillContext.ts";

const lastTick = 3_155_378_975_999_999_999n;
const ticks = fastCheck.bigInt({ min: 0n, max: lastTick });
const none = readDateTimeStyles("None");
assert.ok(!isFailure(none));

/** Formats that say all of a date: one spelling of each part, in any order, between literals that no part can swallow. */
const wholeFormats = fastCheck
  .tuple(
    fastCheck.constantFrom("yyyy", "yyyyy", "yyyyyy"),
    fastCheck.constantFrom("M", "MM", "MMM", "MMMM"),
    fastCheck.constantFrom("d", "dd", "ddd d", "dddd dd"),
    fastCheck.constantFrom("H", "HH", "h tt", "hh t", "H t"),
    fastCheck.constantFrom("m", "mm"),
    fastCheck.constantFrom("s.fffffff", "ss.fffffff", "ss.FFFFFFF"),
  )
  .chain(parts =>
    fastCheck.tuple(
      fastCheck.shuffledSubarray(parts, { minLength: parts.length }),
      fastCheck.constantFrom("/", ":", "-", " ", "T", "'at'", '" d "', "\\M", ", ", "_é"),
    ),
  )
  .map(([parts, separator]) => parts.join(separator));

const characters = fastCheck.constantFrom(..."dfFghHKmMstyzZ%\\'\"/:. GMT+-0123456789APMondayJune");
const texts = fastCheck.oneof(
  fastCheck.string({ unit: characters, maxLength: 24 }),
  fastCheck.string({ unit: "binary", maxLength: 12 }),
);

suite("dates, whatever they are", () => {
  test("are read back from a format that says all of them", () => {
    fastCheck.assert(
      fastCheck.property(ticks, wholeFormats, (ticks, format) => {
        const text = formatDate({ ticks, zone: "unspecified" }, format);
        assert.ok(!isFailure(text));
        const read = parseExact(text, format, none, stillContext);
        assert.deepEqual(read, { ticks, offset: undefined, isUtc: false }, `${format} ${text}`);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  test("are read back with their zone from the round-trip format", () => {
    const zones = fastCheck.oneof(
      fastCheck.constantFrom("unspecified" as const, "utc" as const),
      fastCheck.integer({ min: -840, max: 840 }),
    );
    const inner = fastCheck.bigInt({ min: 10n ** 12n, max: lastTick - 10n ** 12n });
    const styles = readDateTimeStyles("RoundtripKind");
    assert.ok(!isFailure(styles));
    fastCheck.assert(
      fastCheck.property(inner, zones, (ticks, zone) => {
        const text = formatDate({ ticks, zone }, "o");
        assert.ok(!isFailure(text));
        const read = parseExact(text, "o", styles, stillContext);
        assert.ok(!isFailure(read));
        assert.deepEqual(inZone(read, styles, true), { ticks, zone });
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  test("are read without a format as CDate prints them, to the second, and as ISO 8601 has them, to the tick", () => {
    fastCheck.assert(
      fastCheck.property(ticks, ticks => {
        const seconds = ticks - (ticks % 10_000_000n);
        assert.deepEqual(parseFreeDate(toText(dateTime(ticks)), stillContext), dateTime(seconds));
        const iso = formatDate({ ticks, zone: "utc" }, "o");
        assert.deepEqual(parseFreeDate(String(iso), stillContext), dateTime(ticks));
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  test("never make formats, texts and styles throw", () => {
    const styleLists = fastCheck.subarray([...dateTimeStyleNames]).map(names => names.join(","));
    let successes = 0;
    fastCheck.assert(
      fastCheck.property(ticks, texts, texts, styleLists, (ticks, format, text, names) => {
        formatParts(format, "read");
        const written = formatDate({ ticks, zone: 90 }, format);
        if (typeof written === "string") successes++;
        parseFreeDate(text, stillContext);
        const styles = readDateTimeStyles(names);
        if (isFailure(styles)) return;
        for (const source of [text, String(written)]) {
          const read = parseExact(source, format, styles, stillContext);
          if (!isFailure(read)) inZone(read, styles, true);
        }
      }),
      { numRuns: 5000, seed: 4 },
    );
    assert.ok(successes > 1000, `only ${successes} formats were formats`);
  });
});
