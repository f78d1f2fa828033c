import type { ScimFailure } from "../../../engine/ports.ts";

/** An access token, which is good until a moment of the clock that it was asked with. */
export interface AccessToken {
  readonly kind: "token";
  readonly value: string;
  /** In milliseconds; absent where the server did not say. */
  readonly expiresAt?: number;
}

/** The access tokens of one process, each used until shortly before it expires. */
export interface AccessTokens {
  /** The token at hand; undefined where there is none that is good for longer. */
  readonly atHand: (key: string, now: number) => AccessToken | undefined;
  /** The token that `ask` brings. However many wait for it, it is asked for once. */
  readonly fetch: (key: string, ask: () => Promise<AccessToken | ScimFailure>) => Promise<AccessToken | ScimFailure>;
  /** Forgets a token that was refused; one that has come since stays. */
  readonly drop: (key: string, value: string) => void;
}

/** A token is replaced so long before it expires, in milliseconds: clocks differ, and requests take their time. */
const margin = 60_000;

/** No tokens yet. */
export function createAccessTokens(): AccessTokens {
  const tokens = new Map<string, AccessToken>();
  const underWay = new Map<string, Promise<AccessToken | ScimFailure>>();
  const fetch = async (key: string, ask: () => Promise<AccessToken | ScimFailure>) => {
    try {
      const came = await ask();
      if (came.kind === "token") tokens.set(key, came);
      return came;
    } finally {
      underWay.delete(key);
    }
  };
  return {
    atHand(key, now) {
      const token = tokens.get(key);
      return token?.expiresAt === undefined || now < token.expiresAt - margin ? token : undefined;
    },
    fetch(key, ask) {
      const waiting = underWay.get(key) ?? fetch(key, ask);
      underWay.set(key, waiting);
      return waiting;
    },
    drop(key, value) {
      if (tokens.get(key)?.value === value) tokens.delete(key);
    },
  };
}
