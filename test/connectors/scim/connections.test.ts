import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { join } from "node:path";
import { env } from "node:process";
import type { TlsOptions } from "node:tls";
import { readCertificates } from "../../../server/src/connectors/scim/http/readCertificates.ts";
import { openTarget, type TargetSettings } from "../../../server/src/connectors/scim/openTarget.ts";
import type { ScimAnswer, ScimRequest } from "../../../server/src/engine/ports.ts";
import { fakeClock } from "../../harness/fakeClock.ts";
import { faultServer } from "../../harness/faultServer.ts";
import { memoryTarget } from "../../harness/memoryTarget.ts";

const list: ScimRequest = { method: "GET", path: "/Users?filter=userName+eq+%22a%22" };
const create: ScimRequest = { method: "POST", path: "/Users", body: '{"userName":"a"}' };
const folder = join(import.meta.dirname, "..", "..", "harness", "certificates");
const pem = (name: string) => readFileSync(join(folder, `${name}.pem`), "utf8");
const certificate = (name: string): TlsOptions => ({ key: pem(name), cert: pem(name) });
const authorities = pem("authority");

suite("connections over TLS", () => {
  const rows: readonly (readonly [string, TlsOptions, TargetSettings["network"], message: RegExp, remedy: RegExp])[] = [
    [
      "a certificate of an authority that nobody knows",
      certificate("good"),
      {},
      /its certificate leads to an unknown authority\.$/,
      /certificateAuthority/,
    ],
    [
      "a certificate that has expired",
      certificate("expired"),
      { authorities },
      /its certificate has expired\.$/,
      /Renew the endpoint's certificate/,
    ],
    [
      "a certificate for another host",
      certificate("otherHost"),
      { authorities },
      /its certificate is for another host\.$/,
      /names this host/,
    ],
    [
      "TLS 1.1",
      { ...certificate("good"), maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" },
      { authorities },
      /no TLS connection came about\.$/,
      /must speak TLS 1\.2 or later/,
    ],
  ];
  for (const [what, tls, network = {}, message, remedy] of rows) {
    test(`${what}: nothing is sent, and it is not tried again`, () =>
      over(tls, network, async (send, store) => {
        for (const request of [list, create]) {
          const answer = await send(request);
          assert.ok(answer.kind === "failure");
          assert.match(answer.message, message);
          assert.match(answer.remedy, remedy);
          assert.deepEqual([answer.isUncertain, answer.status], [undefined, undefined]);
        }
        assert.deepEqual(store.requests, []);
      }));
  }

  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    test(`${version} with an authority of one's own`, () =>
      over({ ...certificate("good"), maxVersion: version, minVersion: version }, { authorities }, async send => {
        assert.equal((await send(list)).kind, "list");
      }));
  }

  test("a file of certificates is read, and one that holds none is refused", async () => {
    assert.equal(await readCertificates(join(folder, "authority.pem")), authorities);
    const message = /README\.md: the file holds no certificate in PEM\. .*BEGIN CERTIFICATE/;
    await assert.rejects(readCertificates(join(folder, "README.md")), { name: "InputError", message });
  });
});

suite("a host that is not there", () => {
  test("an unknown name: asked for again, even for a POST, and then told", async () => {
    const endpoint = "https://scim.test.invalid/scim";
    const target = openTarget({ endpoint, authentication: { type: "none" }, world: { clock: fakeClock() } });
    const answer = await target.send(create);
    assert.ok(answer.kind === "failure");
    assert.match(
      answer.message,
      /got no answer: the host name (?:is unknown|cannot be looked up now)\. It was sent 4 times\.$/,
    );
    assert.equal(answer.isUncertain, undefined);
  });
});

suite("a proxy on the way", () => {
  const variables = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"];
  const before = Object.fromEntries(variables.map(name => [name, env[name]]));
  setup(() => {
    for (const name of variables) delete env[name];
  });
  suiteTeardown(() => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete env[name];
      else env[name] = value;
    }
  });

  test("is taken from HTTPS_PROXY, and resolves the host's name", () =>
    throughProxy(200, async (address, send, asked) => {
      env.HTTPS_PROXY = address;
      assert.equal((await send({})).kind, "list");
      assert.equal(asked.length, 1);
      assert.match(asked[0] ?? "", /^scim\.test\.invalid:\d+ Basic /);
    }));

  test("is the one that is given, before the one of the environment", () =>
    throughProxy(200, async (address, send, asked) => {
      env.HTTPS_PROXY = "http://127.0.0.1:9";
      assert.equal((await send({ proxy: address })).kind, "list");
      assert.equal(asked.length, 1);
    }));

  test("is passed by for a host in NO_PROXY", () =>
    throughProxy(200, async (address, send, asked) => {
      Object.assign(env, { HTTPS_PROXY: address, NO_PROXY: "test.invalid" });
      const answer = await send({});
      assert.ok(answer.kind === "failure");
      assert.match(answer.message, /the host name/);
      assert.deepEqual(asked, []);
    }));

  test("is passed by for this machine", () =>
    over(certificate("good"), { authorities, proxy: "http://127.0.0.1:9" }, async send => {
      assert.equal((await send(list)).kind, "list");
    }));

  test("that lets nothing through is named, and its password is not", () =>
    throughProxy(407, async (address, send) => {
      const answer = await send({ proxy: address });
      assert.ok(answer.kind === "failure");
      assert.match(answer.message, /got no answer: the proxy let nothing through and answered 407\./);
      assert.match(answer.remedy, /HTTPS_PROXY.*NO_PROXY/);
      assert.doesNotMatch(JSON.stringify(answer), /canary/);
    }));
});

type Send = (request: ScimRequest) => Promise<ScimAnswer>;

async function over(
  tls: TlsOptions,
  network: NonNullable<TargetSettings["network"]>,
  act: (send: Send, store: ReturnType<typeof memoryTarget>) => Promise<void>,
): Promise<void> {
  const store = memoryTarget();
  const server = await faultServer(store, () => undefined, tls);
  const world = { clock: fakeClock() };
  try {
    const target = openTarget({ endpoint: server.url, authentication: { type: "none" }, network, world });
    await act(target.send, store);
  } finally {
    await server.stop();
  }
}

/** A server that only a proxy finds, and the proxy, which answers with a status. `asked` has the hosts and the credentials. */
async function throughProxy(
  status: number,
  act: (
    address: string,
    send: (network: NonNullable<TargetSettings["network"]>) => Promise<ScimAnswer>,
    asked: readonly string[],
  ) => Promise<void>,
): Promise<void> {
  const server = await faultServer(memoryTarget(), () => undefined, certificate("good"));
  const { port } = new URL(server.url);
  const asked: string[] = [];
  const sockets: Socket[] = [];
  const proxy = createServer().on("connect", (request, socket: Socket) => {
    asked.push(`${request.url} ${request.headers["proxy-authorization"]}`);
    sockets.push(socket);
    socket.on("error", () => undefined).write(`HTTP/1.1 ${status} X\r\n\r\n`);
    if (status === 200) socket.pipe(connect(Number(port), "127.0.0.1")).pipe(socket);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = `http://ada:canary-5d@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const endpoint = `https://scim.test.invalid:${port}/scim`;
  const send = (network: NonNullable<TargetSettings["network"]>) =>
    openTarget({
      endpoint,
      authentication: { type: "none" },
      network: { authorities, ...network },
      figures: { attempts: 1 },
      world: { clock: fakeClock() },
    }).send(list);
  try {
    await act(address, send, asked);
  } finally {
    for (const socket of sockets) socket.destroy();
    proxy.close();
    await server.stop();
  }
}
