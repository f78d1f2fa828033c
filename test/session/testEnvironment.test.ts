import assert from "node:assert/strict";
import { join } from "node:path";
import { createSandboxes } from "../../server/src/session/sandboxes.ts";
import { testEnvironment } from "../../server/src/session/testEnvironment.ts";
import { type ScimServer, scimServer } from "../harness/scimServer.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
const nobody = JSON.stringify({ schemas, totalResults: 0, Resources: [] });

suite("test connection", () => {
  let files: TemporaryWorkspace;
  let server: ScimServer;
  let status = 200;
  suiteSetup(async () => {
    server = await scimServer(() => ({ status, body: status === 200 ? nobody : "{}" }));
    const authentication = { type: "bearer", secret: "t" };
    files = await temporaryWorkspace({
      "a.provmap": smallMapping,
      "off.provmap": smallMapping.replace("source: User", "source: User\n  enabled: false"),
      "mapwright.json": { environments: { test: { endpoint: server.url, authentication } } },
    });
  });
  suiteTeardown(async () => {
    await server.stop();
    await files.remove();
  });
  setup(() => {
    status = 200;
  });

  const run = async (file: string, environment = "test", secret: string | undefined = "t0ken") => {
    const sandboxes = createSandboxes();
    const settings = { file: join(files.folder, file), environment, sandboxes, secret: async () => secret };
    const before = server.received.length;
    const report = await testEnvironment(settings).finally(() => sandboxes.stop());
    return { report, sent: server.received.slice(before) };
  };

  test("an endpoint that answers is connected, and was asked with the secret by what the mapping matches", async () => {
    const { report, sent } = await run("a.provmap");
    assert.equal(report.state, "connected");
    assert.deepEqual(report.environment, {
      name: "test",
      endpoint: server.url,
      write: false,
      secret: "t",
      secretOrigins: [new URL(server.url).origin],
    });
    assert.deepEqual(
      sent.map(({ headers }) => headers.authorization),
      ["Bearer t0ken"],
    );
    assert.match(sent[0]?.url ?? "", /^\/scim\/Users\?filter=userName\+eq\+/);
  });

  test("one that refuses has failed, with reason and remedy", async () => {
    status = 401;
    const { report } = await run("a.provmap");
    assert.equal(report.state, "failed");
    assert.equal(report.failure?.errorCode, "Unauthorized");
    assert.ok(report.failure?.recommendedAction);
    assert.ok(!JSON.stringify(report).includes("t0ken"));
  });

  for (const [file, what] of [
    [".", "a folder"],
    ["off.provmap", "a file without an enabled mapping"],
  ] as const) {
    test(`${what} is tested as Entra's default mappings would`, async () => {
      const { report, sent } = await run(file);
      assert.equal(report.state, "connected");
      assert.deepEqual(
        sent.map(({ url }) => url.split("?")[0]),
        ["/scim/Users", "/scim/Groups"],
      );
    });
  }

  test("the sandbox is connected", async () => {
    assert.equal((await run("a.provmap", "sandbox")).report.state, "connected");
  });

  test("a missing secret and an unknown environment are refused, with nothing sent", async () => {
    const before = server.received.length;
    await assert.rejects(run("a.provmap", "test", ""), { name: "InputError" });
    await assert.rejects(run("a.provmap", "tset"), { name: "InputError", message: /Did you mean 'test'\?/ });
    assert.equal(server.received.length, before);
  });
});
