import assert from "node:assert/strict";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import { mapwright } from "../harness/commandLine.ts";
import { smallDirectory, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

suite("command line: new", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  setup(async () => {
    workspace = await temporaryWorkspace({ "directory.json": smallDirectory });
  });
  teardown(() => workspace.remove());
  const run = (...args: readonly string[]) => mapwright(args, { cwd: workspace.folder });

  test("--list shows every template with its connector, its objects and what it asks for", async () => {
    const { code, stdout } = await run("new", "--list");
    assert.equal(code, 0);
    assert.match(stdout, /^Template +Application +Connector +Provisions +Asks for\n/);
    assert.match(stdout, /^slack +Slack +SCIM 1\.1 +User, Group +consent of an administrator$/m);
    assert.equal(stdout.trimEnd().split("\n").length, 16);
  });

  test("--list in JSON has the page and the limits too", async () => {
    const { stdout } = await run("new", "--list", "--format", "json");
    const { templates } = JSON.parse(stdout) as {
      templates: readonly { id: string; tutorial: string; limits: unknown }[];
    };
    const zoom = templates.find(({ id }) => id === "zoom");
    assert.match(zoom?.tutorial ?? "", /zoom-provisioning-tutorial$/);
    assert.ok(Array.isArray(zoom?.limits));
  });

  test("a template becomes a file that checks, an environment and the next step, which works", async () => {
    const url = "https://acme.snowflakecomputing.com/scim/v2";
    const { code, stdout } = await run("new", "--template", "snowflake", "--scope", "all", "--tenant-url", url);
    assert.equal(code, 0);
    assert.deepEqual(stdout.split("\n"), [
      "snowflake.provmap: 2 mappings with 9 attribute mappings",
      'mapwright.json: the environment "snowflake", which is only read from',
      "Its secret is read from MAPWRIGHT_SECRET_SNOWFLAKE.",
      "Next: mapwright preview snowflake.provmap --user <id>",
      "",
    ]);
    assert.equal((await run("check", "snowflake.provmap")).code, 0);
    assert.equal((await run("format", "--check", "snowflake.provmap")).code, 0);
    const preview = await run(
      "preview",
      "snowflake.provmap",
      "--user",
      "ada@contoso.com",
      "--directory",
      "directory.json",
    );
    assert.match(preview.stdout, /create/);
  });

  suite("--custom", () => {
    let sandbox: Sandbox;
    suiteSetup(async () => {
      sandbox = await startSandbox({});
    });
    suiteTeardown(() => sandbox.stop());

    test("asks the endpoint, with the secret of the process environment, and writes no secret", async () => {
      const { code, stdout } = await mapwright(
        ["new", "Learning", "--custom", "--tenant-url", sandbox.url, "--secret-name", "my secret", "--format", "json"],
        { cwd: workspace.folder, env: { MAPWRIGHT_SECRET_MY_SECRET: sandbox.token } },
      );
      assert.equal(code, 0);
      const created = JSON.parse(stdout);
      assert.deepEqual(created.schemas, { kind: "found" });
      assert.equal(created.file, join(workspace.folder, "learning.provmap"));
      const written = (await workspace.read("learning.provmap")) + (await workspace.read("mapwright.json"));
      assert.ok(written.includes('secret("my secret")') && !written.includes(sandbox.token));
    });

    test("says what hindered it, and writes Entra's defaults", async () => {
      const { code, stdout } = await run("new", "Learning", "--custom", "--tenant-url", sandbox.url);
      assert.equal(code, 0);
      assert.match(stdout, /^The attributes are Entra's defaults\. The secret "learning" is not set\. /m);
    });
  });

  const wrong: readonly (readonly [args: readonly string[], RegExp])[] = [
    [["new"], /Say what it is made from: give --template <id>, which --list shows, or --custom\./],
    [["new", "--custom"], /Say where it listens: give --tenant-url <url>\./],
    [["new", "--custom", "--template", "zoom"], /cannot be used with/],
    [
      ["new", "--custom", "--tenant-url", "https://scim.example", "--authentication", "oauth"],
      /OAuth needs the address that gives out access tokens \(--token-endpoint\)/,
    ],
    [["new", "--template", "none"], /There is no gallery template "none"/],
    [["new", "--template", "zoom", "--tenant-url", "http://zoom.us"], /must begin with https/],
    [["new", "--template", "zoom", "-o", "directory.json"], /the file exists already/],
    [["new", "--template", "zoom", "-o", "none/zoom.provmap"], /the file cannot be written/],
  ];
  for (const [args, message] of wrong) {
    test(`${args.join(" ")} is told in one line, with exit code 2`, async () => {
      const { code, stdout, stderr } = await run(...args);
      assert.deepEqual([code, stdout, stderr.trimEnd().split("\n").length], [2, "", 1]);
      assert.match(stderr, message);
    });
  }
});
