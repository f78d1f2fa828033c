import type { SingleBar } from "cli-progress";
import { timeLeft } from "./text/duration.ts";

/** Tells a person how far a long run is. */
export interface Progress {
  /** How much of the total is done. */
  readonly update: (done: number) => void;
  readonly stop: () => void;
}

const silence: Progress = { update: () => {}, stop: () => {} };
const patience = 1000;

/** A bar on standard error that appears when the run takes longer than a second; none where nobody watches. */
export async function progressBar(shown: boolean, label: string, total: number): Promise<Progress> {
  if (!shown || total === 0) return silence;
  // A bundle gives only the default export of a CommonJS module.
  const { default: cliProgress } = await import("cli-progress");
  const started = performance.now();
  let bar: SingleBar | undefined;
  return {
    update(done) {
      if (bar) bar.update(done);
      else if (performance.now() - started > patience) {
        bar = new cliProgress.SingleBar(
          { format: `${label} {bar} {percentage}% · {eta_formatted}`, stream: process.stderr, formatTime: timeLeft },
          cliProgress.Presets.shades_classic,
        );
        bar.start(total, done);
      }
    },
    stop: () => bar?.stop(),
  };
}
