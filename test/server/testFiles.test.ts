import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RunTestsAnswer, TestFile, TestFilesAnswer } from "../../server/src/protocol/tests.ts";
import { methods } from "../../server/src/protocol.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const engineer = `
test "an engineer" {
  user: { userPrincipalName: "ada", department: "Engineering" }
  expect create
}
`;
const stray = `
test "a group" { group: "staff" expect create }
tst "hidden" { }
`;

suite("The language server tells which tests there are", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  let client: LanguageClient;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({
      "learning.provmap": smallMapping + engineer,
      "none.provmap": smallMapping,
      "schema.json": { synchronizationRules: [] },
    });
    client = await startClient({
      rootUri: pathToFileURL(workspace.folder).href,
      initializationOptions: { trusted: false },
    });
  });
  suiteTeardown(async () => {
    await client.stop();
    await workspace.remove();
  });
  const uri = (name: string) => pathToFileURL(join(workspace.folder, name)).href;
  const ask = async (name?: string) => {
    const params = name === undefined ? {} : { uri: uri(name) };
    return (await client.connection.sendRequest<TestFilesAnswer>(methods.testFiles, params)).files;
  };
  const told = (files: readonly TestFile[]) =>
    files.map(({ application, mappings, others }) => [
      application,
      ...mappings.map(({ name, tests }) => `${name}: ${tests.map(test => test.name)}`),
      ...others.map(({ name }) => name),
    ]);

  test("in the whole workspace, although it is not trusted", async () =>
    assert.deepEqual(told(await ask()), [["Learning", "Users: an engineer"], ["Learning"]]));

  test("with their places", async () => {
    const [file] = await ask("learning.provmap");
    const [mapping] = file?.mappings ?? [];
    assert.deepEqual(mapping?.range, { start: { line: 5, character: 8 }, end: { line: 5, character: 15 } });
    assert.deepEqual(mapping?.tests[0]?.range, { start: { line: 18, character: 0 }, end: { line: 21, character: 1 } });
  });

  test("in a file that nobody has told of yet", async () => {
    await writeFile(join(workspace.folder, "new.provmap"), smallMapping + engineer);
    assert.deepEqual(told(await ask("new.provmap")), [["Learning", "Users: an engineer"]]);
  });

  test("in no file that is not there, and in no schema", async () =>
    assert.deepEqual([await ask("gone.provmap"), await ask("schema.json")], [[], []]));

  test("in the text that the editor has, with the mistake that may hide one", async () => {
    await client.open(uri("learning.provmap"), smallMapping + engineer + stray);
    const files = await ask("learning.provmap");
    assert.deepEqual(told(files), [["Learning", "Users: an engineer", "a group"]]);
    assert.match(files[0]?.problem?.message ?? "", /tst/);
    assert.equal(files[0]?.problem?.range.start.line, 24);
  });
});

suite("The language server tells the coverage of tests", () => {
  test("where it is asked for", async () => {
    const workspace = await temporaryWorkspace({ "learning.provmap": smallMapping + engineer });
    const client = await startClient();
    const uri = pathToFileURL(join(workspace.folder, "learning.provmap")).href;
    const run = (coverage: boolean) =>
      client.connection.sendRequest<RunTestsAnswer>(methods.runTests, { uri, coverage });
    const [without, answer] = [await run(false), await run(true)];
    await client.stop();
    await workspace.remove();
    assert.equal(without.kind === "results" && without.coverage, undefined);
    const [users] = answer.kind === "results" ? (answer.coverage ?? []) : [];
    const active = users?.statements.find(({ name }) => name === "active");
    assert.deepEqual(
      active?.branches.map(({ name, count }) => [name, count]),
      [
        ['"False"', 1],
        ['"True"', 0],
      ],
    );
  }).timeout(30_000);
});
