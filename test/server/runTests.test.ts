import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import type { PreviewAnswer } from "../../server/src/protocol/previews.ts";
import type { RunTestsAnswer, RunTestsParams, SaveAsTestAnswer } from "../../server/src/protocol/tests.ts";
import { methods } from "../../server/src/protocol.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { copyOfSamples, type TemporaryFolder } from "../harness/temporaryFolder.ts";

suite("The language server runs tests", function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  let client: LanguageClient;
  let uri: string;
  let text: string;
  suiteSetup(async () => {
    folder = await copyOfSamples();
    const path = join(folder.path, "servicenow.provmap");
    uri = pathToFileURL(path).href;
    text = readFileSync(path, "utf8");
    client = await startClient();
    await client.open(uri, text);
  });
  suiteTeardown(async () => {
    await client.stop();
    await folder.remove();
  });
  const run = (params: Partial<RunTestsParams> = {}) =>
    client.connection.sendRequest<RunTestsAnswer>(methods.runTests, { uri, ...params });
  const outcomes = (answer: RunTestsAnswer) =>
    answer.kind === "refused" ? answer.message : answer.results.map(({ kind }) => kind);

  test("all of a document", async () =>
    assert.deepEqual(outcomes(await run()), ["passed", "passed", "passed", "passed"]));

  test("those that are named, of the text that the editor has", async () => {
    await client.change(uri, 2, [{ text: text.replace('"Engineering Manager"', '"Clerk"') }]);
    const answer = await run({ tests: ["an account that exists is updated, not created again"] });
    assert.deepEqual(outcomes(answer), ["failed"]);
    const [result] = answer.kind === "results" ? answer.results : [];
    const failed = result?.kind === "failed" ? result.expectations.filter(({ passed }) => !passed) : [];
    assert.deepEqual(
      failed.map(({ name, expected, actual }) => [name, expected, actual]),
      [["title", "Clerk", "Engineering Manager"]],
    );
  });

  test("until they are cancelled", async () => {
    const source = new CancellationTokenSource();
    const running = client.connection.sendRequest(methods.runTests, { uri }, source.token);
    source.cancel();
    await assert.rejects(running, { code: -32800 });
    assert.equal(outcomes(await run()).length, 4);
  });

  test("and makes one of a preview, in the text that the editor has", async () => {
    const preview = { uri, user: "zoe.lindqvist@contoso.com", provision: false };
    const previewed = await client.connection.sendRequest<PreviewAnswer>(methods.preview, preview);
    assert.ok(previewed.kind === "result", JSON.stringify(previewed));
    const save = () =>
      client.connection.sendRequest<SaveAsTestAnswer>(methods.saveAsTest, {
        uri,
        name: "Zoë is hired",
        result: previewed.result,
      });
    await client.change(uri, 3, [{ text }]);
    const answer = await save();
    assert.ok(answer.kind === "test", JSON.stringify(answer));
    assert.equal(answer.leftOut.length, 1);
    const saved = `${text.slice(0, answer.offset)}${answer.text}${text.slice(answer.offset)}`;
    await client.change(uri, 4, [{ text: saved }]);
    assert.deepEqual(outcomes(await run({ tests: ["Zoë is hired"] })), ["passed"]);
    const again = await save();
    assert.match(again.kind === "refused" ? again.message : "", /has a test "Zoë is hired" already\./);
  });

  test("not in a workspace that is not trusted", async () => {
    await client.stop();
    client = await startClient({ initializationOptions: { trusted: false } });
    await client.open(uri, text);
    assert.match(`${outcomes(await run())}`, /not trusted/);
  });
});
