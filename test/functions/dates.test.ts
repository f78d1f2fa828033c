import assert from "node:assert/strict";
import fastCheck from "fast-check";
import { dateIntervals } from "../../server/src/functions/dateIntervals.ts";
import { dateTime } from "../../server/src/functions/values.ts";
import { evaluation } from "./evaluation.ts";

const lastFileTime = 2_650_467_743_999_999_999n;
const ticksOf1000 = 315_221_760_000_000_000n;
const ticksOf9000 = 2_839_839_264_000_000_000n;

/** How far a date may move and stay in the years 1 to 9999, from anywhere between the years 1000 and 9000. */
const farthest = { yyyy: 900, m: 10_000, d: 300_000, ww: 45_000, h: 7_000_000, n: 400_000_000, s: 2_147_483_647 };

suite("dates in expressions", () => {
  test("NumFromDate(DateFromNum(x)) is x for every x that is a date", () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.bigInt({ min: 0n, max: lastFileTime }), fileTime => {
        const text = String(fileTime);
        for (const x of [text, "[x]"]) {
          assert.equal(evaluation(`NumFromDate(DateFromNum(${x}))`, { x: text }).result, text);
        }
      }),
      { numRuns: 500, seed: 1, examples: [[0n], [lastFileTime], [9_007_199_254_740_993n]] },
    );
  });

  test("NumFromDate of what DateFromNum prints is the same to the second", () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.bigInt({ min: 0n, max: lastFileTime }), fileTime => {
        const seconds = String(fileTime - (fileTime % 10_000_000n));
        const printed = evaluation("DateFromNum([x])", { x: String(fileTime) }).result;
        assert.equal(evaluation("NumFromDate([printed])", { printed: printed as string }).result, seconds);
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  for (const interval of dateIntervals) {
    test(`DateDiff("${interval}", x, DateAdd("${interval}", n, x)) is n`, () => {
      const count = fastCheck.integer({ min: -farthest[interval], max: farthest[interval] });
      fastCheck.assert(
        fastCheck.property(fastCheck.bigInt({ min: ticksOf1000, max: ticksOf9000 }), count, (ticks, n) => {
          const expression = `DateDiff("${interval}", [x], DateAdd("${interval}", [n], [x]))`;
          assert.equal(evaluation(expression, { x: dateTime(ticks), n }).result, String(n));
        }),
        { numRuns: 300, seed: 3 },
      );
    });
  }

  test("DateDiff is the other way round when its dates are", () => {
    const ticks = fastCheck.bigInt({ min: ticksOf1000, max: ticksOf9000 });
    fastCheck.assert(
      fastCheck.property(fastCheck.constantFrom(...dateIntervals), ticks, ticks, (interval, one, other) => {
        const attributes = { one: dateTime(one), other: dateTime(other) };
        const there = evaluation(`DateDiff("${interval}", [one], [other])`, attributes).result;
        const back = evaluation(`DateDiff("${interval}", [other], [one])`, attributes).result;
        assert.equal(Number(there) + Number(back), 0);
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  test("dates compare in time, by the tick", () => {
    const earlier = dateTime(638_000_000_000_000_000n);
    const later = dateTime(638_000_000_000_000_001n);
    assert.equal(evaluation('IIF([a] < [b], "earlier", "not")', { a: earlier, b: later }).result, "earlier");
    assert.equal(evaluation('IIF([a] = [b], "same", "not")', { a: earlier, b: later }).result, "not");
  });
});
