import assert from "node:assert/strict";
import { join } from "node:path";
import { loadWorkspace } from "../../../server/src/connectors/workspace/loadWorkspace.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../../harness/workspace.ts";

suite("loadWorkspace", () => {
  let files: TemporaryWorkspace;
  setup(async () => {
    files = await temporaryWorkspace({});
  });
  teardown(() => files.remove());

  test("without a mapwright.json there is a throw-away lenient sandbox", async () => {
    const file = await files.write("a.provmap", "");
    assert.deepEqual(await loadWorkspace(file), {
      folder: files.folder,
      environments: {
        sandbox: {
          endpoint: "sandbox",
          authentication: { type: "none" },
          write: true,
          mode: "lenient",
          testsConnection: false,
          verifies: false,
          limits: {},
          wire: {},
        },
      },
      rules: {},
    });
  });

  test("the nearest mapwright.json upward counts, and its paths start from its folder", async () => {
    await files.write("mapwright.json", { directory: "../outer.json" });
    const inner = await files.write("team/mapwright.json", {
      directory: "people.json",
      environments: { sandbox: { endpoint: "sandbox", data: "kept", seed: "seed.json", mode: "strict" } },
    });
    const file = await files.write("team/maps/deep/a.provmap", "");
    const { configurationFile, directory, environments } = await loadWorkspace(file);
    assert.equal(configurationFile, inner);
    assert.equal(directory, join(files.folder, "team/people.json"));
    assert.deepEqual(environments.sandbox, {
      endpoint: "sandbox",
      authentication: { type: "none" },
      write: true,
      mode: "strict",
      testsConnection: false,
      verifies: false,
      limits: {},
      wire: {},
      data: join(files.folder, "team/kept"),
      seed: join(files.folder, "team/seed.json"),
    });
  });

  test("a folder is asked about as a file in it, and a file that does not exist too", async () => {
    const configuration = await files.write("mapwright.json", {});
    assert.equal((await loadWorkspace(files.folder)).configurationFile, configuration);
    assert.equal((await loadWorkspace(join(files.folder, "new.provmap"))).configurationFile, configuration);
  });

  test("an endpoint is read-only unless it says otherwise; the sandbox stays", async () => {
    await files.write("mapwright.json", {
      environments: {
        test: {
          endpoint: "https://scim.test.example/v2",
          authentication: { type: "bearer", secret: "t" },
          write: true,
        },
        production: { endpoint: "http://localhost:8080/scim" },
      },
      rules: { "scope-regex-unanchored": "off" },
    });
    const { environments, rules } = await loadWorkspace(files.folder);
    assert.deepEqual(Object.keys(environments), ["sandbox", "test", "production"]);
    assert.deepEqual(environments.test?.authentication, { type: "bearer", secret: "t" });
    assert.deepEqual([environments.test?.write, environments.production?.write], [true, false]);
    assert.deepEqual(rules, { "scope-regex-unanchored": "off" });
  });

  test("how requests are written is a matter of the environment", async () => {
    const wire = { flag: "aadOptscim062020", memberBatch: 20, groupMarkerSchema: false, flagInUrl: true };
    await files.write("mapwright.json", { environments: { t: { endpoint: "sandbox", testConnection: true, wire } } });
    const { environments } = await loadWorkspace(files.folder);
    assert.deepEqual(environments.t?.wire, wire);
    assert.deepEqual([environments.t?.testsConnection, environments.sandbox?.testsConnection], [true, false]);
  });

  test("how an endpoint is reached is a matter of the environment, and the path starts from its folder", async () => {
    const authentication = { type: "oauth", tokenEndpoint: "https://login.example/t", clientId: "c", secret: "s" };
    const limits = { requestsPerSecond: 10, secondsToAnswer: 90 };
    const t = { endpoint: "https://a.example", authentication, limits, verify: true, certificateAuthority: "ca.pem" };
    await files.write("mapwright.json", { environments: { t } });
    const { environments } = await loadWorkspace(files.folder);
    assert.deepEqual(environments.t?.authentication, authentication);
    assert.deepEqual(
      [environments.t?.limits, environments.t?.verifies, environments.t?.certificateAuthority],
      [limits, true, join(files.folder, "ca.pem")],
    );
  });

  test("comments and trailing commas are allowed", async () => {
    await files.write("mapwright.json", '// ours\n{ "directory": "d.json", /* all */ }');
    assert.equal((await loadWorkspace(files.folder)).directory, join(files.folder, "d.json"));
  });

  const mistakes: readonly (readonly [what: string, text: string, message: RegExp])[] = [
    [
      "a missing comma",
      '{\n  "directory": "d"\n  "rules": {}\n}',
      /:3:3: a comma is missing\. Correct the JSON there\.$/,
    ],
    ["a missing brace", '{\n  "rules": {}', /:2:14: a closing "}" is missing\./],
    ["an empty file", "", /:1:1: a value is missing\./],
    ["text behind the end", "{}\n[]", /:2:1: something follows the end of the JSON\./],
    ["a list", "[]", /:1:1: the file must be an object with the members \$schema, directory, environments, rules\.$/],
    [
      "an unknown member",
      '{ "enviroments": {} }',
      /: the file has the unknown member "enviroments": correct it to one of .*environments, rules, or remove it\.$/,
    ],
    [
      "an unknown member of an environment",
      '{\n  "environments": {\n    "test": { "endpoint": "sandbox", "sekret": "x" }\n  }\n}',
      /:3:13: environments\.test has the unknown member "sekret": correct it to one of endpoint, authentication, write, mode, data, seed, testConnection, verify, certificateAuthority, limits, wire, or remove it\.$/,
    ],
    [
      "an environment without an endpoint",
      '{ "environments": { "test": {} } }',
      /: environments\.test\.endpoint must be "sandbox" or an address/,
    ],
    [
      "an endpoint that is a number",
      '{ "environments": { "test": { "endpoint": 1 } } }',
      /: environments\.test\.endpoint must be "sandbox" or an address in double quotes\.$/,
    ],
    [
      "an endpoint without a scheme",
      '{ "environments": { "test": { "endpoint": "scim.example" } } }',
      /:1:43: environments\.test\.endpoint must be an address that begins with https:\/\//,
    ],
    [
      "plain http to another machine",
      '{ "environments": { "t": { "endpoint": "http://scim.example" } } }',
      /environments\.t\.endpoint must begin with https:\/\/: plain http would send the secret readable/,
    ],
    [
      "bearer without the name of a secret",
      '{ "environments": { "t": { "endpoint": "https://a.example", "authentication": { "type": "bearer" } } } }',
      /environments\.t\.authentication needs a secret: add "secret"/,
    ],
    [
      "an unknown authentication",
      '{ "environments": { "t": { "endpoint": "https://a.example", "authentication": { "type": "saml" } } } }',
      /environments\.t\.authentication\.type must be one of "bearer", "basic", "none", "oauth"\.$/,
    ],
    [
      "OAuth without a token endpoint",
      oauth({ secret: "s", clientId: "c" }),
      /environments\.t\.authentication needs a token endpoint: add "tokenEndpoint" with the address/,
    ],
    [
      "OAuth without a client",
      oauth({ secret: "s", tokenEndpoint: "https://login.example/token" }),
      /environments\.t\.authentication needs a client: add "clientId"/,
    ],
    [
      "a token endpoint over plain http",
      oauth({ secret: "s", clientId: "c", tokenEndpoint: "http://login.example/token" }),
      /environments\.t\.authentication\.tokenEndpoint must begin with https:\/\//,
    ],
    [
      "more connections than any endpoint is to bear",
      '{ "environments": { "t": { "endpoint": "https://a.example", "limits": { "connections": 17 } } } }',
      /environments\.t\.limits\.connections must be 16 or less\.$/,
    ],
    [
      "a write that is a text",
      '{ "environments": { "t": { "endpoint": "sandbox", "write": "yes" } } }',
      /environments\.t\.write must be true or false\.$/,
    ],
    [
      "a batch of no member",
      '{ "environments": { "t": { "endpoint": "sandbox", "wire": { "memberBatch": 0 } } } }',
      /environments\.t\.wire\.memberBatch must be 1 or more\.$/,
    ],
    [
      "an unknown flag",
      '{ "environments": { "t": { "endpoint": "sandbox", "wire": { "flag": "on" } } } }',
      /environments\.t\.wire\.flag must be one of "none", "aadOptscim062020"\.$/,
    ],
    [
      "an unknown level",
      '{ "rules": { "arg-count": "warn" } }',
      /rules\.arg-count must be one of "error", "warning", "information", "off"\.$/,
    ],
    [
      "an odd environment name",
      '{ "environments": { "my test": { "endpoint": 1 } } }',
      /environments\["my test"\]\.endpoint must be/,
    ],
  ];
  for (const [what, text, message] of mistakes) {
    test(`${what}: one line with file, place and remedy`, async () => {
      const file = await files.write("mapwright.json", text);
      await assert.rejects(loadWorkspace(files.folder), (error: Error) => {
        assert.equal(error.name, "InputError");
        assert.match(error.message, message);
        assert.ok(error.message.startsWith(`${file}:`) && !error.message.includes("\n"), error.message);
        return true;
      });
    });
  }

  test("a file that is no text is named", async () => {
    await files.write("mapwright.json", new Uint8Array([0xff, 0xfe, 0x00]));
    await assert.rejects(loadWorkspace(files.folder), {
      name: "InputError",
      message: /mapwright\.json: the file is not UTF-8 or UTF-16 text/,
    });
  });
});

function oauth(members: object): string {
  const t = { endpoint: "https://a.example", authentication: { type: "oauth", ...members } };
  return JSON.stringify({ environments: { t } });
}
