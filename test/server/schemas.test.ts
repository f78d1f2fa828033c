import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { schemaWith } from "../harness/graphSchemas.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const schema = JSON.stringify(schemaWith({}), null, 2);

suite("Language server: schemas of Microsoft Graph", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  let client: LanguageClient;
  const uri = (name: string) => pathToFileURL(join(workspace.folder, name)).href;
  setup(async () => {
    workspace = await temporaryWorkspace({ "app.schema.json": schema });
    client = await startClient();
  });
  teardown(async () => {
    await client.stop();
    await workspace.remove();
  });

  test("an open schema is checked, other JSON is not", async () => {
    await client.open(uri("app.schema.json"), schema.replace('"flowType": "Always"', '"flowType": "always"'));
    const [problem, ...others] = await client.pull(uri("app.schema.json"));
    assert.deepEqual([problem?.code, others], ["enum-case", []]);
    await client.open(uri("other.json"), '{"flowType": "always"}');
    assert.deepEqual(await client.pull(uri("other.json")), []);
  });

  test("is imported, and exported with what the editor has not saved yet", async () => {
    const imported = await client.connection.sendRequest("mapwright/importSchema", {
      schema: uri("app.schema.json"),
      provmap: uri("app.provmap"),
    });
    assert.deepEqual(imported, { kind: "imported", mappings: 1, unsaid: 0 });
    const text = await workspace.read("app.provmap");
    await client.open(uri("app.provmap"), text.replace("mail <- [mail]", 'mail <- [mail] default "none"'));
    const params = { provmap: uri("app.provmap"), schema: uri("new.json") };
    assert.deepEqual(await client.connection.sendRequest("mapwright/exportSchema", params), { kind: "exported" });
    const exported = await readFile(join(workspace.folder, "new.json"), "utf8");
    assert.equal(exported.replace('"defaultValue": "none"', '"defaultValue": null'), schema);
    assert.notEqual(exported, schema);
  });

  test("what is no schema, or lies nowhere, is refused with the reason", async () => {
    await workspace.write("other.json", "{}");
    const refusals: readonly (readonly [string, RegExp])[] = [
      [uri("other.json"), /other\.json: this is no schema of Microsoft Graph/],
      ["untitled:Untitled-1", /^Schemas are read from the disk/],
    ];
    for (const [from, message] of refusals) {
      const params = { schema: from, provmap: uri("app.provmap") };
      const answer = await client.connection.sendRequest<{ kind: string; message: string }>(
        "mapwright/importSchema",
        params,
      );
      assert.equal(answer.kind, "refused");
      assert.match(answer.message, message);
    }
  });
});
