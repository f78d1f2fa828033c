import fc from "fast-check";
import { anySchedule, play } from "../../harness/faultSchedules.ts";

suite("schedules of faults", function () {
  this.timeout(60_000);

  test("nothing is created twice, lost or done twice, and the target ends as the source says", () =>
    fc.assert(
      fc.asyncProperty(anySchedule, schedule => play(schedule)),
      { numRuns: 500, seed: 20260302 },
    ));
});
