import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { methods, type ToolAnswer } from "../../server/src/protocol.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { copyOfSamples, type TemporaryFolder } from "../harness/temporaryFolder.ts";

suite("The language server's tools for language models", function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  let client: LanguageClient;
  const start = (trusted: boolean) =>
    startClient({ initializationOptions: { trusted }, rootUri: pathToFileURL(folder.path).href });
  suiteSetup(async () => {
    folder = await copyOfSamples();
    client = await start(true);
  });
  suiteTeardown(async () => {
    await client.stop();
    await folder.remove();
  });
  const ask = (name: string, input: object) => client.connection.sendRequest<ToolAnswer>(methods.tool, { name, input });

  test("check a file of the workspace, with the text that the editor has of it", async () => {
    const path = join(folder.path, "servicenow.provmap");
    const text = readFileSync(path, "utf8").replace("Switch(", "Swich(");
    await client.open(pathToFileURL(path).href, text);
    const answer = await ask("mapwright_check_file", { file: "servicenow.provmap" });
    assert.ok(answer.kind === "result");
    assert.equal((answer.result as { errors: number }).errors, 1);
  });

  test("refuse a file elsewhere", async () => {
    const answer = await ask("mapwright_check_file", { file: join(process.cwd(), "package.json") });
    assert.ok(answer.kind === "refused");
    assert.match(answer.message, /^There is no /);
  });

  test("run nothing in a workspace that is not trusted", async () => {
    await client.stop();
    client = await start(false);
    const answer = await ask("mapwright_evaluate_expression", { expression: "[mail]" });
    assert.ok(answer.kind === "refused");
    assert.match(answer.message, /not trusted/);
  });
});
