import type { Clock } from "../../server/src/connectors/scim/delivery/clock.ts";

/** A clock whose time passes only while everybody sleeps, and then at once. */
export interface FakeClock extends Clock {
  /** How long anybody slept, in the order in which they lay down. */
  readonly slept: readonly number[];
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that begins at 0, on 2 March 2026 at half past nine. */
export function fakeClock(): FakeClock {
  const sleepers = new Set<Sleeper>();
  const slept: number[] = [];
  let now = 0;
  const wakeNext = () => {
    const [next] = [...sleepers].toSorted((left, right) => left.until - right.until);
    if (next === undefined) return;
    now = Math.max(now, next.until);
    next.wake();
  };
  const sleep: Clock["sleep"] = (milliseconds, signal) => {
    if (signal?.aborted) return Promise.resolve();
    slept.push(milliseconds);
    const { promise, resolve } = Promise.withResolvers<void>();
    const sleeper = { until: now + milliseconds, wake };
    function wake() {
      sleepers.delete(sleeper);
      signal?.removeEventListener("abort", wake);
      resolve();
    }
    sleepers.add(sleeper);
    signal?.addEventListener("abort", wake);
    setImmediate(wakeNext);
    return promise;
  };
  return {
    slept,
    sleep,
    later: (milliseconds, act) => void sleep(milliseconds).then(act),
    now: () => now,
    today: () => Date.UTC(2026, 2, 2, 9, 30) + now,
  };
}
