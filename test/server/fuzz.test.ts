import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { TextDocument } from "vscode-languageserver-textdocument";
import { fuzz } from "../harness/fuzz.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { answerCounts, protocolProblems } from "../harness/protocol/check.ts";
import { shapes } from "../harness/protocol/shapes.ts";

const uri = "file:///malformed.provmap";
const documentRequests = ["documentSymbol", "foldingRange", "codeLens", "semanticTokens/full", "diagnostic"];
const placeRequests = ["completion", "hover", "signatureHelp", "documentHighlight", "references"];

suite("The language server under random edits", () => {
  let client: LanguageClient;
  setup(async () => {
    client = await startClient();
  });
  teardown(async () => {
    assert.equal(await client.stop(), 0);
    assert.equal(client.errors(), "");
  });

  test("answers every request within the protocol, and ends with the text of the client", async () => {
    const documents = await fuzz(client, { seed: 20261124, edits: 10_000 });
    for (const document of documents) {
      const copy = `${document.uri.replace("fuzz", "fresh")}`;
      await client.open(copy, document.getText());
      assert.deepEqual(await everythingOf(client, document.uri), await everythingOf(client, copy));
    }
    assert.deepEqual(protocolProblems(client.messages, true), []);
    const counts = answerCounts(client.messages);
    const silent = Object.keys(shapes).filter(method => method !== "shutdown" && (counts.get(method)?.[1] ?? 0) === 0);
    assert.deepEqual(silent, [], "Every kind of request was answered with more than null.");
  });

  const malformed: readonly (readonly [name: string, text: string])[] = [
    ["nothing", ""],
    ["a zero byte", "\0"],
    ["half a surrogate pair", 'mapping "\ud800" { a <- "\udfff" }'],
    ["ten thousand open calls", `mapping "M" { a <- ${"Append(".repeat(10_000)} }`],
    ["ten thousand open brackets", `mapping "M" { a <- ${"[".repeat(10_000)}`],
    ["a line of a megabyte", `mapping "M" { a <- "${"x".repeat(1_000_000)}" }`],
    ["a thousand blocks", 'mapping "M" {\n'.repeat(1_000)],
    ["a deep object", `test "T" { user: ${"{ a: ".repeat(5_000)} }`],
    ["an open comment", "/*".repeat(5_000)],
    ["a picture", readFileSync("package-lock.json").subarray(0, 4_000).toString("base64")],
  ];
  for (const [name, text] of malformed) {
    test(`survives ${name}`, async () => {
      await client.open(uri, text);
      const document = TextDocument.create(uri, "provmap", 1, text);
      const ends = [0, Math.floor(text.length / 2), text.length].map(offset => document.positionAt(offset));
      for (const method of documentRequests)
        await client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri } });
      for (const method of placeRequests)
        for (const position of ends)
          await client.connection.sendRequest(`textDocument/${method}`, {
            textDocument: { uri },
            position,
            context: { includeDeclaration: true },
          });
      assert.ok((await client.pull(uri)).length < 100_000);
      assert.deepEqual(protocolProblems(client.messages, true), []);
    });
  }
});

/** What a server tells of a document without a place: equal for equal texts. */
async function everythingOf({ connection }: LanguageClient, documentUri: string): Promise<unknown> {
  const params = { textDocument: { uri: documentUri }, positions: [{ line: 0, character: 0 }] };
  const methods = ["documentSymbol", "foldingRange", "semanticTokens/full", "selectionRange", "diagnostic"];
  const answers = await Promise.all(methods.map(method => connection.sendRequest(`textDocument/${method}`, params)));
  return JSON.parse(
    JSON.stringify(answers)
      .replaceAll(documentUri, "")
      .replace(/"resultId":"\d+"/g, '"resultId":""'),
  );
}
