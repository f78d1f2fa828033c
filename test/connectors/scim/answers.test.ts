import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { networkFailure } from "../../../server/src/connectors/scim/networkFailure.ts";
import { openTarget } from "../../../server/src/connectors/scim/openTarget.ts";
import type { ScimAnswer, ScimFailure, ScimRequest } from "../../../server/src/engine/ports.ts";
import { fakeClock } from "../../harness/fakeClock.ts";
import { type Reply, type Script, scimServer } from "../../harness/scimServer.ts";

const canary = 'canary-7f3a"9/b+c';
const timeouts = { connect: 300, headers: 300, body: 300 };

const list: ScimRequest = { method: "GET", path: "/Users?filter=userName+eq+%22a%22" };
const read: ScimRequest = { method: "GET", path: "/Users/2819" };
const create: ScimRequest = { method: "POST", path: "/Users", body: "{}" };
const update: ScimRequest = { method: "PATCH", path: "/Users/2819", body: "{}" };
const remove: ScimRequest = { method: "DELETE", path: "/Users/2819" };

suite("answers of an endpoint", () => {
  const good: readonly (readonly [string, ScimRequest, Reply, ScimAnswer])[] = [
    [
      "a list",
      list,
      json(200, { totalResults: 1, Resources: [{ id: "1" }] }),
      { kind: "list", status: 200, totalResults: 1, resources: [{ id: "1" }] },
    ],
    [
      "an empty list without Resources",
      list,
      json(200, { totalResults: 0 }),
      { kind: "list", status: 200, totalResults: 0, resources: [] },
    ],
    [
      "a resource",
      read,
      json(200, { id: "2819", x: 2 }),
      { kind: "resource", status: 200, resource: { id: "2819", x: 2 } },
    ],
    ["a created resource", create, json(201, { id: "1" }), { kind: "resource", status: 201, resource: { id: "1" } }],
    ["a PATCH with 200", update, json(200, { id: "1" }), { kind: "resource", status: 200, resource: { id: "1" } }],
    ["a PATCH with 204", update, { status: 204 }, { kind: "done", status: 204 }],
    ["a DELETE with 204", remove, { status: 204 }, { kind: "done", status: 204 }],
    ["a DELETE with 200 and a text", remove, { status: 200, body: "ok" }, { kind: "done", status: 200 }],
    [
      "a whole number past 2^53, with all its digits",
      read,
      { status: 200, body: '{"id":"2819","number":9007199254740993}' },
      { kind: "resource", status: 200, resource: { id: "2819", number: "9007199254740993" } },
    ],
    [
      "JSON behind a byte order mark, as application/json",
      read,
      { status: 200, body: '\uFEFF{"id":"2819"}', headers: { "content-type": "application/json" } },
      { kind: "resource", status: 200, resource: { id: "2819" } },
    ],
  ];
  for (const [what, request, reply, expected] of good) {
    test(what, async () => assert.deepEqual(await answer(request, () => reply), expected));
  }
});

suite("failures of an endpoint: each says what came and what to do", () => {
  const html = { status: 200, body: "<!DOCTYPE html><title>Sign in</title>", headers: { "content-type": "text/html" } };
  const refusals: readonly (readonly [string, ScimRequest, Reply, message: RegExp, remedy: RegExp])[] = [
    [
      "401",
      list,
      error(401, "Bad token."),
      /^GET http:.*\/Users\?filter=userName\+eq\+%22a%22 was refused with 401 Unauthorized: Bad token\.$/,
      /secret.*wrong.*expired/,
    ],
    [
      "401 with a detail of two lines",
      list,
      error(401, "Bad\ntoken. "),
      /401 Unauthorized: Bad token\.$/,
      /secret.*wrong/,
    ],
    ["403 without a body", list, { status: 403 }, /was refused with 403 Forbidden\.$/, /right to read and write/],
    ["404 on a query", list, error(404, "No."), /404 Not Found: No\.$/, /^Check the tenant URL; .*with an empty list/],
    [
      "404 on a creation",
      create,
      error(404, "No."),
      /404 Not Found/,
      /^Check the tenant URL: .*nothing at this address/,
    ],
    ["404 on an id", update, error(404, "Gone"), /^PATCH .*\/Users\/2819 .*404/, /gone from the target/],
    [
      "409",
      create,
      error(409, "userName is taken", "uniqueness"),
      /^POST .* 409 Conflict: userName is taken\.$/,
      /Another object of the target/,
    ],
    [
      "400 invalidFilter",
      list,
      error(400, "No such filter", "invalidFilter"),
      /400 Bad Request/,
      /Match on another attribute/,
    ],
    [
      "400 noTarget",
      update,
      error(400, "No match", "noTarget"),
      /400 Bad Request/,
      /no element that this path selects/,
    ],
    [
      "400 with a numeric status",
      create,
      json(400, { status: 400, detail: "x" }),
      /400 Bad Request: x\.$/,
      /its detail says why/,
    ],
    [
      "429",
      list,
      { status: 429, headers: { "retry-after": "30" } },
      /429 Too Many Requests/,
      /Wait before you run again/,
    ],
    [
      "429 that asks for a longer pause than a run waits",
      list,
      { status: 429, headers: { "retry-after": "7200" } },
      /429 Too Many Requests/,
      /^Run again after \d{4}-\d\d-\d\dT[\d:.]+Z: the target asks for that pause\.$/,
    ],
    ["500 with a page", create, { ...html, status: 500 }, /500 Internal Server Error\.$/, /failed on its side/],
    ["503", create, { status: 503 }, /503 Service Unavailable/, /failed on its side/],
    [
      "a redirect",
      list,
      { status: 302, headers: { location: "https://login.example" } },
      /302 Found/,
      /follow no redirect/,
    ],
    ["an unknown status", list, { status: 599 }, /refused with 599\.$/, /failed on its side/],
    ["a web page", list, html, /answered with 200 and a web page\.$/, /sign-in page/],
    ["half a JSON", list, { status: 200, body: '{"totalResults": 1, "Resou' }, /no complete JSON/, /cut off/],
    ["an empty answer", read, { status: 200 }, /200 and an empty body/, /must return the resource/],
    ["201 without an id", create, json(201, { userName: "a" }), /201 and no resource with an id/, /its id/],
    ["another object than the one asked for", read, json(200, { id: "1" }), /no resource with an id/, /its id/],
    [
      "JSON nested deeper than anybody reads",
      read,
      { status: 200, body: `${"[".repeat(70)}${"]".repeat(70)}` },
      /no complete JSON/,
      /broken/,
    ],
    [
      "a compressed answer, which nobody asked for",
      read,
      { status: 200, body: "x", headers: { "content-encoding": "gzip" } },
      /200 and a compressed body/,
      /do not ask for it/,
    ],
    ["201 with a numeric id", create, json(201, { id: 1 }), /no resource with an id that is a text/, /its id/],
    ["a list without totalResults", list, json(200, { Resources: [] }), /no ListResponse/, /section 3\.4\.2/],
    ["totalResults as a text", list, json(200, { totalResults: "0" }), /no ListResponse/, /section 3\.4\.2/],
    ["a list that is a lie", list, json(200, { totalResults: 1 }), /no ListResponse/, /section 3\.4\.2/],
    ["an error message with status 200", read, error(200, "Failed"), /refused with 200 OK: Failed\.$/, /status means/],
    ["no HTTP", list, "noise", /got no answer: what came is no HTTP\.$/, /port/],
    ["a cut connection", create, "reset", /got no answer: the connection was cut\.$/, /log/],
    ["an answer that is cut off", read, "cut", /got no answer: the connection was cut\.$/, /log/],
    [
      "an answer that does not begin",
      list,
      "silence",
      /got no answer: the answer did not begin in time\.$/,
      /60 seconds/,
    ],
    [
      "an answer that stops coming",
      read,
      "endless",
      /got no answer: the answer began and then stopped coming\.$/,
      /60 seconds/,
    ],
    [
      "an answer larger than 10 MB",
      list,
      { status: 200, body: `"${"x".repeat(11 * 1024 * 1024)}"` },
      /larger than 10 MB/,
      /filter/,
    ],
  ];
  for (const [what, request, reply, message, remedy] of refusals) {
    test(what, async () => {
      const failed = await failure(request, () => reply);
      assert.match(failed.message, message);
      assert.match(failed.remedy, remedy);
    });
  }

  test("an endpoint that is down", async () => {
    const { url, stop } = await scimServer(() => ({ status: 200 }));
    await stop();
    const failed = await send(url, list);
    assert.ok(failed.kind === "failure");
    assert.match(failed.message, /got no answer: nothing listens there\.$/);
    assert.equal(failed.status, undefined);
  });

  test("a TLS handshake that never ends", async () => {
    const failed = await overTls(socket => socket);
    assert.match(failed.message, /got no answer: no connection came about in time\.$/);
  });

  test("https to a port that speaks plain http", async () => {
    const failed = await overTls(socket => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    assert.match(failed.message, /got no answer: no TLS connection came about\.$/);
    assert.match(failed.remedy, /whether the port speaks https at all/);
  });

  test("the fields of SCIM's error message are kept, and then nothing is quoted", async () => {
    const { kind, message: _, remedy: __, ...rest } = await failure(create, () => error(409, "Taken.", "uniqueness"));
    assert.deepEqual(rest, { status: 409, scimType: "uniqueness", detail: "Taken." });
  });

  test("of an answer that is no SCIM, the first 500 characters are quoted", async () => {
    const { received } = await failure(list, () => ({ status: 200, body: `<p>${"x".repeat(1000)}` }));
    assert.equal(received, `<p>${"x".repeat(497)}`);
  });

  const codes: readonly (readonly [code: string, message: RegExp])[] = [
    ["ENOTFOUND", /host name is unknown/],
    ["EAI_AGAIN", /cannot be looked up/],
    ["ECONNRESET", /connection was cut/],
    ["UND_ERR_CONNECT_TIMEOUT", /no connection came about in time/],
    ["CERT_HAS_EXPIRED", /certificate has expired/],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", /self-signed/],
    ["ERR_TLS_CERT_ALTNAME_INVALID", /for another host/],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", /no TLS connection/],
    ["EUNHEARDOF", /got no answer: oh no\./],
  ];
  for (const [code, message] of codes) {
    test(`network error ${code}`, () => {
      assert.match(networkFailure("GET x", Object.assign(new Error("oh no"), { code })).message, message);
    });
  }
});

suite("a cancelled request", () => {
  test("ends at once, as a failure", async () => {
    const cancelling = new AbortController();
    const failed = await answer(
      list,
      () => {
        cancelling.abort();
        return "silence";
      },
      cancelling.signal,
    );
    assert.ok(failed.kind === "failure");
    assert.match(failed.message, /got no answer: it was cancelled\.$/);
  });

  test("is not sent when it was cancelled before", async () => {
    const failed = await answer(list, () => assert.fail("a request arrived"), AbortSignal.abort());
    assert.ok(failed.kind === "failure");
  });
});

suite("secrets", () => {
  const echoes: readonly (readonly [string, (authorization: string) => Reply])[] = [
    ["in a page", authorization => ({ status: 500, body: `<p>${authorization}</p>` })],
    ["in SCIM's detail", authorization => error(401, `Unknown: ${authorization}`)],
    ["in SCIM's scimType", authorization => json(400, { scimType: authorization })],
    ["in unexpected JSON", authorization => json(200, { token: authorization })],
    ["percent-encoded", authorization => ({ status: 200, body: encodeURIComponent(authorization) })],
    ["far into the text", authorization => ({ status: 500, body: `${"x".repeat(490)}${authorization}` })],
  ];
  for (const type of ["bearer", "basic"] as const) {
    for (const [where, reply] of echoes) {
      test(`a ${type} secret that the endpoint echoes ${where} is nowhere in the failure`, async () => {
        const failed = await failure(list, ({ headers }) => reply(String(headers.authorization)), {
          type,
          user: "ada",
        });
        const text = Object.values(failed).join("\n");
        const encoded = Buffer.from(`ada:${canary}`).toString("base64");
        for (const form of ["canary", encodeURIComponent(canary), encoded]) {
          assert.ok(!text.includes(form), text);
        }
      });
    }
  }
});

function json(status: number, body: unknown): Reply {
  return { status, body: JSON.stringify(body) };
}

function error(status: number, detail: string, scimType?: string): Reply {
  return json(status, {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: `${status}`,
    scimType,
    detail,
  });
}

async function failure(request: ScimRequest, script: Script, authentication?: Authentication): Promise<ScimFailure> {
  const came = await answer(request, script, undefined, authentication);
  assert.ok(came.kind === "failure", JSON.stringify(came));
  return came;
}

interface Authentication {
  readonly type: "bearer" | "basic";
  readonly user: string;
}

async function answer(
  request: ScimRequest,
  script: Script,
  signal?: AbortSignal,
  authentication?: Authentication,
): Promise<ScimAnswer> {
  const server = await scimServer(script);
  try {
    return await send(server.url, request, signal, authentication);
  } finally {
    await server.stop();
  }
}

function send(
  endpoint: string,
  request: ScimRequest,
  signal?: AbortSignal,
  authentication: Authentication = { type: "bearer", user: "ada" },
): Promise<ScimAnswer> {
  const settings = { endpoint, authentication, secret: canary, timeouts, figures: { attempts: 1 } };
  return openTarget({ ...settings, world: { clock: fakeClock() } }).send(request, signal);
}

/** What comes of https to a bare TCP server. */
async function overTls(connected: (socket: import("node:net").Socket) => unknown): Promise<ScimFailure> {
  const server = createServer(socket => {
    socket.on("error", () => undefined);
    connected(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const failed = await send(`https://127.0.0.1:${(server.address() as AddressInfo).port}`, list);
    assert.ok(failed.kind === "failure");
    return failed;
  } finally {
    server.close();
  }
}
