import type { Clock } from "./clock.ts";

/** How long a write that is on its way may still be answered once the run is cancelled, in milliseconds. */
const grace = 5_000;

/** A signal for one write, which is aborted a little later than the run's. `end` is called when the write has its answer. */
export function withGrace(
  signal: AbortSignal,
  clock: Clock,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const [late, ended] = [new AbortController(), new AbortController()];
  const wait = async () => {
    await clock.sleep(grace, ended.signal);
    late.abort();
  };
  signal.addEventListener("abort", wait, { signal: ended.signal, once: true });
  return { signal: late.signal, end: () => ended.abort() };
}
