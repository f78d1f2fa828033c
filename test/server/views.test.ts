import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Sandbox, startSandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import {
  type ApplicationsAnswer,
  type DirectoryAnswer,
  type ResetSandboxAnswer,
  type SandboxPageAnswer,
  type SandboxResourceAnswer,
  type TestConnectionAnswer,
  viewMethods,
  type WorkspaceAnswer,
} from "../../server/src/protocol/views.ts";
import { methods } from "../../server/src/protocol.ts";
import { mapwright } from "../harness/commandLine.ts";
import { schemaWith } from "../harness/graphSchemas.ts";
import { type ClientOptions, type LanguageClient, startClient } from "../harness/languageClient.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
const wrong = smallMapping.replace("[displayName]", "Joim([displayName])");

suite("Language server: views", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  let endpoint: Sandbox;
  suiteSetup(async () => {
    endpoint = await startSandbox({});
    const authentication = { type: "bearer", secret: "known" };
    workspace = await temporaryWorkspace({
      "a.provmap": smallMapping,
      "b.provmap": wrong,
      "app.schema.json": schemaWith({}),
      "other.json": {},
      "people.json": smallDirectory,
      "seed.json": { users: [{ schemas, userName: "ada@contoso.com" }] },
      "mapwright.json": {
        directory: "people.json",
        environments: {
          sandbox: { endpoint: "sandbox", data: "kept", seed: "seed.json" },
          test: { endpoint: endpoint.url, authentication },
          wrong: { endpoint: endpoint.url, authentication: { type: "bearer", secret: "stale" } },
        },
      },
    });
  });
  suiteTeardown(async () => {
    await endpoint.stop();
    await workspace.remove();
  });

  const uri = (name = "") => pathToFileURL(join(workspace.folder, name)).href;
  const answers: NonNullable<ClientOptions["answers"]> = {
    [methods.secret]: params => ({ value: (params as { name: string }).name === "known" ? endpoint.token : "stale" }),
  };
  const using = async (isTrusted: boolean, use: (client: LanguageClient) => Promise<void>) => {
    const client = await startClient({
      initializationOptions: { trusted: isTrusted },
      answers,
      rootUri: uri(),
    });
    await use(client).finally(() => client.stop());
  };
  const cli = async (...args: readonly string[]) => {
    const { stdout } = await mapwright([...args, "--format", "json"], {
      cwd: workspace.folder,
      env: { MAPWRIGHT_SECRET_KNOWN: endpoint.token, MAPWRIGHT_SECRET_STALE: "stale" },
    });
    return JSON.parse(stdout);
  };

  test("each application has the problems that the command line counts", () =>
    using(true, async ({ connection }) => {
      const params = { schemas: [uri("app.schema.json"), uri("other.json")] };
      const { applications } = await connection.sendRequest<ApplicationsAnswer>(viewMethods.applications, params);
      const names = ["a.provmap", "app.schema.json", "b.provmap"];
      assert.deepEqual(
        applications.map(application => application.uri),
        names.map(uri),
      );
      for (const [index, name] of names.entries()) {
        const { errors, warnings, information } = await cli("check", name);
        assert.deepEqual(applications[index]?.problems, { errors, warnings, information }, name);
      }
      assert.equal(applications[2]?.problems.errors, 1);
    }));

  test("an application is shown as the editor has its text", () =>
    using(true, async ({ connection, open }) => {
      await open(uri("b.provmap"), smallMapping.replace("Learning", "Mended"));
      const { applications } = await connection.sendRequest<ApplicationsAnswer>(viewMethods.applications, {
        schemas: [],
      });
      const mended = applications.find(({ name }) => name === "Mended");
      assert.equal(mended?.problems.errors, 0);
      assert.equal(mended?.uri, uri("b.provmap"));
    }));

  test("the environments are those of the folder's mapwright.json, also without an application", () =>
    using(true, async ({ connection }) => {
      const answer = await connection.sendRequest<WorkspaceAnswer>(viewMethods.workspace, { uri: uri() });
      assert.ok(answer.kind === "workspace");
      assert.deepEqual(
        answer.environments.map(({ name, write }) => [name, write]),
        [
          ["sandbox", true],
          ["test", false],
          ["wrong", false],
        ],
      );
      assert.equal(answer.directory, uri("people.json"));
    }));

  test("the directory comes in pages, and what is looked for is found", () =>
    using(true, async ({ connection }) => {
      const page = (search: string, offset: number) =>
        connection.sendRequest<DirectoryAnswer>(viewMethods.directory, {
          uri: uri("a.provmap"),
          type: "User",
          search,
          offset,
          limit: 1,
        });
      const second = await page("", 1);
      assert.ok(second.kind === "page");
      assert.deepEqual([second.total, second.users.map(({ displayName }) => displayName)], [2, ["Bob Builder"]]);
      const found = await page("ada", 0);
      assert.equal(found.kind === "page" && found.found, 1);
    }));

  test("a connection is tested with the editor's secret, and tells what the command line tells", () =>
    using(true, async ({ connection, messages }) => {
      for (const environment of ["test", "wrong", "sandbox"]) {
        const params = { uri: uri("a.provmap"), environment };
        const answer = await connection.sendRequest<TestConnectionAnswer>(viewMethods.testConnection, params);
        assert.ok(answer.kind === "tested", environment);
        assert.deepEqual(
          comparable(answer.report),
          comparable(await cli("test-connection", "a.provmap", "--environment", environment)),
        );
        assert.equal(answer.report.state, environment === "wrong" ? "failed" : "connected");
      }
      const told = messages.filter(({ from }) => from === "server").map(({ message }) => JSON.stringify(message));
      assert.ok(!told.some(message => message.includes(endpoint.token)));
    }));

  test("the sandbox shows what the command line shows, opens a resource, and is reset", () =>
    using(true, async ({ connection }) => {
      const params = { uri: uri("a.provmap") };
      const list = async () => {
        const about = { ...params, type: "User", offset: 0, limit: 10 };
        const answer = await connection.sendRequest<SandboxPageAnswer>(viewMethods.sandbox, about);
        assert.ok(answer.kind === "page", JSON.stringify(answer));
        return answer;
      };
      await connection.sendRequest(methods.preview, { ...params, user: "ada@contoso.com", provision: true });
      const { total, resources, application, environment } = await list();
      assert.deepEqual([application, environment], ["Learning", "sandbox"]);
      const shown = await cli("show-sandbox", "a.provmap");
      assert.equal(shown.users.length, total);
      assert.deepEqual(
        resources.map(({ id, name }) => [id, name]),
        shown.users.map(({ id, userName }: { id: string; userName: string }) => [id, userName]),
      );
      const [first] = resources;
      const about = { ...params, environment, type: "User", id: first?.id };
      const opened = await connection.sendRequest<SandboxResourceAnswer>(viewMethods.sandboxResource, about);
      assert.equal(opened.kind === "resource" && opened.resource.userName, first?.name);
      const reset = await connection.sendRequest<ResetSandboxAnswer>(viewMethods.resetSandbox, params);
      assert.deepEqual(reset, { kind: "reset", application, environment, users: 1, groups: 0 });
      assert.equal((await list()).total, 1);
      const { users, groups } = await cli("show-sandbox", "a.provmap");
      assert.deepEqual([users.length, groups.length], [1, 0]);
    }));

  test("what cannot be done is refused with the remedy", () =>
    using(true, async ({ connection }) => {
      const params = { uri: uri("a.provmap"), environment: "nowhere" };
      const answer = await connection.sendRequest<TestConnectionAnswer>(viewMethods.testConnection, params);
      assert.match(answer.kind === "refused" ? answer.message : "", /There is no environment "nowhere"/);
      const page = { ...params, environment: "test", type: "User", offset: 0, limit: 1 };
      const sandbox = await connection.sendRequest<SandboxPageAnswer>(viewMethods.sandbox, page);
      assert.match(sandbox.kind === "refused" ? sandbox.message : "", /"test" is no sandbox/);
    }));

  test("an untrusted workspace shows its applications, and nothing else", () =>
    using(false, async ({ connection }) => {
      const { applications } = await connection.sendRequest<ApplicationsAnswer>(viewMethods.applications, {
        schemas: [],
      });
      assert.equal(applications.length, 2);
      const params = { uri: uri("a.provmap"), environment: "test", type: "User", offset: 0, limit: 1 };
      const { applications: _, ...others } = viewMethods;
      for (const method of Object.values(others)) {
        const answer = await connection.sendRequest<{ kind: string; message: string }>(method, params);
        assert.match(answer.message, /^The workspace is not trusted\./, method);
      }
    }));
});

/** The report without the key that nobody has, which is another each time. */
function comparable(report: object): string {
  return JSON.stringify(report).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "nobody");
}
