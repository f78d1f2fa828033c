import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import { loadWorkspace } from "../../server/src/connectors/workspace/loadWorkspace.ts";
import { testEndpoint } from "../../server/src/session/customApplication.ts";
import { createApplication, type NewApplicationRequest } from "../../server/src/session/newApplication.ts";
import { scimServer } from "../harness/scimServer.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

suite("a new application", () => {
  let files: TemporaryWorkspace;
  let sandbox: Sandbox;
  suiteSetup(async () => {
    sandbox = await startSandbox({});
  });
  suiteTeardown(() => sandbox.stop());
  setup(async () => {
    files = await temporaryWorkspace({});
  });
  teardown(() => files.remove());
  const secrets = async (name: string) => (name === "known" ? sandbox.token : undefined);
  const create = (request: Omit<NewApplicationRequest, "folder" | "readSecret">) =>
    createApplication({ folder: files.folder, readSecret: secrets, ...request });

  test("from a template is a file named after it, and an environment that only reads", async () => {
    const created = await create({ template: "snowflake", endpoint: "https://acme.example/scim/v2" });
    assert.deepEqual(created, {
      file: join(files.folder, "snowflake.provmap"),
      name: "Snowflake",
      template: "snowflake",
      mappings: 2,
      attributeMappings: 9,
      environment: {
        name: "snowflake",
        file: join(files.folder, "mapwright.json"),
        endpoint: "https://acme.example/scim/v2",
        secret: "snowflake",
      },
    });
    const { environments } = await loadWorkspace(files.folder);
    assert.deepEqual(environments.snowflake?.authentication, { type: "bearer", secret: "snowflake" });
    assert.equal(environments.snowflake?.write, false);
    assert.match(await files.read("snowflake.provmap"), /authentication: bearer secret\("snowflake"\)/);
  });

  const without: readonly (readonly [what: string, Parameters<typeof create>[0]])[] = [
    ["its tenant URL is not known yet", { template: "snowflake" }],
    ["its connector is not SCIM", { template: "servicenow", endpoint: "https://acme.service-now.com" }],
    ["its connector speaks SCIM 1.1", { template: "slack", endpoint: "https://api.slack.com/scim/v1" }],
  ];
  for (const [what, request] of without) {
    test(`gets no environment where ${what}`, async () => {
      assert.equal((await create(request)).environment, undefined);
      assert.equal((await readdir(files.folder)).length, 1);
    });
  }

  test("outside the gallery has the attributes of its endpoint", async () => {
    const created = await create({ name: "Our Learning!", endpoint: sandbox.url, secret: "known" });
    assert.equal(created.file, join(files.folder, "our-learning.provmap"));
    assert.deepEqual([created.template, created.schemas, created.mappings], ["customappsso", { kind: "found" }, 2]);
    const text = await files.read("our-learning.provmap");
    assert.match(text, /application "Our Learning!"/);
    assert.ok(!text.includes(sandbox.token) && !(await files.read("mapwright.json")).includes(sandbox.token));
  });

  test("outside the gallery may be asked as an OAuth client, whose environment says where access tokens come from", async () => {
    const issuer = await scimServer(({ body }) =>
      new URLSearchParams(body).get("client_secret") === "of the client"
        ? {
            status: 200,
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ access_token: sandbox.token, token_type: "Bearer" }),
          }
        : { status: 401 },
    );
    try {
      const client = { authentication: "oauth", tokenEndpoint: issuer.url, clientId: "mapwright" } as const;
      const { schemas } = await createApplication({
        ...client,
        folder: files.folder,
        name: "Learning",
        endpoint: sandbox.url,
        readSecret: async () => "of the client",
      });
      assert.deepEqual(schemas, { kind: "found" });
      const { environments } = await loadWorkspace(files.folder);
      const { authentication: type, ...written } = client;
      assert.deepEqual(environments.learning?.authentication, { type, secret: "learning", ...written });
      assert.match(await files.read("learning.provmap"), /authentication: oauth secret\("learning"\)/);
    } finally {
      await issuer.stop();
    }
  });

  const unknown: readonly (readonly [what: string, string | undefined, RegExp])[] = [
    ["its secret is not known", undefined, /The secret "other" is not set/],
    ["its endpoint does not answer", "http://127.0.0.1:1/scim", /127\.0\.0\.1:1\/scim\/Schemas/],
  ];
  for (const [what, endpoint, message] of unknown) {
    test(`outside the gallery has Entra's defaults where ${what}, and says so`, async () => {
      const secret = endpoint === undefined ? "other" : "known";
      const { schemas } = await create({ name: "Learning", endpoint: endpoint ?? sandbox.url, secret });
      assert.ok(schemas?.kind === "failed");
      assert.match(schemas.message, message);
      assert.match(await files.read("learning.provmap"), /userName <- \[userPrincipalName\] match 1/);
    });
  }

  const refusals: readonly (readonly [what: string, Parameters<typeof create>[0], RegExp])[] = [
    [
      "a template that is none",
      { template: "myspace" },
      /no gallery template "myspace"\. Choose one of atlassian-cloud,/,
    ],
    ["an address that is none", { template: "zoom", endpoint: "zoom.us" }, /^The tenant URL must be an address/],
    [
      "OAuth without a client",
      {
        name: "Learning",
        endpoint: "https://new.example",
        authentication: "oauth",
        tokenEndpoint: "https://id.example",
      },
      /^OAuth needs the address that gives out access tokens \(--token-endpoint\), and the client \(--client-id\)\.$/,
    ],
    [
      "OAuth with an address that is none",
      { name: "L", endpoint: "https://new.example", authentication: "oauth", tokenEndpoint: "id", clientId: "1" },
      /^The token endpoint must be an address/,
    ],
    ["an address with a password", { template: "zoom", endpoint: "https://a:b@zoom.us" }, /must not hold a user/],
    ["a file that exists", { template: "zoom", file: "taken.provmap" }, /taken\.provmap: the file exists already/],
    [
      "an environment that exists",
      { template: "zoom", environment: "test", endpoint: "https://new.example" },
      /the environment "test" exists already/,
    ],
  ];
  for (const [what, request, message] of refusals) {
    test(`is refused for ${what}, with nothing written`, async () => {
      await files.write("taken.provmap", "// mine\n");
      await files.write("mapwright.json", { environments: { test: { endpoint: "https://old.example" } } });
      await assert.rejects(create(request), { name: "InputError", message });
      assert.deepEqual((await readdir(files.folder)).sort(), ["mapwright.json", "taken.provmap"]);
      assert.equal(await files.read("taken.provmap"), "// mine\n");
      assert.match(
        await files.read("mapwright.json"),
        /^{"environments":{"test":{"endpoint":"https:\/\/old\.example"}}}$/,
      );
    });
  }

  test("replaces what it is asked to replace", async () => {
    await files.write("zoom.provmap", "// mine\n");
    await create({ template: "zoom", replaces: true });
    assert.match(await files.read("zoom.provmap"), /application "Zoom"/);
  });

  const tests: readonly (readonly [what: string, () => string, string, RegExp | undefined])[] = [
    ["answers an endpoint that works", () => sandbox.url, "known", undefined],
    ["says what is wrong with a token", () => sandbox.url, "wrong", /401.*Check the environment's secret/],
    ["says what is wrong with an address", () => sandbox.url.replace("/scim", "/none"), "known", /404/],
  ];
  for (const [what, endpoint, secret, message] of tests) {
    test(`a test of the connection ${what}`, async () => {
      const settings = { name: "", scope: "assigned", endpoint: endpoint() } as const;
      const answer = await testEndpoint(
        { ...settings, authentication: { type: "bearer", secret } },
        { readSecret: async name => (name === "known" ? sandbox.token : "nonsense") },
      );
      if (message === undefined) assert.deepEqual(answer, { kind: "connected", schemas: { kind: "found" } });
      else assert.match(answer.kind === "refused" ? answer.message : "", message);
    });
  }
});
