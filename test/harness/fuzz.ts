import { readFileSync } from "node:fs";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { schemaWith } from "./graphSchemas.ts";
import type { LanguageClient } from "./languageClient.ts";

/** What a run of random edits does, and how often. The same seed gives the same edits and requests. */
export interface FuzzSettings {
  readonly seed: number;
  readonly edits: number;
}

/** What is typed more often than by chance. */
const pieces = ['"', "[", "]", "(", ")", "{", "}", ",", "<-", ":", "\n", "\r\n", "\r", "//", "/*", "\\", "Sw", "match"];
const rarePieces = [
  "filter",
  " IS ",
  "é",
  "𝒳",
  "\0",
  'secret("',
  'user: "',
  "mapping ",
  "test ",
  "attributes source ",
  "${",
];

const samples = [
  ...["servicenow", "fabrikam-learning"].map(name => ({
    uri: `file:///fuzz/${name}.provmap`,
    languageId: "provmap",
    text: readFileSync(`samples/contoso/${name}.provmap`, "utf8"),
  })),
  { uri: "file:///fuzz/schema.json", languageId: "json", text: JSON.stringify(schemaWith({}), null, 2) },
];

/** Edits files and a schema at random, closes and opens them, and asks for something after each edit. Gives the texts that the client has at the end. */
export async function fuzz(client: LanguageClient, { seed, edits }: FuzzSettings): Promise<readonly TextDocument[]> {
  const random = randomNumbers(seed);
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  const documents = samples.map(({ uri, languageId, text }) => TextDocument.create(uri, languageId, 1, text)) as [
    TextDocument,
    ...TextDocument[],
  ];
  for (const document of documents) await client.open(document.uri, document.getText());
  const answers: Promise<unknown>[] = [];
  for (let version = 2; version < edits + 2; version++) {
    const document = pick(documents);
    await edit(client, document, version, random);
    const [method, params] = pick(requestsAt(document, random));
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(method, params, source.token).catch(() => undefined);
    answers.push(answer);
    if (random() < 0.1) source.cancel();
    if (random() < 0.3) await answer;
  }
  await Promise.all(answers);
  return documents;
}

/** Now and then the text is set back, so that most requests meet a file that a person could have typed. */
async function edit(
  client: LanguageClient,
  document: TextDocument,
  version: number,
  random: () => number,
): Promise<void> {
  const { uri } = document;
  const sample = samples.find(candidate => candidate.uri === uri)?.text ?? "";
  const kind = random();
  if (kind < 0.01) {
    await client.close(uri);
    await client.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: document.languageId, version, text: document.getText() },
    });
    TextDocument.update(document, [], version);
    return;
  }
  const change = kind < 0.1 ? { text: sample } : randomChange(document, sample, random);
  TextDocument.update(document, [change], version);
  await client.change(uri, version, [change]);
}

function randomChange(document: TextDocument, sample: string, random: () => number) {
  const length = document.getText().length;
  const start = Math.floor(random() * length);
  const end = random() < 0.6 ? start : Math.min(length, start + Math.floor(random() * 40));
  const from = Math.floor(random() * sample.length);
  const all = random() < 0.7 ? pieces : rarePieces;
  const piece = all[Math.floor(random() * all.length)] ?? "";
  const text = random() < 0.5 ? piece : sample.slice(from, from + Math.floor(random() * 60));
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
}

type Request = readonly [method: string, params: object];

function requestsAt(document: TextDocument, random: () => number): readonly [Request, ...Request[]] {
  const { uri } = document;
  const textDocument = { uri };
  const position = document.positionAt(randomPlace(document.getText(), random));
  const range = { start: { line: 0, character: 0 }, end: position };
  const options = { tabSize: 2, insertSpaces: true };
  const ofDocument = [
    "documentSymbol",
    "foldingRange",
    "codeLens",
    "documentLink",
    "semanticTokens/full",
    "diagnostic",
  ];
  const atPlace = [
    "completion",
    "hover",
    "signatureHelp",
    "definition",
    "documentHighlight",
    "prepareRename",
    "linkedEditingRange",
  ];
  return [
    ["mapwright/mappingAt", { textDocument, position }],
    ["workspace/symbol", { query: "e" }],
    ["workspace/diagnostic", { previousResultIds: [] }],
    [
      "completionItem/resolve",
      { label: "Switch", kind: 3, textEdit: { range, newText: "" }, data: { kind: "function", name: "Switch" } },
    ],
    ...ofDocument.map((method): Request => [`textDocument/${method}`, { textDocument }]),
    ...atPlace.map((method): Request => [`textDocument/${method}`, { textDocument, position }]),
    ["textDocument/references", { textDocument, position, context: { includeDeclaration: random() < 0.5 } }],
    ["textDocument/rename", { textDocument, position, newName: random() < 0.5 ? "badge" : 'a "b" c' }],
    ["textDocument/selectionRange", { textDocument, positions: [position, position] }],
    [
      "textDocument/codeAction",
      { textDocument, range, context: { diagnostics: [], ...(random() < 0.3 && { only: ["source"] }) } },
    ],
    ["textDocument/inlayHint", { textDocument, range }],
    ["textDocument/semanticTokens/range", { textDocument, range }],
    ["textDocument/semanticTokens/full/delta", { textDocument, previousResultId: String(document.version - 1) }],
    ["textDocument/formatting", { textDocument, options }],
    ["textDocument/rangeFormatting", { textDocument, range, options }],
    ["textDocument/onTypeFormatting", { textDocument, position, ch: random() < 0.5 ? "}" : "\n", options }],
  ];
}

/** Anywhere, or often in the name of a block or behind a parenthesis, where most features have something to tell. */
function randomPlace(text: string, random: () => number): number {
  const places =
    random() < 0.5 ? [...text.matchAll(/(?<=(?:mapping|filter|test) "|\()/g)].map(({ index }) => index) : [];
  return places[Math.floor(random() * places.length)] ?? Math.floor(random() * (text.length + 1));
}

/** A row of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
