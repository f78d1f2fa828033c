import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Finished, mapwright } from "../harness/commandLine.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const canary = "canary-7d1f0c52";
const env = { MAPWRIGHT_SECRET_TARGET: canary };

const teamMapping = `${smallMapping}
mapping "Groups" {
  source: Group
  target: "urn:ietf:params:scim:schemas:core:2.0:Group"

  displayName <- [displayName] match 1
  members <- [members]
}
`;

/** An endpoint that answers everything in one way. */
async function endpoint(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`;
}

suite("command line: preview and provision", function () {
  this.timeout(60_000);
  let workspace: TemporaryWorkspace;
  const servers: Server[] = [];
  const received: string[] = [];

  suiteSetup(async () => {
    const refusing = await endpoint((request, response) => {
      received.push(request.method ?? "");
      response.writeHead(401, { "content-type": "application/json" });
      response.end(JSON.stringify({ detail: `no access with ${request.headers.authorization}` }));
    });
    const web = await endpoint((request, response) => {
      received.push(request.method ?? "");
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<html>Sign in instead of ${request.headers.authorization}</html>`);
    });
    const closed = await endpoint(() => {});
    const down = addressOf(closed);
    await new Promise(resolve => closed.close(resolve));
    servers.push(refusing, web);
    const authentication = { type: "bearer", secret: "target" };
    workspace = await temporaryWorkspace({
      "good.provmap": smallMapping,
      "bad.provmap": smallMapping.replace("Switch(", "Swich("),
      "groups.provmap": smallMapping.replace("source: User", "source: Group"),
      "people.json": smallDirectory,
      "team.provmap": teamMapping,
      "team.json": { ...smallDirectory, groups: [{ id: "t", displayName: "Team", members: ["ada@contoso.com"] }] },
      "broken.json": '{\n  "users": [\n    {"id": "1" "mail": "x"}\n  ]\n}',
      "mapwright.json": {
        directory: "people.json",
        environments: {
          sandbox: { endpoint: "sandbox", data: "kept" },
          empty: { endpoint: "sandbox" },
          down: { endpoint: down, authentication, write: true },
          refusing: { endpoint: addressOf(refusing), authentication, write: true },
          web: { endpoint: addressOf(web), authentication, write: true },
          readonly: { endpoint: addressOf(refusing), authentication },
          nosecret: { endpoint: addressOf(refusing), authentication: { type: "bearer", secret: "other" }, write: true },
        },
      },
    });
  });
  suiteTeardown(async () => {
    for (const server of servers) server.close();
    await workspace.remove();
  });

  const run = async (...args: readonly string[]): Promise<Finished> => {
    const finished = await mapwright(args, { cwd: workspace.folder, env });
    assert.doesNotMatch(finished.stdout + finished.stderr, new RegExp(canary), "a secret is never printed");
    return finished;
  };

  const ada = ["--user", "ada@contoso.com"];

  test("preview shows verdict, steps, attributes and the request that is not sent", async () => {
    const { code, stdout, stderr } = await run("preview", "good.provmap", "--user", "ada@contoso.com");
    assert.equal(code, 0, stderr);
    for (const part of [
      /^[^\n]*Ada Lovelace[^\n]*\n/,
      /Users · environment sandbox · dry run, nothing is written/,
      /✓ department EQUALS 'Engineering'/,
      /userName += "ada@contoso\.com"|userName = "ada@contoso\.com": 0 found/,
      /target +source +old +new +why/,
      /POST \/Users {2}create, not sent/,
      / {4}"userName": "ada@contoso\.com"/,
    ]) {
      assert.match(stdout, part);
    }
  });

  test("preview --format json is the result itself", async () => {
    const { code, stdout } = await run("preview", "good.provmap", "--user", "ada@contoso.com", "--format", "json");
    const result = JSON.parse(stdout);
    assert.equal(code, 0);
    assert.deepEqual([result.mode, result.mapping, result.action], ["dryRun", "Users", "create"]);
    assert.deepEqual(
      result.attributes.map(({ target, newValue }: Record<string, unknown>) => [target, newValue]),
      [
        ["userName", "ada@contoso.com"],
        ["active", "True"],
        ["displayName", "Ada Lovelace"],
      ],
    );
    assert.deepEqual(
      result.requests.map(({ method, sent }: Record<string, unknown>) => [method, sent]),
      [
        ["GET", true],
        ["POST", false],
      ],
    );
    assert.ok(Array.isArray(result.onDemand.provisioningSteps));
  });

  test("a user out of scope is skipped with the clause's reason, and that is no failure", async () => {
    const { code, stdout } = await run("preview", "good.provmap", "--user", "bob@contoso.com");
    assert.equal(code, 0);
    assert.match(stdout, /✗ department EQUALS 'Engineering' .*Sales/);
    assert.doesNotMatch(stdout, /POST/);
  });

  test("what provision writes is there for the next preview", async () => {
    const provisioned = await run("provision", "good.provmap", "--user", "ada@contoso.com");
    assert.equal(provisioned.code, 0, provisioned.stderr);
    assert.match(provisioned.stdout, /POST \/Users {2}create, 201/);
    const { code, stdout } = await run("preview", "good.provmap", "--user", "ada@contoso.com", "--format", "json");
    assert.equal(code, 0);
    const { action, onDemand } = JSON.parse(stdout);
    assert.deepEqual([action, onDemand.statusInfo.skipReason], ["skip", "RedundantExport"]);
  });

  test("preview --changed tells what an incremental cycle may do, in words and as JSON", async () => {
    const args = ["preview", "good.provmap", "--user", "ada@contoso.com", "--changed", "displayName, mail"];
    const { code, stdout, stderr } = await run(...args);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /\nWhen only displayName, mail have changed\n {2}/);
    const { delta } = JSON.parse((await run(...args, "--format", "json")).stdout);
    assert.deepEqual(delta.changed, ["displayName", "mail"]);
    const wrong = await run("preview", "good.provmap", "--user", "ada@contoso.com", "--changed", "displayname");
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /^mapwright: User has no attribute "displayname" that could have changed\./);
  });

  test("a group comes with its members, and both modes can be compared", async () => {
    const args = ["preview", "team.provmap", "--group", "Team", "--member", "ada@contoso.com", "--wire"];
    const { code, stdout, stderr } = await run(...args, "--directory", "team.json");
    assert.equal(code, 0, stderr);
    for (const part of [
      /^Team would be created in Learning\.\n/,
      /members: .*Ada Lovelace is not in Learning|members +\[members\] .*\(Ada Lovelace\)/,
      /Without the flag aadOptscim062020, as this run writes\n {2}POST \/Groups\n/,
      /With the flag aadOptscim062020\n {2}POST \/Groups\n/,
      /Where servers stumble\n {2}! without the flag: schemas names Microsoft's schema ADSCIM/,
    ]) {
      assert.match(stdout, part);
    }
    const json = await run(...args, "--directory", "team.json", "--format", "json");
    const { wire } = JSON.parse(json.stdout);
    assert.deepEqual([wire.used, wire.default[0].method], ["default", "POST"]);
  });

  test("preview --save-as-test appends a test that passes, and keeps the encoding of the file", async () => {
    await workspace.write("kept.provmap", Buffer.from(`\uFEFF${teamMapping}`, "utf16le"));
    const about = ["kept.provmap", "--directory", "team.json"];
    const saving = ["preview", ...about, "--environment", "empty", "--save-as-test"];
    const user = await run(...saving, "Ada is created", ...ada);
    assert.equal(user.code, 0, user.stderr);
    assert.match(user.stdout, /\n\nSaved as the test "Ada is created" in kept\.provmap:27\.\n$/);
    const group = await run(...saving, "The team is created", "--group", "Team", "--format", "json");
    assert.equal(JSON.parse(group.stdout).action, "create");
    assert.equal(
      group.stderr,
      'Saved as the test "The team is created" in kept.provmap:37.\nLeft out, as a test holds no object but its own: members.\n',
    );
    const tested = await run("test", ...about);
    assert.match(tested.stdout, /✓ Ada is created\n {2}✓ The team is created\n\n2 passed in 1 file\.\n$/);
    const formatted = await run("format", "--check", "kept.provmap");
    assert.equal(formatted.code, 0, formatted.stdout);
  });

  test("preview --save-as-test that cannot be done leaves the file as it is", async () => {
    const args = ["preview", "good.provmap", ...ada, "--environment", "refusing", "--save-as-test", "Ada"];
    const { code, stderr } = await run(...args);
    assert.equal(code, 2);
    assert.match(stderr, /^mapwright: This cannot be a test that passes\. The action "fail" rests on [^\n]+\n$/);
    assert.equal(await workspace.read("good.provmap"), smallMapping);
  });

  const failing: readonly (readonly [environment: string, told: RegExp])[] = [
    ["down", /ECONNREFUSED|refused|not reach|no answer/i],
    ["refusing", /401/],
    ["web", /HTML|no SCIM|not a SCIM|no JSON/i],
  ];
  for (const [environment, told] of failing) {
    test(`preview against an endpoint that is ${environment} fails in its step`, async () => {
      const args = ["preview", "good.provmap", "--user", "ada@contoso.com", "--environment", environment];
      const text = await run(...args);
      assert.equal(text.code, 1, text.stderr);
      assert.equal(text.stderr, "");
      assert.match(text.stdout, told);
      const json = await run(...args, "--format", "json");
      assert.equal(JSON.parse(json.stdout).action, "fail");
    });
  }

  const refused: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [["preview", "nothing.provmap", ...ada], /nothing\.provmap: there is no such file/],
    [
      ["preview", "good.provmap", "--user", "adda@contoso.com"],
      /no user "adda@contoso\.com".*Did you mean 'ada@contoso\.com'\?/,
    ],
    [["preview", "good.provmap", "--user", "somebody"], /no user "somebody".*id, userPrincipalName or mail/],
    [["preview", "good.provmap", ...ada, "--mapping", "User"], /no mapping "User"\. Did you mean 'Users'\?/],
    [["preview", "good.provmap", ...ada, "--environment", "donw"], /no environment "donw".*Did you mean 'down'\?/],
    [["preview", "good.provmap", ...ada, "--directory", "broken.json"], /broken\.json:3:1\d: /],
    [["preview", "groups.provmap", ...ada], /no mapping with "source: User"/],
    [["preview", "bad.provmap", ...ada], /bad\.provmap:15:13: .*Swich.*"Users" has an error/],
    [["preview", "good.provmap", ...ada, "--environment", "nosecret"], /"other" is not set.*MAPWRIGHT_SECRET_OTHER/],
    [["provision", "good.provmap", ...ada, "--environment", "refusing"], /Repeat with --yes to go ahead/],
    [["provision", "good.provmap", ...ada, "--environment", "readonly"], /read-only.*add "write": true/],
  ];
  for (const [args, message] of refused) {
    test(`mapwright ${args.join(" ")} is refused in one line, with nothing sent`, async () => {
      received.length = 0;
      const { code, stdout, stderr } = await run(...args);
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, message);
      assert.match(stderr, /^mapwright: [^\n]+\n$/);
      assert.deepEqual(received, []);
    });
  }

  const configurations: readonly (readonly [title: string, content: string, message: RegExp])[] = [
    ["no JSON", '{ "directory": }', /mapwright\.json:1:16: /],
    ["an unknown member", '{ "enviroments": {} }', /mapwright\.json:1:\d+: .*unknown member "enviroments"/],
  ];
  for (const [title, content, message] of configurations) {
    test(`a mapwright.json with ${title} is refused at its place`, async () => {
      const broken = await temporaryWorkspace({ "good.provmap": smallMapping, "mapwright.json": content });
      try {
        const { code, stderr } = await mapwright(["preview", "good.provmap", ...ada], { cwd: broken.folder });
        assert.equal(code, 2);
        assert.match(stderr, message);
        assert.match(stderr, /^mapwright: [^\n]+\n$/);
      } finally {
        await broken.remove();
      }
    });
  }

  test("without a directory it says where to name one", async () => {
    const bare = await temporaryWorkspace({ "good.provmap": smallMapping });
    try {
      const { code, stderr } = await mapwright(["preview", "good.provmap", ...ada], { cwd: bare.folder });
      assert.equal(code, 2);
      assert.match(
        stderr,
        /^mapwright: No directory of users is named\. [^\n]*mapwright\.json[^\n]*--directory[^\n]*\n$/,
      );
    } finally {
      await bare.remove();
    }
  });
});
