import type { Clock } from "./clock.ts";
import { rateLimit } from "./rateLimit.ts";

/** What every request to a target passes before it leaves. */
export interface Gate {
  /** Lets the next request leave; where it must wait, the promise of that, which an aborted signal resolves as well. */
  readonly pass: (signal: AbortSignal | undefined) => Promise<void> | undefined;
  /** Lets nothing leave for so many milliseconds. */
  readonly closeFor: (milliseconds: number) => void;
}

/** A gate that keeps to a rate, and to the waits that the target asks for. */
export function openGate(requestsPerSecond: number, clock: Clock): Gate {
  const limit = rateLimit(requestsPerSecond);
  let closedUntil = Number.NEGATIVE_INFINITY;
  const wait = (now: number) => (closedUntil > now ? closedUntil - now : limit.take(now));
  const waited = async (first: number, signal: AbortSignal | undefined) => {
    for (let left = first; left > 0 && !signal?.aborted; left = wait(clock.now())) await clock.sleep(left, signal);
  };
  return {
    pass(signal) {
      const left = wait(clock.now());
      return left > 0 ? waited(left, signal) : undefined;
    },
    closeFor(milliseconds) {
      closedUntil = Math.max(closedUntil, clock.now() + milliseconds);
    },
  };
}
