import assert from "node:assert/strict";
import type { ClientAuthentication } from "../../../../server/src/connectors/scim/credentials.ts";
import { createAccessTokens } from "../../../../server/src/connectors/scim/oauth/accessTokens.ts";
import { openTarget, type TargetSettings } from "../../../../server/src/connectors/scim/openTarget.ts";
import type { ScimAnswer, ScimFailure, ScimRequest, TargetSystem } from "../../../../server/src/engine/ports.ts";
import { type FakeClock, fakeClock } from "../../../harness/fakeClock.ts";
import { type Received, type Reply, type ScimServer, scimServer } from "../../../harness/scimServer.ts";

const secret = "client-canary-51c8/+ä".replace("ä", "z");
const search: ScimRequest = { method: "GET", path: "/Users?filter=userName+eq+%22a%22" };
const create: ScimRequest = { method: "POST", path: "/Users", body: "{}" };
const nobody: Reply = { status: 200, body: '{"totalResults":0}' };
const json = { "content-type": "application/json" };

/** A server with a token endpoint, which gives out `token-canary-1`, `-2`, …, and a SCIM endpoint. */
interface Scene {
  readonly token?: (request: Received, count: number) => Reply;
  readonly scim?: (request: Received, count: number) => Reply;
  readonly authentication?: Partial<ClientAuthentication>;
  readonly settings?: Partial<TargetSettings>;
}

interface Stage {
  readonly target: TargetSystem;
  readonly clock: FakeClock;
  readonly server: ScimServer;
  readonly asked: () => readonly Received[];
  readonly used: () => readonly unknown[];
}

async function play(scene: Scene, act: (stage: Stage) => Promise<void>): Promise<void> {
  const counts = { token: 0, scim: 0 };
  const server = await scimServer(request => {
    if (request.url === "/token") return (scene.token ?? grants())(request, ++counts.token);
    return scene.scim?.(request, ++counts.scim) ?? nobody;
  });
  const clock = fakeClock();
  const authentication: ClientAuthentication = {
    type: "oauth",
    tokenEndpoint: new URL("/token", server.url).href,
    clientId: "mapwright client",
    ...scene.authentication,
  };
  const settings = { endpoint: server.url, authentication, secret, world: { clock }, ...scene.settings };
  const asked = () => server.received.filter(({ url }) => url === "/token");
  const used = () => server.received.filter(({ url }) => url !== "/token").map(({ headers }) => headers.authorization);
  try {
    await act({ target: openTarget(settings), clock, server, asked, used });
  } finally {
    await server.stop();
  }
}

function grants(expires_in?: number) {
  return (_: Received, count: number): Reply => ({
    status: 200,
    headers: json,
    body: JSON.stringify({ access_token: `token-canary-${count}`, token_type: "Bearer", expires_in }),
  });
}

function refuses(status: number, body: string, type = "application/json") {
  return (): Reply => ({ status, body, headers: { "content-type": type } });
}

function failureOf(answer: ScimAnswer): ScimFailure {
  assert.ok(answer.kind === "failure", JSON.stringify(answer));
  assert.doesNotMatch(JSON.stringify(answer), /canary/);
  return answer;
}

suite("OAuth 2.0 client credentials", () => {
  test("one token is asked for with a form, and used until shortly before it expires", () =>
    play({ token: grants(3600), authentication: { scope: "scim.write users" } }, async stage => {
      const { target, clock, asked, used } = stage;
      for (const seconds of [0, 3500, 100]) {
        await clock.sleep(seconds * 1000);
        assert.equal((await target.send(search)).kind, "list");
      }
      assert.deepEqual(used(), ["Bearer token-canary-1", "Bearer token-canary-1", "Bearer token-canary-2"]);
      const [first] = asked();
      assert.equal(asked().length, 2);
      assert.equal(first?.method, "POST");
      assert.match(String(first?.headers["content-type"]), /^application\/x-www-form-urlencoded/);
      assert.deepEqual(Object.fromEntries(new URLSearchParams(first?.body)), {
        grant_type: "client_credentials",
        client_id: "mapwright client",
        client_secret: secret,
        scope: "scim.write users",
      });
    }));

  test("client_secret_basic proves the client in the header, and says nothing in the body", () =>
    play({ authentication: { clientAuthentication: "client_secret_basic" } }, async ({ target, asked }) => {
      await target.send(search);
      const [, encoded = ""] = String(asked()[0]?.headers.authorization).split(" ");
      const form = new URLSearchParams(`pair=${Buffer.from(encoded, "base64").toString()}`).get("pair");
      assert.equal(form, `mapwright client:${secret}`);
      assert.equal(asked()[0]?.body, "grant_type=client_credentials");
    }));

  test("many requests at once wait for one token", () =>
    play({}, async ({ target, asked }) => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => target.send(search)));
      assert.ok(answers.every(({ kind }) => kind === "list"));
      assert.equal(asked().length, 1);
    }));

  test("targets of one process share their tokens; another client has its own", () =>
    play({ settings: { tokens: createAccessTokens() } }, async ({ server, clock }) => {
      const tokens = createAccessTokens();
      const open = (clientId: string) =>
        openTarget({
          endpoint: server.url,
          authentication: { type: "oauth", tokenEndpoint: new URL("/token", server.url).href, clientId },
          secret,
          tokens,
          world: { clock },
        });
      for (const clientId of ["a", "a", "b"]) await open(clientId).send(search);
      assert.equal(server.received.filter(({ url }) => url === "/token").length, 2);
    }));

  test("a token that the target refuses is replaced once, and even a POST is sent again", () =>
    play({ scim: (_, count) => (count === 1 ? { status: 401 } : { status: 201, body: '{"id":"1"}' }) }, async stage => {
      assert.equal((await stage.target.send(create)).kind, "resource");
      assert.deepEqual(stage.used(), ["Bearer token-canary-1", "Bearer token-canary-2"]);
      assert.deepEqual(stage.clock.slept, []);
    }));

  test("a target that refuses the new token too ends the run: nothing more is sent", () =>
    play({ scim: () => ({ status: 401 }) }, async ({ target, server, used }) => {
      const first = failureOf(await target.send(search));
      assert.deepEqual([first.status, first.halt], [401, { reason: "credentials" }]);
      const before = server.received.length;
      const second = failureOf(await target.send(search));
      assert.equal(second.isUnattempted, true);
      assert.match(second.message, /was not sent: the target has refused the credentials\.$/);
      assert.deepEqual([server.received.length, used().length], [before, 2]);
    }));

  test("a token endpoint that is busy is waited for, as long as it says", () =>
    play(
      {
        token: (request, count) =>
          count === 1 ? { status: 429, headers: { "retry-after": "7" } } : grants()(request, count),
      },
      async ({ target, clock }) => {
        assert.equal((await target.send(search)).kind, "list");
        assert.deepEqual(clock.slept, [7000]);
      },
    ));

  test("a cancelled run does not wait for a token", () =>
    play({ token: () => "silence" }, async ({ target }) => {
      const cancelling = new AbortController();
      setImmediate(() => cancelling.abort());
      assert.match(failureOf(await target.send(search, cancelling.signal)).message, /it was cancelled\.$/);
    }));

  test("a secret that is not set is named", () => {
    const authentication: ClientAuthentication = {
      type: "oauth",
      tokenEndpoint: "https://login.example/token",
      clientId: "c",
      secret: "my-client",
    };
    assert.throws(() => openTarget({ endpoint: "https://a.example", authentication }), {
      name: "InputError",
      message: /"my-client".*MAPWRIGHT_SECRET_MY_CLIENT/,
    });
  });
});

suite("a token endpoint that gives no token: what came, what to do, and the run ends", () => {
  const rows: readonly (readonly [what: string, Reply, message: RegExp, remedy: RegExp, halt: string])[] = [
    [
      "an unknown client",
      refuses(401, `{"error":"invalid_client","error_description":"No client\\n ${secret}."}`)(),
      /^POST .*\/token was refused with 401 invalid_client: No client \[secret\]\.$/,
      /Check clientId and the secret/,
      "credentials",
    ],
    [
      "a challenge in the header",
      { status: 401, headers: { "www-authenticate": 'Basic realm="x"' } },
      /refused with 401 invalid_client\.$/,
      /clientAuthentication/,
      "credentials",
    ],
    [
      "a wrong scope",
      refuses(400, '{"error":"invalid_scope"}')(),
      /400 invalid_scope/,
      /Correct the scope/,
      "credentials",
    ],
    [
      "a web page",
      refuses(200, "<html>Sign in</html>", "text/html")(),
      /answered with 200 and no access token\.$/,
      /Check tokenEndpoint/,
      "credentials",
    ],
    [
      "nothing at all there",
      { status: 404 },
      /answered with 404 and no access token/,
      /Check tokenEndpoint/,
      "credentials",
    ],
    [
      "a token of another kind",
      refuses(200, '{"access_token":"token-canary","token_type":"mac"}')(),
      /answered with 200 and no access token/,
      /Check tokenEndpoint/,
      "credentials",
    ],
    ["a failure", { status: 500, body: "oops" }, /refused with 500\.$/, /look into its log/, "unreachable"],
    ["a cut connection", "reset", /got no answer: the connection was cut/, /log/, "unreachable"],
  ];
  for (const [what, reply, message, remedy, halt] of rows) {
    test(what, () =>
      play({ token: () => reply }, async ({ target, used }) => {
        const failure = failureOf(await target.send(search));
        assert.match(failure.message, message);
        assert.match(failure.remedy, remedy);
        assert.equal(failure.halt?.reason, halt);
        assert.equal(failureOf(await target.send(search)).isUnattempted, true);
        assert.deepEqual(used(), []);
      }),
    );
  }
});
