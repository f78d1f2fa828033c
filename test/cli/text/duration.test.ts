import assert from "node:assert/strict";
import { timeLeft } from "../../../server/src/cli/text/duration.ts";

suite("The time that is left", () => {
  for (const [seconds, words] of [
    [0, "0 s left"],
    [12, "12 s left"],
    [180, "3 min left"],
    [7500, "2 h 5 min left"],
    [Number.POSITIVE_INFINITY, "time left unknown"],
    [Number.NaN, "time left unknown"],
  ] as const) {
    test(`of ${seconds} seconds is "${words}"`, () => assert.equal(timeLeft(seconds), words));
  }
});
