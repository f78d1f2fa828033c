import type { EndpointAuthentication } from "./credentials.ts";

/**
 * The origins that a secret is good for, such as `https://scim.example`: that of the endpoint; of OAuth first that of the
 * token endpoint, which is sent the secret, and then that of the endpoint, which is sent the access tokens that it buys. The
 * addresses are those that `endpointProblem` accepts.
 */
export function secretOrigins(endpoint: string, authentication: EndpointAuthentication): readonly string[] {
  const receivers = authentication.type === "oauth" ? [authentication.tokenEndpoint, endpoint] : [endpoint];
  return [...new Set(receivers.map(address => new URL(address).origin))];
}
