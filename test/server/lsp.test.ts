import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, TextEdit } from "vscode-languageserver-protocol";
import type { MembersAnswer, UsersAnswer } from "../../server/src/protocol/directory.ts";
import type { EnvironmentsAnswer } from "../../server/src/protocol/environments.ts";
import type { PreviewAnswer } from "../../server/src/protocol/previews.ts";
import { methods } from "../../server/src/protocol.ts";
import { type LanguageClient, pulling, startClient } from "../harness/languageClient.ts";
import { copyOfSamples, type TemporaryFolder } from "../harness/temporaryFolder.ts";

const uri = pathToFileURL("samples/contoso/servicenow.provmap").href;
const sample = readFileSync("samples/contoso/servicenow.provmap", "utf8");

suite("The language server over stdio", () => {
  let client: LanguageClient;
  suiteSetup(async () => {
    client = await startClient();
    await client.open(uri, sample);
  });
  suiteTeardown(async () => assert.equal(await client.stop(), 0));

  const ask = <T>(method: string, params: object) =>
    client.connection.sendRequest<T>(method, { textDocument: { uri }, ...params });

  test("names itself", () => assert.equal(client.initialized.serverInfo?.name, "mapwright"));
  test("finds no problem in the sample", async () => assert.deepEqual(await client.pull(uri), []));
  test("explains a function", async () => {
    const hover = await ask<Hover>("textDocument/hover", { position: placeOf("Switch(") });
    assert.match(JSON.stringify(hover.contents), /Switch\(source, defaultValue\?/);
  });
  test("completes an attribute", async () => {
    const items = await ask<CompletionItem[]>("textDocument/completion", { position: placeOf("givenName]") });
    assert.ok(items.some(({ label }) => label === "userPrincipalName"));
  });
  test("sends no snippet to a client that knows none", async () => {
    const items = await ask<CompletionItem[]>("textDocument/completion", { position: placeOf("Switch(") });
    assert.ok(items.some(({ label }) => label === "Switch"));
    assert.doesNotMatch(JSON.stringify(items.map(({ textEdit }) => textEdit)), /\$/);
  });
  test("outlines the file", async () => {
    const symbols = await ask<DocumentSymbol[]>("textDocument/documentSymbol", {});
    assert.deepEqual(
      symbols.slice(0, 2).map(({ name }) => name),
      ["ServiceNow", "Provision Microsoft Entra ID Users"],
    );
  });
  test("has nothing to format", async () =>
    assert.deepEqual(
      await ask<TextEdit[]>("textDocument/formatting", { options: { tabSize: 2, insertSpaces: true } }),
      [],
    ));
  test("offers a preview of the mapping", async () =>
    assert.match(JSON.stringify(await ask("textDocument/codeLens", {})), /mapwright\.preview/));
  test("answers null for a document that is not open", async () =>
    assert.equal(
      await client.connection.sendRequest("textDocument/hover", {
        textDocument: { uri: "file:///none" },
        position: { line: 0, character: 0 },
      }),
      null,
    ));

  test("finds a misspelt function while it is typed, and mends it", async () => {
    const { line, character } = placeOf("Switch(");
    const range = { start: { line, character }, end: { line, character: character + "Switch".length } };
    await client.change(uri, 2, [{ range, text: "Swich" }]);
    const [problem] = await client.pull(uri);
    assert.equal(problem?.code, "unknown-function");
    const actions = await ask<CodeAction[]>("textDocument/codeAction", {
      range: problem?.range,
      context: { diagnostics: [] },
    });
    const edits = actions[0]?.edit?.changes?.[uri] ?? [];
    await client.change(
      uri,
      3,
      edits.map(({ range, newText }) => ({ range, text: newText })),
    );
    assert.deepEqual(await client.pull(uri), []);
  });

  function placeOf(word: string) {
    const before = sample.slice(0, sample.indexOf(word)).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }
});

suite("A preview through the language server", () => {
  let folder: TemporaryFolder;
  let client: LanguageClient;
  let file: string;
  setup(async () => {
    folder = await copyOfSamples();
    file = pathToFileURL(join(folder.path, "servicenow.provmap")).href;
    client = await startClient();
    await client.open(file, sample);
  });
  teardown(async () => {
    await client.stop();
    await folder.remove();
  });

  const zoe = "zoe.lindqvist@contoso.com";
  const run = (user: string, provision = false) =>
    client.connection.sendRequest<PreviewAnswer>(methods.preview, { uri: file, user, provision });

  test("shows who would be created, provisions, and then has nothing to do", async () => {
    assert.equal(outcomeOf(await run(zoe)), "create");
    assert.equal(outcomeOf(await run(zoe, true)), "create");
    assert.equal(outcomeOf(await run(zoe)), "skip: RedundantExport");
  });
  test("sends nothing that writes when nobody asked for it", async () => {
    const answer = await run(zoe);
    const requests = answer.kind === "result" ? answer.result.requests : [];
    assert.deepEqual(
      requests.filter(({ method }) => method !== "GET").map(({ method, purpose, sent }) => [method, purpose, sent]),
      [
        ["POST", "create", false],
        ["PATCH", "reference", false],
      ],
    );
  });
  test("lists users and environments", async () => {
    const users = await client.connection.sendRequest<UsersAnswer>(methods.users, { uri: file });
    assert.ok(users.kind === "users" && users.users.some(({ displayName }) => displayName === "Zoë Lindqvist"));
    const environments = await client.connection.sendRequest<EnvironmentsAnswer>(methods.environments, { uri: file });
    assert.ok(environments.kind === "environments");
    assert.deepEqual(
      environments.environments.map(({ name, write }) => [name, write]),
      [
        ["sandbox", true],
        ["test", true],
        ["production", false],
      ],
    );
  });
  test("lists the users or the groups that a mapping provisions, and a group's members", async () => {
    const learning = pathToFileURL(join(folder.path, "fabrikam-learning.provmap")).href;
    const counts = async (mapping?: string) => {
      const params = { uri: learning, ...(mapping !== undefined && { mapping }) };
      const answer = await client.connection.sendRequest<UsersAnswer>(methods.users, params);
      assert.ok(answer.kind === "users");
      return [answer.users.length > 0, answer.groups.length > 0];
    };
    assert.deepEqual(await counts("Provision Microsoft Entra ID Users"), [true, false]);
    assert.deepEqual(await counts("Provision Microsoft Entra ID Groups"), [false, true]);
    assert.deepEqual(await counts(), [true, true]);
    const members = await client.connection.sendRequest<MembersAnswer>(methods.members, {
      uri: learning,
      group: "Fabrikam Partners",
    });
    assert.ok(members.kind === "members");
    assert.equal(members.members.length, 3);
    assert.ok(members.members.some(({ displayName }) => displayName === "Björn Nyström"));
  });
  test("previews a group with the members that are named", async () => {
    const learning = pathToFileURL(join(folder.path, "fabrikam-learning.provmap")).href;
    const bjorn = "bjorn.nystrom@fabrikam.com";
    const params = { uri: learning, group: "Fabrikam Partners", members: [bjorn], provision: false };
    const answer = await client.connection.sendRequest<PreviewAnswer>(methods.preview, params);
    assert.ok(answer.kind === "result" && answer.previewed.kind === "group");
    const { group, members } = answer.previewed;
    assert.deepEqual([group.displayName, group.members], ["Fabrikam Partners", 3]);
    assert.deepEqual(
      members.map(({ displayName }) => displayName),
      ["Björn Nyström"],
    );
    assert.match(answer.result.notes.join(), /with 1 of its 3 members/);
  });
  test("tells how the endpoint is reached, and not the secret", async () => {
    const answer = await run(zoe);
    assert.deepEqual(answer.kind === "result" && answer.access, {
      authentication: "bearer",
      variable: "MAPWRIGHT_SECRET_SANDBOX",
    });
  });
  test("runs the text of the editor, not that of the disk", async () => {
    await client.change(file, 2, [{ text: sample.replace("Switch(", "Swich(") }]);
    assert.match(outcomeOf(await run(zoe)), /Swich/);
  });
  test("refuses a user that the directory does not have", async () =>
    assert.match(outcomeOf(await run("nobody@contoso.com")), /nobody@contoso\.com/));
  test("refuses a malformed directory with its place", async () => {
    await writeFile(join(folder.path, "directory/contoso.json"), '{ "users": [');
    assert.match(outcomeOf(await run(zoe)), /contoso\.json:1:\d+/);
  });
  test("refuses users where no directory is named, with the remedy", async () => {
    await writeFile(join(folder.path, "mapwright.json"), "{}");
    const users = await client.connection.sendRequest<UsersAnswer>(methods.users, { uri: file });
    assert.match(users.kind === "refused" ? users.message : "", /"directory":/);
  });
  test("can be cancelled, and the next one runs", async () => {
    const source = new CancellationTokenSource();
    const params = { uri: file, user: zoe, provision: false };
    const running = client.connection.sendRequest(methods.preview, params, source.token);
    source.cancel();
    await assert.rejects(running, { code: -32800 });
    assert.equal(outcomeOf(await run(zoe)), "create");
  });
  test("asks the client for a secret, and no message holds it", async () => {
    const asked: unknown[] = [];
    await client.stop();
    client = await startClient({
      answers: {
        [methods.secret]: params => {
          asked.push(params);
          return { value: "open sesame" };
        },
      },
    });
    const environment = { endpoint: "http://127.0.0.1:9/scim", authentication: { type: "bearer", secret: "key" } };
    await writeFile(
      join(folder.path, "mapwright.json"),
      JSON.stringify({ directory: "directory/contoso.json", environments: { own: environment } }),
    );
    const params = { uri: file, user: zoe, provision: false, environment: "own" };
    const answer = await client.connection.sendRequest<PreviewAnswer>(methods.preview, params);
    assert.deepEqual(asked, [{ name: "key", origins: ["http://127.0.0.1:9"] }]);
    assert.equal(outcomeOf(answer).split(":")[0], "fail");
    assert.doesNotMatch(JSON.stringify(answer) + client.errors(), /sesame/);
  });
  test("is refused in a workspace that is not trusted", async () => {
    await client.stop();
    client = await startClient({ initializationOptions: { trusted: false } });
    await client.open(file, sample);
    assert.match(outcomeOf(await run(zoe)), /not trusted/);
    assert.deepEqual(await client.pull(file), []);
  });

  function outcomeOf(answer: PreviewAnswer): string {
    if (answer.kind === "refused") return answer.message;
    const { action, onDemand } = answer.result;
    const { skipReason, reason } = onDemand.statusInfo;
    return [action, skipReason ?? reason].filter(part => part !== undefined).join(": ");
  }
});

suite("Diagnostics of the language server", () => {
  const broken = sample.replace("Switch(", "Swich(");

  test("are sent to a client that does not ask, and taken back when the document closes", async () => {
    const client = await startClient({ capabilities: {} });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    const told = client.published(uri);
    await client.open(uri, broken);
    assert.deepEqual(
      (await told).diagnostics.map(({ code }) => code),
      ["unknown-function"],
    );
    const takenBack = client.published(uri);
    await client.close(uri);
    assert.deepEqual((await takenBack).diagnostics, []);
    await client.stop();
  });
  test("follow the levels of mapwright.json, and its changes", async () => {
    const folder = await copyOfSamples();
    const file = pathToFileURL(join(folder.path, "servicenow.provmap")).href;
    const client = await startClient({ capabilities: pulling });
    await client.open(file, broken);
    assert.equal((await client.pull(file)).length, 1);
    await writeFile(join(folder.path, "mapwright.json"), '{ "rules": { "unknown-function": "off" } }');
    const changes = [{ uri: pathToFileURL(join(folder.path, "mapwright.json")).href, type: 2 }];
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    assert.deepEqual(await client.pull(file), []);
    await client.stop();
    await folder.remove();
  });
  test("come with a malformed mapwright.json too", async () => {
    const folder = await copyOfSamples();
    await writeFile(join(folder.path, "mapwright.json"), "{ rules");
    const file = pathToFileURL(join(folder.path, "servicenow.provmap")).href;
    const client = await startClient({ answers: { "workspace/configuration": () => null } });
    await client.open(file, broken);
    assert.equal((await client.pull(file)).length, 1);
    await client.stop();
    await folder.remove();
  });
});
