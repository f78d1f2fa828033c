import assert from "node:assert/strict";
import { InputError } from "../../server/src/connectors/inputError.ts";
import { noCounts, type Quarantine, type TaskExecution } from "../../server/src/engine/cycle/jobState.ts";
import type { CycleProgress } from "../../server/src/protocol/jobs.ts";
import { createJobRuns } from "../../server/src/session/jobRuns.ts";
import type { AskedCycle, CycleOutcome, Job } from "../../server/src/session/openJob.ts";

const key = { uri: "file:///learning.provmap", environment: "test" };
const other = { ...key, environment: "sandbox" };
const minute = 60_000;

const execution: TaskExecution = {
  ...noCounts,
  activityIdentifier: "1",
  kind: "initial",
  state: "Succeeded",
  timeBegan: "2026-03-02T09:30:00.000Z",
  timeEnded: "2026-03-02T09:30:00.000Z",
};
const outcome: CycleOutcome = { execution, state: { jobId: "1", epoch: 0, countSuccessiveCompleteFailures: 0 } };

function quarantinedUntil(nextAttempt: string): CycleOutcome {
  const error = { code: "HTTP 401", message: "", recommendedAction: "" };
  const since = { currentBegan: nextAttempt, seriesBegan: nextAttempt, seriesCount: 0 };
  const quarantine: Quarantine = { reason: "EncounteredQuarantineException", nextAttempt, ...since, error };
  return { execution, state: { ...outcome.state, quarantine } };
}

/** Runs whose cycles a test ends, and whose time it lets pass. */
function openRuns() {
  const cycles: { readonly asked: AskedCycle; readonly end: (came: CycleOutcome) => void }[] = [];
  const sleeps: { readonly milliseconds: number; readonly wake: () => void }[] = [];
  const told: CycleProgress[] = [];
  const time = { now: 0 };
  const files: { open: (path: string) => Job } = {
    open: path => ({
      application: "Learning",
      endpoint: "sandbox",
      path,
      run: asked => {
        const { promise, resolve } = Promise.withResolvers<CycleOutcome>();
        cycles.push({ asked, end: resolve });
        asked.signal?.addEventListener("abort", () => resolve(outcome));
        if (asked.signal?.aborted) resolve(outcome);
        return promise;
      },
    }),
  };
  const runs = createJobRuns({
    open: async ({ environment }) => files.open(environment),
    onChange: () => {},
    onProgress: (_, progress) => told.push(progress),
    now: () => time.now,
    sleep: (milliseconds, signal) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      sleeps.push({ milliseconds, wake: resolve });
      signal.addEventListener("abort", () => resolve());
      return promise;
    },
  });
  return { runs, cycles, sleeps, told, time, files };
}

/** Lets everything happen that waits for nothing but its turn. */
const turn = () => new Promise(resolve => setImmediate(resolve));

suite("the runs of jobs", () => {
  test("one cycle is run, and none follows, unless that is asked for", async () => {
    const { runs, cycles } = openRuns();
    const started = runs.start(key);
    await turn();
    assert.equal(runs.of("test")?.run.kind, "running");
    cycles[0]?.end(outcome);
    assert.equal(await started, outcome);
    await turn();
    assert.deepEqual([runs.of("test"), cycles.length], [undefined, 1]);
  });

  test("cycles follow at the interval that holds, until the job is stopped", async () => {
    const { runs, cycles, sleeps } = openRuns();
    runs.repeat(40);
    const started = runs.start(key);
    await turn();
    cycles[0]?.end(outcome);
    await started;
    assert.deepEqual(runs.of("test")?.run, { kind: "waiting", next: "1970-01-01T00:40:00.000Z" });
    runs.repeat(5);
    await turn();
    assert.deepEqual(
      sleeps.map(({ milliseconds }) => milliseconds),
      [40 * minute, 5 * minute],
    );
    sleeps[1]?.wake();
    await turn();
    assert.equal(cycles.length, 2);
    cycles[1]?.end(outcome);
    await turn();
    await runs.stop(key);
    assert.deepEqual([runs.of("test"), cycles.length], [undefined, 2]);
  });

  test("cycles do not follow any more once the interval is turned off", async () => {
    const { runs, cycles } = openRuns();
    runs.repeat(40);
    const started = runs.start(key);
    await turn();
    cycles[0]?.end(outcome);
    await started;
    runs.repeat(0);
    await turn();
    assert.equal(runs.of("test"), undefined);
  });

  test("a quarantine makes the next cycle wait for its attempt", async () => {
    const { runs, cycles, sleeps } = openRuns();
    runs.repeat(40);
    const started = runs.start(key);
    await turn();
    cycles[0]?.end(quarantinedUntil("1970-01-01T06:00:00.000Z"));
    await started;
    assert.equal(sleeps[0]?.milliseconds, 360 * minute);
  });

  test("a mistake in the files is told, and the next cycle tries again", async () => {
    const { runs, cycles, sleeps, files } = openRuns();
    const { open } = files;
    runs.repeat(40);
    const started = runs.start(key);
    await turn();
    cycles[0]?.end(outcome);
    await started;
    files.open = () => {
      throw new InputError("learning.provmap:3:1: Correct this first.");
    };
    sleeps[0]?.wake();
    await turn();
    assert.match(runs.of("test")?.trouble ?? "", /Correct this first/);
    files.open = open;
    sleeps[1]?.wake();
    await turn();
    cycles[1]?.end(outcome);
    await turn();
    assert.deepEqual([cycles.length, runs.of("test")?.trouble], [2, undefined]);
  });

  test("a job whose application has another name is another job, which nobody has started", async () => {
    const { runs, cycles, sleeps, files } = openRuns();
    const { open } = files;
    runs.repeat(40);
    const started = runs.start(key);
    await turn();
    cycles[0]?.end(outcome);
    await started;
    files.open = () => open("renamed");
    sleeps[0]?.wake();
    await turn();
    assert.deepEqual([cycles.length, runs.of("test"), runs.of("renamed")], [1, undefined, undefined]);
  });

  test("several jobs run at once; one of them a second time is refused", async () => {
    const { runs, cycles } = openRuns();
    const all = [runs.start(key), runs.start(other)];
    await turn();
    await assert.rejects(runs.start(key), /runs already/);
    assert.equal(cycles.length, 2);
    await runs.stop(key);
    assert.deepEqual([runs.of("test"), runs.of("sandbox")?.run.kind], [undefined, "running"]);
    await runs.close();
    await Promise.all(all);
    assert.equal(runs.of("sandbox"), undefined);
  });

  test("a job is stopped even before it is open", async () => {
    const { runs, cycles } = openRuns();
    const started = runs.start(key);
    const stopped = runs.stop(key);
    await started;
    await stopped;
    assert.equal(cycles[0]?.asked.signal?.aborted, true);
  });

  test("a job that cannot be opened does not stay", async () => {
    const { runs, files } = openRuns();
    files.open = () => {
      throw new InputError("read-only");
    };
    await assert.rejects(runs.start(key), /read-only/);
    await assert.rejects(runs.start(key), /read-only/);
  });

  test("progress is told a few times a second, with the rate", async () => {
    const { runs, cycles, told, time } = openRuns();
    const started = runs.start(key);
    await turn();
    for (const now of [50, 150, 250, 300, 500]) {
      time.now = now;
      cycles[0]?.asked.onProgress?.({ ...noCounts, countImported: now / 10 }, now / 1000);
    }
    assert.deepEqual(
      told.map(({ counts, share, rate }) => [counts.countImported, share, rate]),
      [
        [25, 0.25, 100],
        [50, 0.5, 100],
      ],
    );
    cycles[0]?.end(outcome);
    await started;
  });
});
