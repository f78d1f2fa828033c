import fc from "fast-check";
import { anyCycleSchedule, type CycleSchedule, type CycleStep, playCycles } from "../../harness/cycleSchedules.ts";
import { anySchedule, play } from "../../harness/faultSchedules.ts";

const calm: CycleStep = {
  people: { ada: "present", bob: "present" },
  title: "Engineer",
  members: [],
  isManaged: false,
  mishaps: [],
};

function history(...steps: readonly Partial<CycleStep>[]): [CycleSchedule] {
  return [{ isUnique: false, mode: "default", concurrency: 1, steps: steps.map(step => ({ ...calm, ...step })) }];
}

const adaIs = (ada: CycleStep["people"]["ada"]) => ({ people: { ada, bob: "present" } }) as const;
const bobIs = (bob: CycleStep["people"]["bob"]) => ({ people: { ada: "present", bob } }) as const;

/** Histories that once ended otherwise. */
const examples: readonly [CycleSchedule][] = [
  history({ isManaged: true }, bobIs("unassigned"), bobIs("absent"), {}),
  history(
    {},
    adaIs("unassigned"),
    { mishaps: ["none", "none", "none", "none", "failedAfter", "conflict"] },
    adaIs("absent"),
  ),
  history(
    {},
    { ...adaIs("unassigned"), members: ["ada", "bob"] },
    {
      members: ["ada", "bob"],
      mishaps: ["none", "none", "none", "noise", "answeredTooLate", "answeredTooLate", "refused", "expired"],
    },
    adaIs("unassigned"),
  ),
  history(
    { mishaps: ["none", "none", "garbled", "none", "cutAfter", "garbled"] },
    { ...adaIs("unassigned"), mishaps: ["none", "none", "halved"] },
  ),
];

suite("schedules of faults", function () {
  this.timeout(60_000);

  test("nothing is created twice, lost or done twice, and the target ends as the source says", () =>
    fc.assert(
      fc.asyncProperty(anySchedule, schedule => play(schedule)),
      { numRuns: 500, seed: 20260302 },
    ));

  test("cycle after cycle the same holds, and nothing stays that the source has taken away", () =>
    fc.assert(
      fc.asyncProperty(anyCycleSchedule, schedule => playCycles(schedule)),
      { numRuns: 300, seed: 20260302, examples: [...examples] },
    ));
});
