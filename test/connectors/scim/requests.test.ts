import assert from "node:assert/strict";
import { openTarget, type TargetSettings } from "../../../server/src/connectors/scim/openTarget.ts";
import type { ScimRequest } from "../../../server/src/engine/ports.ts";
import { type Received, scimServer } from "../../harness/scimServer.ts";

const get: ScimRequest = { method: "GET", path: "/Users?filter=userName+eq+%22a%40b.com%22" };
const post: ScimRequest = { method: "POST", path: "/Users", body: '{"userName":"zoë"}' };
const none = { authentication: { type: "none" } } as const;

suite("what the SCIM client sends", () => {
  test("a query as it is written, asking for SCIM, with no body and no user agent", async () => {
    const { url, headers, body } = await sent(get, none);
    assert.equal(url, "/scim/Users?filter=userName+eq+%22a%40b.com%22");
    assert.equal(headers.accept, "application/scim+json");
    assert.deepEqual(
      [headers["content-type"], headers["user-agent"], headers.authorization],
      [undefined, undefined, undefined],
    );
    assert.equal(body, "");
  });

  test("a body byte for byte, as SCIM in UTF-8", async () => {
    const { method, headers, body } = await sent(post, none);
    assert.equal(method, "POST");
    assert.equal(headers["content-type"], "application/scim+json; charset=utf-8");
    assert.equal(headers["content-length"], "19");
    assert.equal(body, post.body);
  });

  const authorizations: readonly (readonly [string, Omit<TargetSettings, "endpoint">, string])[] = [
    ["a bearer token", { authentication: { type: "bearer", secret: "t" }, secret: "abc" }, "Bearer abc"],
    ["a token pasted with a line break", { authentication: { type: "bearer" }, secret: " abc\n" }, "Bearer abc"],
    ["a user and password", { authentication: { type: "basic", user: "ada" }, secret: "pw" }, "Basic YWRhOnB3"],
    ["user:password as one secret", { authentication: { type: "basic" }, secret: "ada:pw" }, "Basic YWRhOnB3"],
  ];
  for (const [what, settings, expected] of authorizations) {
    test(`${what} as ${expected}`, async () => {
      assert.equal((await sent(get, settings)).headers.authorization, expected);
    });
  }

  const endings: readonly (readonly [ending: string, url: string])[] = [
    ["", "/scim/Users"],
    ["/", "/scim/Users"],
    ["/?aadOptscim062020", "/scim/Users"],
    ["/v2/tenant%201/", "/scim/v2/tenant%201/Users"],
  ];
  for (const [ending, expected] of endings) {
    test(`a tenant URL that ends with "/scim${ending}" goes to ${expected}`, async () => {
      assert.equal((await sent({ method: "GET", path: "/Users" }, none, ending)).url, expected);
    });
  }
});

suite("what a target cannot be opened with", () => {
  const refusals: readonly (readonly [endpoint: string, message: RegExp])[] = [
    ["scim.example.com", /must be an address that begins with https:\/\//],
    ["ftp://scim.example.com", /must be an address that begins with https:\/\//],
    ["http://scim.example.com/scim", /plain http would send the secret readable/],
    ["https://ada:pw@scim.example.com/scim", /must not hold a user or password/],
  ];
  for (const [endpoint, message] of refusals) {
    test(endpoint, () => {
      assert.throws(() => openTarget({ endpoint, ...none }), { name: "InputError", message });
    });
  }

  test("a secret that is not set: the message names the command and the variable", () => {
    const settings = { endpoint: "https://a.example", authentication: { type: "bearer", secret: "my-token" } } as const;
    assert.throws(() => openTarget(settings), {
      name: "InputError",
      message: /"my-token".*Mapwright: Set Secret….*MAPWRIGHT_SECRET_MY_TOKEN/,
    });
  });

  test("a secret that no header can carry: the message does not hold it", () => {
    const settings = {
      endpoint: "https://a.example",
      authentication: { type: "bearer" },
      secret: "pass\nwörd",
    } as const;
    assert.throws(
      () => openTarget(settings),
      (error: Error) => /line breaks/.test(error.message) && !/wörd/.test(error.message),
    );
  });
});

/** The one request that arrives. */
async function sent(request: ScimRequest, settings: Omit<TargetSettings, "endpoint">, ending = ""): Promise<Received> {
  const server = await scimServer(() => ({ status: 200, body: '{"id":"1","totalResults":0}' }));
  try {
    await openTarget({ endpoint: server.url + ending, ...settings }).send(request);
    const [received] = server.received;
    assert.ok(received !== undefined && server.received.length === 1);
    return received;
  } finally {
    await server.stop();
  }
}
