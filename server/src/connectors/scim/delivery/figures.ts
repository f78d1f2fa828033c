/** How much patience is had with a target. Times are in milliseconds. */
export interface Figures {
  /** How often one request is sent at most. */
  readonly attempts: number;
  /** The wait behind the first attempt; it doubles from one to the next, up to the longest. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** A longer wait that the target asks for ends the run. */
  readonly longestAskedWait: number;
  /** Time for one request with all its attempts, without the waits that the target asks for. */
  readonly longestOperation: number;
  /** So many requests without any answer, one behind the other, end the run. */
  readonly lossesInARow: number;
  /** In any second. */
  readonly requestsPerSecond: number;
}

/** For a cycle, which nobody waits for. Entra asks targets to take 25 requests a second. */
export const cycleFigures: Figures = {
  attempts: 4,
  firstWait: 1_000,
  longestWait: 30_000,
  longestAskedWait: 300_000,
  longestOperation: 300_000,
  lossesInARow: 10,
  requestsPerSecond: 25,
};

/** For one object that a person is waiting for. */
export const interactiveFigures: Figures = {
  ...cycleFigures,
  attempts: 3,
  firstWait: 500,
  longestAskedWait: 60_000,
  longestOperation: 120_000,
};
