import { parseArgs } from "node:util";
import fc from "fast-check";
import { anyCycleSchedule, playCycles } from "./harness/cycleSchedules.ts";
import { anySchedule, play } from "./harness/faultSchedules.ts";
import type { MishapName } from "./harness/faultyTarget.ts";

/**
 * Plays many histories of a source at a target that fails, object by object and in as many whole cycles, and tells what came
 * of it; a seed tells which.
 */
const { values } = parseArgs({
  options: { runs: { type: "string", default: "20000" }, seed: { type: "string", default: `${Date.now() % 2 ** 31}` } },
});
const [numRuns, seed] = [Number(values.runs), Number(values.seed)];
const met = new Map<MishapName, number>();
const meet = (name: MishapName) => void met.set(name, (met.get(name) ?? 0) + 1);
const isSound = [
  await check(
    "objects",
    fc.asyncProperty(anySchedule, schedule => play(schedule, meet)),
  ),
  await check(
    "cycles",
    fc.asyncProperty(anyCycleSchedule, schedule => playCycles(schedule, meet)),
  ),
].every(sound => sound);
for (const [name, count] of [...met].toSorted()) console.log(`  ${name}: ${count}`);
console.log(isSound ? "0 duplicate creates, 0 lost and 0 doubled changes." : "Something was lost or doubled.");
process.exitCode = isSound ? 0 : 1;

async function check<T>(what: string, property: fc.IAsyncProperty<T>): Promise<boolean> {
  const begun = performance.now();
  const before = total();
  const details = await fc.check(property, { numRuns, seed });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (details.failed) {
    console.log(fc.defaultReportMessage(details) ?? "A schedule failed.");
    console.log(details.errorInstance instanceof Error ? details.errorInstance.stack : "");
  }
  console.log(`${details.numRuns} schedules of ${what}, seed ${seed}, ${total() - before} requests, ${seconds} s`);
  return !details.failed;
}

function total(): number {
  return [...met.values()].reduce((sum, count) => sum + count, 0);
}
