import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Sandbox, startSandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import type {
  GalleryTemplatesAnswer,
  NewApplicationAnswer,
  SetupAnswer,
  TestEndpointAnswer,
} from "../../server/src/protocol/applications.ts";
import { methods } from "../../server/src/protocol.ts";
import { type ClientOptions, type LanguageClient, startClient } from "../harness/languageClient.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

suite("Language server: new applications", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  let sandbox: Sandbox;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({});
    sandbox = await startSandbox({});
  });
  suiteTeardown(async () => {
    await sandbox.stop();
    await workspace.remove();
  });
  const trusted: ClientOptions = {
    initializationOptions: { trusted: true },
    answers: {
      [methods.secret]: params => ({ value: (params as { name: string }).name === "known" ? sandbox.token : null }),
    },
  };
  const using = async (options: ClientOptions, use: (client: LanguageClient) => Promise<void>) => {
    const client = await startClient(options);
    await use(client).finally(() => client.stop());
  };
  const folder = () => pathToFileURL(workspace.folder).href;

  test("the templates are told", () =>
    using(trusted, async ({ connection }) => {
      const { templates } = await connection.sendRequest<GalleryTemplatesAnswer>(methods.galleryTemplates);
      assert.equal(templates.length, 15);
      assert.deepEqual(templates.find(({ id }) => id === "servicenow")?.connector, "proprietary");
    }));

  test("an endpoint is tested with the editor's secret, and an application made of what it says", () =>
    using(trusted, async ({ connection, messages }) => {
      const endpoint = { endpoint: sandbox.url, authentication: "bearer", secret: "known" } as const;
      const tested = await connection.sendRequest<TestEndpointAnswer>(methods.testEndpoint, endpoint);
      assert.deepEqual(tested, { kind: "connected", schemas: { kind: "found" } });
      const params = { ...endpoint, folder: folder(), name: "Learning" };
      const created = await connection.sendRequest<NewApplicationAnswer>(methods.newApplication, params);
      assert.deepEqual(created, {
        kind: "created",
        uri: pathToFileURL(join(workspace.folder, "learning.provmap")).href,
        name: "Learning",
        environment: "learning",
        schemas: { kind: "found" },
      });
      const told = messages.filter(({ from }) => from === "server").map(({ message }) => JSON.stringify(message));
      assert.ok(!told.some(message => message.includes(sandbox.token)));
    }));

  test("the steps that are done are those of the files as the editor has them", () =>
    using({ ...trusted, rootUri: folder() }, async ({ connection, open }) => {
      await open(`${folder()}/open.provmap`, smallMapping);
      const { done } = await connection.sendRequest<SetupAnswer>(methods.setup, { known: ["started"] });
      assert.deepEqual([...done].sort(), ["application", "assigned", "mappings", "mode", "scope", "started"]);
    }));

  test("what is said wrong is refused with the reason", () =>
    using(trusted, async ({ connection }) => {
      const refused = await connection.sendRequest<NewApplicationAnswer>(methods.newApplication, {
        folder: folder(),
        template: "none",
      });
      assert.match(refused.kind === "refused" ? refused.message : "", /There is no gallery template "none"/);
      const untested = await connection.sendRequest<TestEndpointAnswer>(methods.testEndpoint, { endpoint: "nowhere" });
      assert.match(untested.kind === "refused" ? untested.message : "", /^The tenant URL must be an address/);
    }));

  test("an untrusted workspace gets neither", () =>
    using({ initializationOptions: { trusted: false } }, async ({ connection }) => {
      for (const method of [methods.testEndpoint, methods.newApplication]) {
        const answer = await connection.sendRequest<{ kind: string; message: string }>(method, {
          folder: folder(),
          endpoint: sandbox.url,
        });
        assert.equal(answer.kind, "refused");
        assert.match(answer.message, /^The workspace is not trusted\./);
      }
    }));
});
