import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentDiagnosticReport,
  Location,
  SemanticTokens,
  SemanticTokensDelta,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
  WorkspaceSymbol,
} from "vscode-languageserver-protocol";
import { type LanguageClient, pulling, startClient } from "../harness/languageClient.ts";
import { protocolProblems } from "../harness/protocol/check.ts";
import { copyOfSamples, type TemporaryFolder } from "../harness/temporaryFolder.ts";

const names = ["servicenow", "fabrikam-learning"] as const;
const texts = Object.fromEntries(names.map(name => [name, readFileSync(`samples/contoso/${name}.provmap`, "utf8")]));

suite("Language features over stdio", () => {
  let folder: TemporaryFolder;
  let client: LanguageClient;
  const uriOf = (file: string) => pathToFileURL(join(folder.path, file)).href;
  const uri = () => uriOf("servicenow.provmap");
  const text = texts.servicenow ?? "";

  setup(async () => {
    folder = await copyOfSamples();
    client = await startClient({
      rootUri: pathToFileURL(folder.path).href,
      capabilities: { ...pulling, textDocument: { ...pulling.textDocument, rename: { prepareSupport: true } } },
    });
    await client.open(uri(), text);
  });
  teardown(async () => {
    assert.equal(await client.stop(), 0);
    assert.equal(client.errors(), "");
    assert.deepEqual(protocolProblems(client.messages), []);
    await folder.remove();
  });

  const ask = <T>(method: string, params: object = {}) =>
    client.connection.sendRequest<T>(method, { textDocument: { uri: uri() }, ...params });
  const at = (word: string, from = text) => {
    const before = from.slice(0, from.indexOf(word)).split("\n");
    return { position: { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 2 } };
  };
  const replaceWith = (changed: string, version = 2) => client.change(uri(), version, [{ text: changed }]);

  test("what the server can do is told", () => {
    const { capabilities } = client.initialized;
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    assert.ok(
      capabilities.semanticTokensProvider && capabilities.inlayHintProvider && capabilities.linkedEditingRangeProvider,
    );
  });
  test("the templates of the gallery are offered, each once", async () => {
    const changed = text.replace("template: servicenow", "template: ");
    await replaceWith(changed);
    const place = changed.slice(0, changed.indexOf("template: ") + "template: ".length).split("\n");
    const position = { line: place.length - 1, character: place.at(-1)?.length ?? 0 };
    const items = await ask<CompletionItem[]>("textDocument/completion", { position });
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes("customappsso") && labels.includes("zoom"), labels.join());
    assert.equal(new Set(labels).size, labels.length);
  });
  test("the mapping at a place is named, and none where there is none", async () => {
    assert.equal(await ask("mapwright/mappingAt", at("displayName <-")), "Provision Microsoft Entra ID Users");
    assert.equal(await ask("mapwright/mappingAt", at("application")), null);
  });
  test("a directory user is found in the directory's file, and offered", async () => {
    const test = `${text}\ntest "T" {\n  mapping: "Provision Microsoft Entra ID Users"\n  user: "zoe.lindqvist@contoso.com"\n  expect create\n}\n`;
    await replaceWith(test);
    const [place] = await ask<Location[]>(
      "textDocument/definition",
      at('zoe.lindqvist@contoso.com"\n  expect create\n}\n', test),
    );
    assert.equal(place?.uri, uriOf("directory/contoso.json"));
    const directory = (await readFile(join(folder.path, "directory/contoso.json"), "utf8")).split("\n");
    const found = directory.slice(place?.range.start.line ?? 0).join("\n");
    assert.match(found.slice(found.indexOf("{")), /^\{[^}]*"userPrincipalName": "zoe\.lindqvist@contoso\.com"/);
    const items = await ask<CompletionItem[]>(
      "textDocument/completion",
      at('zoe.lindqvist@contoso.com"\n  expect create\n}\n', test),
    );
    assert.ok(items.some(({ label }) => label === "Zoë Lindqvist"));
  });
  test("a directory is read again when it has changed", async () => {
    const test = 'test "T" { user: "zz-nobody@" }';
    await replaceWith(test);
    const labels = async () =>
      (await ask<CompletionItem[]>("textDocument/completion", at("zz-nobody@", test))).map(({ label }) => label);
    assert.deepEqual(await labels(), []);
    const path = join(folder.path, "directory/contoso.json");
    const { users } = JSON.parse(await readFile(path, "utf8"));
    await writeFile(
      path,
      JSON.stringify({
        users: [{ id: "1", userPrincipalName: "zz-nobody@contoso.com", displayName: "Nobody" }, ...users],
      }),
    );
    await utimes(path, new Date(), new Date(Date.now() + 5_000));
    assert.deepEqual(await labels(), ["Nobody"]);
  });
  test("secrets are offered and found in mapwright.json", async () => {
    const items = await ask<CompletionItem[] | CompletionList>("textDocument/completion", at('servicenow")'));
    assert.match(JSON.stringify(items), /"servicenow-test"/);
    const places = await ask<Location[]>("textDocument/definition", at('servicenow")'));
    assert.deepEqual(
      places.map(place => place.uri),
      [uriOf("mapwright.json")],
    );
  });
  test("references are found in files that are not open, and on the disk as they change", async () => {
    const found = async () => {
      const places = await ask<Location[]>("textDocument/references", {
        ...at("givenName]"),
        context: { includeDeclaration: true },
      });
      return places.filter(place => place.uri !== uri()).length;
    };
    assert.equal(await found(), 2);
    await writeFile(
      join(folder.path, "fabrikam-learning.provmap"),
      (texts["fabrikam-learning"] ?? "").replace("[givenName] on create", "[mail]"),
    );
    assert.equal(await found(), 1);
    await writeFile(join(folder.path, "new.provmap"), 'mapping "M" { source: User a <- [givenName] }');
    assert.equal(await found(), 2);
    await client.open(uriOf("new.provmap"), 'mapping "M" { source: User a <- [givenName] b <- [givenName] }');
    assert.equal(await found(), 3);
  });
  test("a mapping is renamed with its tests", async () => {
    const prepared = await ask<{ placeholder: string }>("textDocument/prepareRename", at("Provision Microsoft"));
    assert.equal(prepared.placeholder, "Provision Microsoft Entra ID Users");
    const { changes = {} } = await ask<WorkspaceEdit>("textDocument/rename", {
      ...at("Provision Microsoft"),
      newName: "Staff",
    });
    const tests = text.split('mapping: "Provision Microsoft Entra ID Users"').length - 1;
    assert.equal(changes[uri()]?.length, tests + 1);
    assert.deepEqual(Object.keys(changes), [uri()]);
  });
  test("what keeps its name says why", () =>
    assert.rejects(ask("textDocument/rename", { ...at("givenName]"), newName: "x" }), {
      code: -32803,
      message: /'givenName'/,
    }));
  test("symbols of the whole workspace are found", async () => {
    const symbols = await ask<WorkspaceSymbol[]>("workspace/symbol", { query: "learnerid" });
    assert.deepEqual(
      new Set(symbols.map(({ location }) => location.uri)),
      new Set([uriOf("fabrikam-learning.provmap")]),
    );
  });
  test("documentation comes when it is asked for", async () => {
    const items = await ask<CompletionItem[]>("textDocument/completion", at("Switch("));
    const item = items.find(({ label }) => label === "Switch");
    assert.equal(item?.documentation, undefined);
    const resolved = await client.connection.sendRequest<CompletionItem>("completionItem/resolve", item);
    assert.match(JSON.stringify(resolved.documentation), /learn\.microsoft\.com/);
  });
  test("tokens come whole, and then what has changed", async () => {
    const { resultId, data } = await ask<SemanticTokens>("textDocument/semanticTokens/full");
    await replaceWith(text.replace("title <- [jobTitle]", "title <- Trim([jobTitle])"));
    const delta = await ask<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
      previousResultId: resultId,
    });
    const edited = delta.edits.reduce(
      (before, edit) => before.toSpliced(edit.start, edit.deleteCount, ...(edit.data ?? [])),
      data,
    );
    assert.deepEqual(edited, (await ask<SemanticTokens>("textDocument/semanticTokens/full")).data);
    assert.ok("data" in (await ask<object>("textDocument/semanticTokens/full/delta", { previousResultId: "unheard" })));
  });
  test("diagnostics that have not changed are not sent again", async () => {
    const report = (previousResultId?: string) =>
      ask<DocumentDiagnosticReport>("textDocument/diagnostic", {
        ...(previousResultId === undefined ? {} : { previousResultId }),
      });
    const first = await report();
    assert.equal(first.kind, "full");
    assert.deepEqual(await report(first.resultId), { kind: "unchanged", resultId: first.resultId });
    await replaceWith(`${text}\n`);
    assert.equal((await report(first.resultId)).kind, "full");
  });
  test("files that are not open have diagnostics too, by the levels of mapwright.json", async () => {
    await writeFile(
      join(folder.path, "broken.provmap"),
      (texts["fabrikam-learning"] ?? "").replace("ToLower(", "ToLowr("),
    );
    const pull = async (previousResultIds: object[] = []) => {
      const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
        previousResultIds,
      });
      return items;
    };
    const reports = await pull();
    assert.deepEqual(
      reports.map(report => [report.uri, report.kind === "full" ? report.items.map(({ code }) => code) : []]),
      [
        [uriOf("broken.provmap"), ["unknown-function"]],
        [uriOf("fabrikam-learning.provmap"), []],
      ],
    );
    const again = await pull(reports.map(report => ({ uri: report.uri, value: report.resultId })));
    assert.deepEqual(
      again.map(({ kind }) => kind),
      ["unchanged", "unchanged"],
    );
    await writeFile(join(folder.path, "mapwright.json"), '{ "rules": { "unknown-function": "off" } }');
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("mapwright.json"), type: 2 }],
    });
    assert.ok((await pull()).every(report => report.kind === "full" && report.items.length === 0));
  });
  test("a schema that was open has diagnostics until it is gone from the disk, as every file", async () => {
    const [schema, broken] = ["left.json", "gone.provmap"];
    await writeFile(join(folder.path, broken), (texts["fabrikam-learning"] ?? "").replace("ToLower(", "ToLowr("));
    const json = await readFile("test/validation/fixtures/attribute-unknown.json", "utf8");
    await writeFile(join(folder.path, schema), json);
    const { connection } = client;
    const watched = (name: string, type: number) =>
      connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(name), type }] });
    await watched(broken, 1);
    const document = { uri: uriOf(schema), languageId: "json", version: 1, text: json };
    await connection.sendNotification("textDocument/didOpen", { textDocument: document });
    await connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(schema) } });
    const counts = async (previousResultIds: object[] = []) => {
      const { items } = await connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
        previousResultIds,
      });
      const count = (name: string) => {
        const found = items.find(item => item.uri === uriOf(name));
        return found?.kind === "full" && found.items.length > 0;
      };
      return { items, told: [count(schema), count(broken)] };
    };
    const before = await counts();
    assert.deepEqual(before.told, [true, true]);
    await Promise.all([schema, broken].map(name => rm(join(folder.path, name))));
    await watched(broken, 3);
    const after = await counts(before.items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    const gone = after.items.filter(({ uri }) => [uriOf(schema), uriOf(broken)].includes(uri));
    assert.deepEqual(
      gone.map(report => report.kind === "full" && report.items),
      [[], []],
    );
  });
  test("everything with one remedy is fixed at once", async () => {
    await replaceWith(text.replace("Switch(", "switch(").replace("[givenName]", "[GivenName]"));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const actions = await ask<CodeAction[]>("textDocument/codeAction", {
      range,
      context: { diagnostics: [], only: ["source.fixAll"] },
    });
    assert.deepEqual(
      actions.map(({ kind, edit }) => [kind, edit?.changes?.[uri()]?.length]),
      [["source.fixAll.mapwright", 2]],
    );
  });
  test("work for a text that has changed ends, and its client is told so", async () => {
    await replaceWith(text.repeat(50));
    await ask("textDocument/documentSymbol");
    const running = ask("textDocument/documentSymbol");
    const diagnosing = ask("textDocument/diagnostic");
    await replaceWith(text, 3);
    await assert.rejects(running, { code: -32801 });
    await assert.rejects(diagnosing, { code: -32802, data: { retriggerRequest: true } });
    assert.ok((await ask<object[]>("textDocument/documentSymbol")).length > 0);
  });
  test("nothing is read of a directory before the workspace is trusted", async () => {
    await client.stop();
    client = await startClient({ rootUri: pathToFileURL(folder.path).href, initializationOptions: { trusted: false } });
    const test = 'test "T" { user: "zoe" }';
    await client.open(uri(), test);
    assert.deepEqual(await ask("textDocument/completion", at("zoe", test)), []);
    assert.deepEqual(await ask("textDocument/definition", at("zoe", test)), []);
  });
});
