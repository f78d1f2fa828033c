import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { TestEndpointAnswer } from "../../server/src/protocol/applications.ts";
import { type Job, type JobsAnswer, jobMethods, type StartJobAnswer } from "../../server/src/protocol/jobs.ts";
import { type TestConnectionAnswer, viewMethods } from "../../server/src/protocol/views.ts";
import { methods, type SecretAnswer, type SecretParams } from "../../server/src/protocol.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { type ScimServer, scimServer } from "../harness/scimServer.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
const nobody = JSON.stringify({ schemas, totalResults: 0, Resources: [] });
const reason = "Nothing was sent, says the client.";

suite("Language server: secrets", function () {
  this.timeout(30_000);
  let endpoint: ScimServer;
  let issuer: ScimServer;
  let workspace: TemporaryWorkspace;
  let client: LanguageClient;
  let asked: SecretParams[] = [];
  let answer: (params: SecretParams) => SecretAnswer;

  const issued = JSON.stringify({ access_token: "issued", token_type: "Bearer" });
  const json = { "content-type": "application/json" };
  const origin = ({ url }: ScimServer) => new URL(url).origin;
  const uri = (name: string) => pathToFileURL(join(workspace.folder, name)).href;
  const authorizations = () => endpoint.received.map(({ headers }) => headers.authorization);

  setup(async () => {
    endpoint = await scimServer(({ method }) =>
      method === "POST" ? { status: 201, body: '{"id":"1"}' } : { status: 200, body: nobody },
    );
    issuer = await scimServer(() => ({ status: 200, headers: json, body: issued }));
    const to = (authentication: object, write = false) => ({ endpoint: endpoint.url, authentication, write });
    workspace = await temporaryWorkspace({
      "a.provmap": smallMapping,
      "people.json": smallDirectory,
      "mapwright.json": {
        directory: "people.json",
        environments: {
          sandbox: { endpoint: "sandbox", authentication: { type: "bearer", secret: "t" } },
          bearer: to({ type: "bearer", secret: "t" }, true),
          basic: to({ type: "basic", secret: "t", user: "u" }),
          oauth: to({ type: "oauth", secret: "t", clientId: "c", tokenEndpoint: issuer.url }),
        },
      },
    });
    asked = [];
    answer = () => ({ value: "t0ken" });
    client = await startClient({
      initializationOptions: { trusted: true },
      rootUri: pathToFileURL(workspace.folder).href,
      env: { MAPWRIGHT_SECRET_T: "of-the-environment" },
      answers: {
        [methods.secret]: params => {
          asked.push(params as SecretParams);
          return answer(params as SecretParams);
        },
      },
    });
  });
  teardown(async () => {
    assert.equal(await client.stop(), 0);
    await Promise.all([endpoint.stop(), issuer.stop(), workspace.remove()]);
  });

  const connect = async (environment: string) =>
    client.connection.sendRequest<TestConnectionAnswer>(viewMethods.testConnection, {
      uri: uri("a.provmap"),
      environment,
    });

  const environments: readonly (readonly [string, () => readonly SecretParams[], header: string])[] = [
    ["bearer", () => [{ name: "t", origins: [origin(endpoint)] }], "Bearer t0ken"],
    ["basic", () => [{ name: "t", origins: [origin(endpoint)] }], `Basic ${btoa("u:t0ken")}`],
    ["oauth", () => [{ name: "t", origins: [origin(issuer), origin(endpoint)] }], "Bearer issued"],
  ];
  for (const [environment, params, header] of environments) {
    test(`the client is asked for the secret of an environment with where it goes: ${environment}`, async () => {
      assert.equal((await connect(environment)).kind, "tested");
      assert.deepEqual(asked, params());
      assert.deepEqual([...new Set(authorizations())], [header]);
    });
  }

  test("nothing is asked for the sandbox", async () => {
    assert.equal((await connect("sandbox")).kind, "tested");
    assert.deepEqual(asked, []);
  });

  test("a reason of the client is told as it is: nothing is sent, and nothing else used in its place", async () => {
    answer = () => ({ value: null, reason });
    for (const environment of ["bearer", "oauth"]) {
      assert.deepEqual(await connect(environment), { kind: "refused", message: reason });
    }
    assert.deepEqual([endpoint.received, issuer.received], [[], []]);
  });

  test("access tokens that a secret has bought go nowhere that the client does not give it for", async () => {
    assert.equal((await connect("oauth")).kind, "tested");
    const other = await scimServer(() => ({ status: 200, body: nobody }));
    const authentication = { type: "oauth", secret: "t", clientId: "c", tokenEndpoint: issuer.url };
    await workspace.write("mapwright.json", { environments: { oauth: { endpoint: other.url, authentication } } });
    answer = ({ origins }) => (origins.includes(origin(other)) ? { value: null, reason } : { value: "t0ken" });
    assert.deepEqual(await connect("oauth"), { kind: "refused", message: reason });
    assert.deepEqual(other.received, []);
    await other.stop();
  });

  test("where the client keeps none, the variable of the command line is used", async () => {
    answer = () => ({ value: null });
    assert.equal((await connect("bearer")).kind, "tested");
    assert.deepEqual(authorizations(), ["Bearer of-the-environment"]);
  });

  const fresh: readonly (readonly [what: string, () => object, () => readonly SecretParams[]])[] = [
    ["its address", () => ({ authentication: "bearer" }), () => [{ name: "new", origins: [origin(endpoint)] }]],
    [
      "its token endpoint, too",
      () => ({ authentication: "oauth", tokenEndpoint: issuer.url, clientId: "c" }),
      () => [{ name: "new", origins: [origin(issuer), origin(endpoint)] }],
    ],
  ];
  for (const [what, authentication, params] of fresh) {
    test(`the endpoint of a new application is asked about with ${what}`, async () => {
      const tested = { endpoint: endpoint.url, secret: "new", ...authentication() };
      await client.connection.sendRequest<TestEndpointAnswer>(methods.testEndpoint, tested);
      assert.deepEqual(asked, params());
    });
  }

  test("an address that no secret may be sent to is refused before one is asked for", async () => {
    const tested = { endpoint: "http://scim.example", authentication: "bearer", secret: "new" };
    const told = await client.connection.sendRequest<TestEndpointAnswer>(methods.testEndpoint, tested);
    assert.match(told.kind === "refused" ? told.message : "", /^The tenant URL must begin with https:\/\//);
    assert.deepEqual(asked, []);
  });

  test("a cycle that comes by itself tells the reason in its job, and sends nothing", async () => {
    const key = { uri: uri("a.provmap"), environment: "bearer" };
    const { promise: told, resolve } = Promise.withResolvers<Job>();
    client.connection.onNotification(jobMethods.changed, async () => {
      const listed = await client.connection.sendRequest<JobsAnswer>(jobMethods.jobs);
      const job = listed.kind === "jobs" ? listed.jobs.find(({ trouble }) => trouble !== undefined) : undefined;
      if (job !== undefined) resolve(job);
    });
    let sent = 0;
    answer = () => {
      if (asked.length === 1) return { value: "t0ken" };
      sent ||= endpoint.received.length;
      return { value: null, reason };
    };
    await client.connection.sendNotification(jobMethods.repeat, { minutes: 0.001 });
    const { kind } = await client.connection.sendRequest<StartJobAnswer>(jobMethods.start, key);
    assert.equal(kind, "ended");
    assert.equal((await told).trouble, reason);
    await client.connection.sendRequest(jobMethods.stop, key);
    assert.ok(sent > 0);
    assert.equal(endpoint.received.length, sent);
  });
});
