import type { ScimFailure } from "../../../engine/ports.ts";
import type { ClientAuthentication } from "../credentials.ts";
import type { Clock } from "../delivery/clock.ts";
import type { Delivery } from "../delivery/openDelivery.ts";
import { maskOf } from "../mask.ts";
import { networkFailure } from "../networkFailure.ts";
import type { AccessToken } from "./accessTokens.ts";
import { tokenRefusal } from "./tokenRefusal.ts";

/** Asks a token endpoint for an access token (RFC 6749 section 4.4.2). Nothing in a failure holds the secret. */
export async function askForToken(
  authentication: ClientAuthentication,
  secret: string,
  clock: Clock,
  { deliver }: Delivery,
): Promise<AccessToken | ScimFailure> {
  const { tokenEndpoint, clientId, scope, clientAuthentication } = authentication;
  const oauth = await import("oauth4webapi");
  const server = { issuer: new URL(tokenEndpoint).origin, token_endpoint: tokenEndpoint };
  const client = { client_id: clientId };
  const prove = clientAuthentication === "client_secret_basic" ? oauth.ClientSecretBasic : oauth.ClientSecretPost;
  const parameters = new URLSearchParams(scope === undefined ? {} : { scope });
  const subject = `POST ${tokenEndpoint}`;
  const { mask, hide } = maskOf(secret);
  try {
    const response = await oauth.clientCredentialsGrantRequest(server, client, prove(secret), parameters, {
      [oauth.customFetch]: (url, { headers, body }) => {
        hide(headers.authorization?.slice("Basic ".length) ?? "");
        return fetchOver(deliver, new URL(url), headers, String(body));
      },
      // Plain http is accepted for this machine alone, which the settings see to.
      [oauth.allowInsecureRequests]: true,
    });
    const asked = clock.now();
    const { access_token, expires_in } = await oauth.processClientCredentialsResponse(server, client, response);
    const expiresAt = expires_in === undefined ? {} : { expiresAt: asked + expires_in * 1000 };
    return { kind: "token", value: access_token, ...expiresAt };
  } catch (error) {
    const refused = tokenRefusal(subject, error);
    if (refused !== undefined) return { ...refused, message: mask(refused.message) };
    return { ...networkFailure(subject, error), halt: { reason: "unreachable" } };
  }
}

/** The library's fetch, over connections of ours. */
async function fetchOver(
  deliver: Delivery["deliver"],
  { pathname, search }: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Response> {
  const order = { signal: undefined, isRepeatable: true, attempt: 1 };
  const delivered = await deliver({ method: "POST", path: pathname + search, headers, body }, order);
  if (delivered.kind !== "sent") throw new Error("nothing was sent");
  const { outcome } = delivered;
  if (outcome.kind === "lost") throw outcome.error;
  const { status, text, contentType } = outcome.answer;
  return new Response(text, { status, ...(contentType !== undefined && { headers: { "content-type": contentType } }) });
}
