import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { cycleProgress } from "../../server/src/cli/cycleProgress.ts";
import { noCounts } from "../../server/src/engine/cycle/jobState.ts";

/** A terminal of 120 columns, and what it was sent. */
function terminal() {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  return { stream, shown: () => String(stream.read() ?? "") };
}

suite("the progress of a cycle", () => {
  test("is a bar with the share, what was read, how fast, what was written and what failed", async () => {
    const { stream, shown } = terminal();
    const progress = await cycleProgress(true, stream);
    progress.update({ ...noCounts, countImported: 640, countExported: 30, countEscrowed: 2 }, 0.64);
    progress.stop();
    assert.match(shown(), /█+░+ 64% · 640 read, \d+\/s · 30 written, 2 failed · /);
  });

  test("says how long it takes only once that is known", async () => {
    const { stream, shown } = terminal();
    const progress = await cycleProgress(true, stream);
    progress.update({ ...noCounts, countImported: 31 }, 0);
    progress.stop();
    const bars = shown();
    assert.match(bars, / 0% · 31 read/);
    assert.doesNotMatch(bars, /NFs|INF|NULL|NaN/);
  });

  test("is nothing where nobody watches", async () => {
    const { stream, shown } = terminal();
    const progress = await cycleProgress(false, stream);
    progress.update(noCounts, 1);
    progress.stop();
    assert.equal(shown(), "");
  });
});
