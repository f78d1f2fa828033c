import type { Clock } from "./clock.ts";
import { rateLimit } from "./rateLimit.ts";

/** What every request to a target passes before it leaves. */
export interface Gate {
  /** Resolves when the next request may leave, or when the signal is aborted. */
  readonly pass: (signal: AbortSignal | undefined) => Promise<void>;
  /** Lets nothing leave for so many milliseconds. */
  readonly closeFor: (milliseconds: number) => void;
}

/** A gate that keeps to a rate, and to the waits that the target asks for. */
export function openGate(requestsPerSecond: number, clock: Clock): Gate {
  const limit = rateLimit(requestsPerSecond);
  let closedUntil = Number.NEGATIVE_INFINITY;
  const wait = (now: number) => (closedUntil > now ? closedUntil - now : limit.take(now));
  return {
    async pass(signal) {
      for (let left = wait(clock.now()); left > 0 && !signal?.aborted; left = wait(clock.now())) {
        await clock.sleep(left, signal);
      }
    },
    closeFor(milliseconds) {
      closedUntil = Math.max(closedUntil, clock.now() + milliseconds);
    },
  };
}
