import assert from "node:assert/strict";
import { mapwright } from "../harness/commandLine.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];

suite("command line: test-connection, show-sandbox, reset-sandbox", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({
      "a.provmap": smallMapping,
      "seed.json": { users: [{ schemas, userName: "ada@contoso.com", displayName: "Ada", active: false }] },
      "mapwright.json": {
        environments: {
          sandbox: { endpoint: "sandbox", seed: "seed.json", data: "kept" },
          away: { endpoint: "http://127.0.0.1:9/scim", limits: { secondsToConnect: 1 } },
          secret: { endpoint: "https://scim.example", authentication: { type: "bearer", secret: "not-set" } },
        },
      },
    });
  });
  suiteTeardown(() => workspace.remove());
  const run = (...args: readonly string[]) => mapwright(args, { cwd: workspace.folder });

  test("a connection that works exits 0 and tells what was asked", async () => {
    const { code, stdout } = await run("test-connection", "a.provmap");
    assert.equal(code, 0);
    assert.match(stdout, /^sandbox · sandbox · connected\n {2}GET \/Users\?filter=\S+ 200\n$/);
  });

  test("one that fails exits 1 and says why, and what to do", async () => {
    const { code, stdout } = await run("test-connection", ".", "--environment", "away");
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^away · http:\/\/127\.0\.0\.1:9\/scim · failed\n {2}GET \/Users\?filter=\S+ no answer\n.+\n.+\n$/,
    );
  });

  test("a missing secret exits 2", async () => {
    const { code, stdout, stderr } = await run("test-connection", "a.provmap", "--environment", "secret");
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /MAPWRIGHT_SECRET_NOT_SET/);
  });

  test("a sandbox is shown as a table, and as JSON with every resource", async () => {
    assert.match(
      (await run("show-sandbox", "a.provmap")).stdout,
      /^1 users, 0 groups\n.*\nUser +ada@contoso\.com +Ada +disabled /,
    );
    const { application, environment, users } = JSON.parse(
      (await run("show-sandbox", "a.provmap", "--format", "json")).stdout,
    );
    assert.deepEqual([application, environment, users[0].userName], ["Learning", "sandbox", "ada@contoso.com"]);
  });

  test("a sandbox is reset to its seed", async () => {
    await workspace.write("seed.json", { users: [] });
    const { stdout } = await run("reset-sandbox", "a.provmap", "--format", "json");
    assert.deepEqual(JSON.parse(stdout), { application: "Learning", environment: "sandbox", users: 0, groups: 0 });
    assert.match((await run("show-sandbox", "a.provmap")).stdout, /^0 users, 0 groups\n/);
  });

  test("an environment that is no sandbox exits 2", async () => {
    const { code, stderr } = await run("reset-sandbox", "a.provmap", "--environment", "secret");
    assert.equal(code, 2);
    assert.match(stderr, /is no sandbox/);
  });
});
