import type { ScimFailure } from "../../../engine/ports.ts";
import { type Authorization, type ClientAuthentication, type Credentials, usableSecret } from "../credentials.ts";
import type { Clock } from "../delivery/clock.ts";
import type { Delivery } from "../delivery/openDelivery.ts";
import { maskOf } from "../mask.ts";
import { networkFailure } from "../networkFailure.ts";
import type { AccessToken, AccessTokens } from "./accessTokens.ts";
import { askForToken } from "./askForToken.ts";

interface Means {
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  /** Delivers requests to the token endpoint. */
  readonly delivery: Delivery;
}

/** Credentials by OAuth 2.0: requests carry an access token, which a client secret buys. Throws InputError where the secret is missing. */
export function clientCredentials(
  authentication: ClientAuthentication,
  secret: string | undefined,
  { tokens, clock, delivery }: Means,
): Credentials {
  const { tokenEndpoint, clientId, scope = "", secret: name } = authentication;
  const value = usableSecret(secret, name);
  const { mask, hide } = maskOf(value);
  const key = JSON.stringify([tokenEndpoint, clientId, scope, value]);
  const header = (came: AccessToken | ScimFailure): Authorization => {
    if (came.kind === "failure") return came;
    hide(came.value);
    return { kind: "header", value: `Bearer ${came.value}` };
  };
  return {
    authorize(signal) {
      const token = tokens.atHand(key, clock.now());
      if (token !== undefined) return header(token);
      const coming = tokens.fetch(key, () => askForToken(authentication, value, clock, delivery));
      return abortable(coming, signal).then(header, error => networkFailure(`POST ${tokenEndpoint}`, error));
    },
    renew: refused => tokens.drop(key, refused?.slice("Bearer ".length) ?? ""),
    mask,
  };
}

/** The same promise, which is rejected as soon as the signal is aborted; what others wait for goes on. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(new DOMException("The run was cancelled.", "AbortError"));
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener("abort", abort));
}
