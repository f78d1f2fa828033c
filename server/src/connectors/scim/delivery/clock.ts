import { setTimeout as sleep } from "node:timers/promises";

/** How time passes for whoever sends requests. */
export interface Clock {
  /** Milliseconds of a clock that nobody sets: it only goes forward. */
  readonly now: () => number;
  /** Milliseconds since 1970, as the calendar of this machine says. */
  readonly today: () => number;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. Never rejects. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Does something after so many milliseconds, unless the process has ended before. */
  readonly later: (milliseconds: number, act: () => void) => void;
}

/** The time of this machine. */
export const realClock: Clock = {
  now: () => performance.now(),
  today: Date.now,
  sleep: (milliseconds, signal) =>
    sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
  later: (milliseconds, act) => void setTimeout(act, milliseconds).unref(),
};
