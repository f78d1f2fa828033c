import type { Clock } from "./clock.ts";

/** How long a write that is on its way may still be answered once the run is cancelled, in milliseconds. */
const grace = 5_000;

/**
 * Gives the signal for the writes of a run, which is aborted a little later than the run's own: what changes something is
 * not cut off at once, as nobody would know whether it was done.
 */
export function createGrace(clock: Clock): (signal: AbortSignal) => AbortSignal {
  const late = new WeakMap<AbortSignal, AbortSignal>();
  return signal => {
    const known = late.get(signal);
    if (known !== undefined) return known;
    const controller = new AbortController();
    signal.addEventListener("abort", () => clock.later(grace, () => controller.abort()), { once: true });
    late.set(signal, controller.signal);
    return controller.signal;
  };
}
