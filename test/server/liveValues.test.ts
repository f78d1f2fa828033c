import assert from "node:assert/strict";
import { readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, Hover, InlayHint, MarkupContent } from "vscode-languageserver-protocol";
import { schemaWith } from "../harness/graphSchemas.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { protocolProblems } from "../harness/protocol/check.ts";
import { copyOfSamples, type TemporaryFolder } from "../harness/temporaryFolder.ts";

const zoe = "zoe.lindqvist@contoso.com";
const capabilities: ClientCapabilities = {
  textDocument: { diagnostic: {}, inlayHint: {} },
  workspace: {
    inlayHint: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

suite("Live values over stdio", () => {
  let folder: TemporaryFolder;
  let client: LanguageClient;
  let text: string;
  let told: { refreshes: number; watched: string };
  const uriOf = (file: string) => pathToFileURL(join(folder.path, file)).href;
  const uri = () => uriOf("servicenow.provmap");
  const start = (initializationOptions: object = {}) =>
    startClient({
      capabilities,
      initializationOptions,
      rootUri: pathToFileURL(folder.path).href,
      answers: {
        "workspace/inlayHint/refresh": () => {
          told.refreshes++;
          return null;
        },
        "client/registerCapability": params => {
          told.watched += JSON.stringify(params);
          return null;
        },
      },
    });

  setup(async () => {
    folder = await copyOfSamples();
    told = { refreshes: 0, watched: "" };
    text = await readFile(join(folder.path, "servicenow.provmap"), "utf8");
    client = await start();
    await client.open(uri(), text);
  });
  teardown(async () => {
    assert.equal(await client.stop(), 0);
    assert.equal(client.errors(), "");
    assert.deepEqual(protocolProblems(client.messages), []);
    await folder.remove();
  });

  const pin = (sample: string | null) => client.connection.sendNotification("mapwright/pin", { sample });
  const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const hints = (of = uri()) =>
    client.connection.sendRequest<readonly InlayHint[]>("textDocument/inlayHint", { textDocument: { uri: of }, range });
  const labels = async (of?: string) => (await hints(of)).map(({ label }) => String(label));
  /** The label at the end of the line that begins with a text. */
  const behind = async (statement: string) => {
    const line = text.split("\n").findIndex(each => each.trim().startsWith(statement));
    return (await hints()).find(({ position }) => position.line === line)?.label;
  };
  const hoverOn = async (word: string) => {
    const before = text.slice(0, text.indexOf(word)).split("\n");
    const position = { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 1 };
    const found = await client.connection.sendRequest<Hover | null>("textDocument/hover", {
      textDocument: { uri: uri() },
      position,
    });
    return found === null ? "" : (found.contents as MarkupContent).value;
  };

  test("are none before a sample is pinned", async () => assert.deepEqual(await labels(), []));
  test("are those of the sample that is pinned, until it is not any more", async () => {
    await pin(zoe);
    assert.equal(await behind("displayName <-"), '→ "Zoë Lindqvist"');
    assert.equal(await behind("department EQUALS"), 'passes: department is "Engineering".');
    assert.equal(await behind("mapping "), "Zoë Lindqvist: in scope");
    assert.match(await hoverOn("Join("), /`\[surname\]` → `"Lindqvist"`/);
    await pin("camila.duarte@contoso.com");
    assert.equal(await behind("mapping "), "Camila Duarte: out of scope: No scoping filter passes.");
    await pin(null);
    assert.deepEqual(await labels(), []);
    assert.doesNotMatch(await hoverOn("Join("), /Lindqvist/);
    assert.equal(told.refreshes, 3);
  });
  test("follow what is typed, and the names of arguments stay", async () => {
    await pin(zoe);
    text = text.replace(
      'displayName <- Join(" ", [givenName], [surname])',
      'displayName <- Switch([city], "x", "a", "b")',
    );
    await client.change(uri(), 2, [{ text }]);
    assert.deepEqual(
      (await hints()).filter(({ label }) => label === "defaultValue:").map(({ kind }) => kind),
      [2],
    );
    const [line] = text.split("\n").flatMap((each, index) => (each.includes("Switch([city]") ? index : []));
    assert.ok(
      (await hints()).some(
        ({ position, label, kind }) => position.line === line && label === '→ "x"' && kind === undefined,
      ),
    );
  });
  test("are of the sample that a client has pinned before, also in a Graph schema", async () => {
    await client.stop();
    client = await start({ pinned: zoe });
    await client.open(uri(), text);
    assert.equal(await behind("title <-"), '→ "Software Engineer"');
    await client.open(uriOf("schema.json"), JSON.stringify(schemaWith({}), null, 2));
    assert.ok((await labels(uriOf("schema.json"))).length > 0);
  });
  test("follow the directory's file, which is watched", async () => {
    await pin(zoe);
    await behind("title <-");
    assert.match(told.watched, /"baseUri":"file:[^"]*\/directory","pattern":"contoso\.json"/);
    const path = join(folder.path, "directory/contoso.json");
    await writeFile(path, (await readFile(path, "utf8")).replace("Software Engineer", "Principal"));
    await utimes(path, new Date(), new Date(Date.now() + 5_000));
    const before = told.refreshes;
    const changes = [{ uri: uriOf("directory/contoso.json"), type: 2 }];
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    assert.equal(await behind("title <-"), '→ "Principal"');
    assert.equal(told.refreshes, before + 1);
  });
  test("are of an unsaved document by the directory of the first folder", async () => {
    await pin(zoe);
    await client.open("untitled:Untitled-1", 'mapping "M" {\n  source: User\n  title <- [givenName]\n}\n');
    assert.ok((await labels("untitled:Untitled-1")).includes('→ "Zoë"'));
  });
  test("are not those of a version that has another behind it", async () => {
    await pin(zoe);
    await hints();
    const running = hints();
    await client.change(uri(), 2, [{ text: `${text}\n` }]);
    await assert.rejects(running, { code: -32801 });
  });

  const refusals: readonly (readonly [sentence: string, file: string, content: string, said: RegExp])[] = [
    ["there is no directory", "mapwright.json", "{}", /No directory of users is named\. Add "directory"/],
    ["the directory is not there", "mapwright.json", '{ "directory": "gone.json" }', /gone\.json/],
    ["the directory cannot be read", "directory/contoso.json", '{ "users": [', /contoso\.json/],
    ["mapwright.json cannot be read", "mapwright.json", "{", /mapwright\.json/],
    ["the sample is not in the directory", "directory/contoso.json", '{ "users": [] }', /"zoe.*Pin another user\./],
  ];
  for (const [sentence, file, content, said] of refusals) {
    test(`are none where ${sentence}, which is said once, and all else goes on`, async () => {
      await pin(zoe);
      await writeFile(join(folder.path, file), content);
      const [first, ...others] = await hints();
      assert.match(String(first?.tooltip ?? first?.label), said);
      assert.deepEqual(others, []);
      assert.match(await hoverOn("Join("), /Join\(separator/);
    });
  }
  test("are none before the workspace is trusted", async () => {
    await client.stop();
    client = await start({ pinned: zoe, trusted: false });
    await client.open(uri(), text);
    assert.deepEqual(await labels(), []);
    assert.doesNotMatch(await hoverOn("Join("), /Lindqvist/);
  });
});
