import type { SingleBar } from "cli-progress";
import type { CycleCounts } from "../engine/cycle/jobState.ts";
import { timeLeft } from "./text/duration.ts";

/** Tells a person how far a cycle is, what it has done, and how fast. */
export interface CycleProgress {
  /** What was done, and how much of the source was read, from 0 to 1. */
  readonly update: (counts: CycleCounts, share: number) => void;
  readonly stop: () => void;
}

const silence: CycleProgress = { update: () => {}, stop: () => {} };
const steps = 1000;
const format = "{bar} {percentage}% · {read} read, {rate}/s · {written} written, {failed} failed · {eta_formatted}";

/** A bar on standard error, or on another terminal; none where nobody watches. */
export async function cycleProgress(
  shown: boolean,
  stream: NodeJS.WritableStream = process.stderr,
): Promise<CycleProgress> {
  if (!shown) return silence;
  // A bundle gives only the default export of a CommonJS module.
  const { default: cliProgress } = await import("cli-progress");
  const bar: SingleBar = new cliProgress.SingleBar(
    { format, formatTime: timeLeft, stream, hideCursor: true, clearOnComplete: true, stopOnComplete: false },
    cliProgress.Presets.shades_classic,
  );
  const started = performance.now();
  bar.start(steps, 0, { read: 0, rate: 0, written: 0, failed: 0 });
  return {
    update({ countImported: read, countExported: written, countEscrowed: failed }, share) {
      const rate = Math.round((read * 1000) / Math.max(1, performance.now() - started));
      bar.update(Math.round(share * steps), { read, rate, written, failed });
    },
    stop: () => bar.stop(),
  };
}
