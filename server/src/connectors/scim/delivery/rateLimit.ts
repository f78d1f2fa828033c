/** Lets so many requests leave in any second, and no more. */
export interface RateLimit {
  /** Milliseconds until one more may leave; 0 lets it leave now, and counts it. */
  readonly take: (now: number) => number;
}

/** A limit that remembers when the last requests left: the one that many before now must be a second old. */
export function rateLimit(requestsPerSecond: number): RateLimit {
  if (requestsPerSecond === Number.POSITIVE_INFINITY) return { take: () => 0 };
  const left: number[] = new Array(requestsPerSecond).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  return {
    take(now) {
      const wait = (left[next] ?? 0) + 1000 - now;
      if (wait > 0) return wait;
      left[next] = now;
      next = (next + 1) % requestsPerSecond;
      return 0;
    },
  };
}
