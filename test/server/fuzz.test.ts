import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { CancellationTokenSource, ResponseError } from "vscode-jsonrpc/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";

const sample = readFileSync("samples/contoso/servicenow.provmap", "utf8");
const uri = "file:///fuzz.provmap";
const pieces = [
  '"',
  "[",
  "]",
  "(",
  ")",
  "{",
  "}",
  ",",
  "<-",
  ":",
  "\n",
  "\r\n",
  "\r",
  "//",
  "/*",
  "\\",
  "Sw",
  "match",
  "filter",
  " IS ",
  "é",
  "𝒳",
  "\0",
];

const documentRequests = ["documentSymbol", "foldingRange", "codeLens", "diagnostic"];
const placeRequests = ["completion", "hover", "signatureHelp"];

suite("The language server under random edits", () => {
  let client: LanguageClient;
  setup(async () => {
    client = await startClient();
  });
  teardown(async () => {
    assert.equal(await client.stop(), 0);
    assert.equal(client.errors(), "");
  });

  test("answers every request, and ends with the diagnostics of the text", async () => {
    const random = randomNumbers(20261124);
    const document = TextDocument.create(uri, "provmap", 1, sample);
    const failures: unknown[] = [];
    const answers: Promise<unknown>[] = [];
    await client.open(uri, sample);
    for (let version = 2; version <= 301; version++) {
      const change = randomChange(document, random);
      TextDocument.update(document, [change], version);
      await client.change(uri, version, [change]);
      const [method, params] = randomRequest(document, random);
      const source = new CancellationTokenSource();
      answers.push(
        client.connection
          .sendRequest(method, params, source.token)
          .catch(error => !isCancellation(error) && failures.push(error)),
      );
      if (random() < 0.2) source.cancel();
    }
    await Promise.all(answers);
    assert.deepEqual(failures, []);
    const fresh = "file:///fresh.provmap";
    await client.open(fresh, document.getText());
    assert.deepEqual(await client.pull(uri), await client.pull(fresh));
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
          await client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
      assert.ok((await client.pull(uri)).length < 100_000);
    });
  }
});

function randomChange(document: TextDocument, random: () => number) {
  const length = document.getText().length;
  const start = Math.floor(random() * length);
  const end = random() < 0.5 ? start : Math.min(length, start + Math.floor(random() * 40));
  const from = Math.floor(random() * sample.length);
  const piece = pieces[Math.floor(random() * pieces.length)] ?? "";
  const text = random() < 0.5 ? piece : sample.slice(from, from + Math.floor(random() * 60));
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
}

function randomRequest(document: TextDocument, random: () => number): readonly [method: string, params: object] {
  const position = document.positionAt(Math.floor(random() * document.getText().length));
  const textDocument = { uri };
  const all: readonly (readonly [string, object])[] = [
    ...documentRequests.map(method => [method, { textDocument }] as const),
    ...placeRequests.map(method => [method, { textDocument, position }] as const),
    [
      "codeAction",
      { textDocument, range: { start: { line: 0, character: 0 }, end: position }, context: { diagnostics: [] } },
    ],
    ["formatting", { textDocument, options: { tabSize: 2, insertSpaces: true } }],
  ];
  const [method, params] = all[Math.floor(random() * all.length)] ?? ["hover", { textDocument, position }];
  return [`textDocument/${method}`, params];
}

/** Cancelled by the client, by the server, or because the document had changed. */
function isCancellation(error: unknown): boolean {
  return error instanceof ResponseError && [-32800, -32801, -32802].includes(error.code);
}

/** A row of numbers in [0, 1) that is the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
