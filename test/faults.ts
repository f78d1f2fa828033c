import { parseArgs } from "node:util";
import fc from "fast-check";
import { anySchedule, play } from "./harness/faultSchedules.ts";

/** Plays many histories of a source at a target that fails, and tells what came of it; a seed tells which. */
const { values } = parseArgs({
  options: { runs: { type: "string", default: "20000" }, seed: { type: "string", default: `${Date.now() % 2 ** 31}` } },
});
const [numRuns, seed] = [Number(values.runs), Number(values.seed)];
const met = new Map<string, number>();
const begun = performance.now();
const property = fc.asyncProperty(anySchedule, schedule =>
  play(schedule, name => met.set(name, (met.get(name) ?? 0) + 1)),
);
const details = await fc.check(property, { numRuns, seed });
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
if (details.failed) {
  console.log(fc.defaultReportMessage(details) ?? "A schedule failed.");
  console.log(details.errorInstance instanceof Error ? details.errorInstance.stack : "");
}
const requests = [...met.values()].reduce((sum, count) => sum + count, 0);
console.log(`${details.numRuns} schedules, seed ${seed}, ${requests} requests, ${seconds} s`);
for (const [name, count] of [...met].toSorted()) console.log(`  ${name}: ${count}`);
console.log(details.failed ? "Something was lost or doubled." : "0 duplicate creates, 0 lost and 0 doubled changes.");
process.exitCode = details.failed ? 1 : 0;
