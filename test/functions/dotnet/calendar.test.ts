import assert from "node:assert/strict";
import {
  addMonths,
  fieldsOf,
  ticksInRange,
  ticksOf,
  ticksOfMilliseconds,
} from "../../../server/src/functions/dotnet/calendar.ts";

const lastTick = 3_155_378_975_999_999_999n;

function at(year: number, month: number, day: number, hour = 0, fraction = 0) {
  return ticksOf({ year, month, day, hour, minute: 0, second: 0, fraction });
}

suite("the calendar", () => {
  const instants: readonly [name: string, ticks: bigint | undefined, expected: bigint][] = [
    ["the first tick", at(1, 1, 1), 0n],
    ["1601, where FILETIME begins", at(1601, 1, 1), 504_911_232_000_000_000n],
    ["1970, where Unix time begins", ticksOfMilliseconds(0), 621_355_968_000_000_000n],
    ["the first day of a year below 100", at(99, 1, 1), 35_794n * 864_000_000_000n],
  ];
  for (const [name, ticks, expected] of instants) {
    test(`counts ${expected} ticks to ${name}`, () => assert.equal(ticks, expected));
  }

  test("shows what was counted", () => {
    const fields = { year: 2012, month: 2, day: 29, hour: 23, minute: 59, second: 58, fraction: 7_654_321 };
    assert.deepEqual(fieldsOf(ticksOf(fields) ?? 0n), { ...fields, dayOfWeek: 3 });
    assert.deepEqual(fieldsOf(lastTick), {
      year: 9999,
      month: 12,
      day: 31,
      hour: 23,
      minute: 59,
      second: 59,
      fraction: 9_999_999,
      dayOfWeek: 5,
    });
  });

  test("ends at the years 1 and 9999", () => {
    assert.equal(ticksInRange(0n), 0n);
    assert.equal(ticksInRange(-1n), undefined);
    assert.equal(ticksInRange(lastTick), lastTick);
    assert.equal(ticksInRange(lastTick + 1n), undefined);
  });

  test("knows the length of each month, and leap years by the Gregorian rule", () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [index, length] of lengths.entries()) {
      assert.notEqual(at(2023, index + 1, length), undefined);
      assert.equal(at(2023, index + 1, length + 1), undefined);
    }
    const leapYears = [4, 1900, 2000, 2023, 2024, 2100].filter(year => at(year, 2, 29) !== undefined);
    assert.deepEqual(leapYears, [4, 2000, 2024]);
  });

  const sums: readonly [from: readonly [number, number, number], months: number, to: ReturnType<typeof at>][] = [
    [[2023, 1, 31], 1, at(2023, 2, 28)],
    [[2024, 1, 31], 1, at(2024, 2, 29)],
    [[2024, 3, 31], -1, at(2024, 2, 29)],
    [[2024, 2, 29], 12, at(2025, 2, 28)],
    [[2024, 2, 29], -48, at(2020, 2, 29)],
    [[2023, 12, 15], 1, at(2024, 1, 15)],
    [[2024, 1, 15], -1, at(2023, 12, 15)],
    [[1, 1, 31], 119_987, at(9999, 12, 31)],
    [[1, 1, 31], 119_988, undefined],
    [[1, 1, 31], -1, undefined],
    [[2024, 1, 1], 2_147_483_647 * 12, undefined],
  ];
  for (const [from, months, to] of sums) {
    test(`${months} months after ${from.join("-")} ${to === undefined ? "there is no date" : "is right"}`, () => {
      assert.equal(addMonths(at(...from) ?? 0n, months), to);
    });
  }
});
