/** In milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** Until the answer begins. */
  readonly headers: number;
  /** Between two parts of the answer. */
  readonly body: number;
  /** For the whole answer, once it has begun. */
  readonly whole: number;
}

/** Entra's own limit is 60 seconds to the answer. */
export const defaultTimeouts: Timeouts = { connect: 10_000, headers: 60_000, body: 30_000, whole: 120_000 };

/** How connections are made. */
export interface Network {
  readonly timeouts: Timeouts;
  /** How many connections there are at a time, and so how many requests. */
  readonly connections: number;
  /** Certificates in PEM of authorities that are trusted besides the usual ones. */
  readonly authorities?: string;
  /** The proxy on the way, in the place of the one that the process environment names: `http://proxy.example:3128`. */
  readonly proxy?: string;
}
