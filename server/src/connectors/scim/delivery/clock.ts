import { setTimeout } from "node:timers/promises";

/** How time passes for whoever sends requests. */
export interface Clock {
  /** Milliseconds of a clock that nobody sets: it only goes forward. */
  readonly now: () => number;
  /** Milliseconds since 1970, as the calendar of this machine says. */
  readonly today: () => number;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. Never rejects. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** The time of this machine. */
export const realClock: Clock = {
  now: () => performance.now(),
  today: Date.now,
  sleep: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
};
