import assert from "node:assert/strict";
import { statusText } from "../../../client/src/jobs/statusText.ts";
import { countedActions, doneIn } from "../../../client/src/jobs/words.ts";
import {
  countedActions as countedOnCommandLine,
  doneIn as doneOnCommandLine,
} from "../../../server/src/cli/text/cycle.ts";
import { noCounts } from "../../../server/src/engine/cycle/jobState.ts";
import type { Job } from "../../../server/src/protocol/jobs.ts";
import { sampleCycle, sampleJob, stagedJob } from "./sampleJob.ts";

const running: Job = {
  ...sampleJob,
  run: { kind: "running", progress: { counts: noCounts, share: 0, rate: 0 } },
};
const waiting: Job = { ...sampleJob, run: { kind: "waiting", next: "2026-03-02T10:10:00.000Z" } };

suite("jobs in the status bar", () => {
  const table: readonly (readonly [sentence: string, jobs: readonly Job[], text: RegExp | undefined])[] = [
    ["say nothing where all is at rest", [sampleJob], undefined],
    ["say what runs", [stagedJob, running], /^Learning: 0 % · 0 read, 0\/s · 0 written$/],
    ["count what runs", [running, running], /^2 jobs run$/],
    ["warn of a quarantine", [waiting, stagedJob], /^Learning: in quarantine$/],
    ["count quarantines", [stagedJob, stagedJob], /^2 jobs wait for somebody$/],
    ["say when the next cycle is due", [sampleJob, waiting], /next cycle \d{4}-\d\d-\d\d \d\d:\d\d$/],
  ];
  for (const [sentence, jobs, text] of table)
    test(sentence, () => {
      const said = statusText(jobs);
      if (text === undefined) assert.equal(said, undefined);
      else assert.match(said?.text ?? "", text);
    });

  test("only a quarantine is a warning", () => {
    assert.deepEqual(
      [[stagedJob], [running], [waiting]].map(jobs => statusText(jobs)?.isWarning),
      [true, false, false],
    );
  });
});

suite("what a cycle did", () => {
  test("is said in the words of the command line, whatever was counted", () => {
    const names = Object.keys(noCounts) as (keyof typeof noCounts)[];
    for (const counts of [noCounts, sampleCycle, ...names.map((name, index) => ({ ...noCounts, [name]: index + 1 }))])
      assert.equal(countedActions(counts), countedOnCommandLine(counts));
    for (const state of ["Succeeded", "Failed"] as const)
      assert.equal(doneIn({ ...noCounts, state }), doneOnCommandLine({ ...sampleCycle, ...noCounts, state }));
  });
});
