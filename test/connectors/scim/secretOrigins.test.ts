import assert from "node:assert/strict";
import type { EndpointAuthentication } from "../../../server/src/connectors/scim/credentials.ts";
import { secretOrigins } from "../../../server/src/connectors/scim/secretOrigins.ts";

const oauth = (tokenEndpoint: string) => ({ type: "oauth", tokenEndpoint, clientId: "c" }) as const;

suite("origins that a secret is good for", () => {
  const rows: readonly (readonly [
    what: string,
    endpoint: string,
    authentication: EndpointAuthentication,
    origins: readonly string[],
  ])[] = [
    [
      "a token's is the endpoint's",
      "https://scim.example/v2?aadOptscim062020",
      { type: "bearer" },
      ["https://scim.example"],
    ],
    ["a password's, too", "https://SCIM.example:443/v2", { type: "basic" }, ["https://scim.example"]],
    ["another port is another one", "https://scim.example:8443/v2", { type: "bearer" }, ["https://scim.example:8443"]],
    ["plain http is another one", "http://localhost/v2", { type: "bearer" }, ["http://localhost"]],
    [
      "letters that look alike are told apart",
      "https://ѕcim.example",
      { type: "bearer" },
      ["https://xn--cim-ehd.example"],
    ],
    [
      "a client secret's is that of the token endpoint, and its access tokens' that of the endpoint",
      "https://scim.example/v2",
      oauth("https://login.example/token"),
      ["https://login.example", "https://scim.example"],
    ],
    [
      "where both are the same it is one",
      "https://a.example/v2",
      oauth("https://a.example/token"),
      ["https://a.example"],
    ],
  ];
  for (const [what, endpoint, authentication, origins] of rows) {
    test(what, () => assert.deepEqual(secretOrigins(endpoint, authentication), origins));
  }
});
