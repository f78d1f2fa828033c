import { spawn } from "node:child_process";
import { join } from "node:path";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { createDocument } from "../../server/src/model/document.ts";
import { validate } from "../../server/src/validation/validate.ts";
import { jsonOf, provmapOf } from "./languageServers.ts";
import { exactly, type Row, type Sample } from "./measure.ts";
import { peer } from "./peers.ts";

const rounds = 200;
const warmUp = 30;

/** Typing in a file: a server, what it is given, and where a person types in it. */
interface Typist {
  readonly name: string;
  readonly command: readonly string[];
  readonly languageId: string;
  readonly text: string;
  /** The text before the place that is typed at and asked about. */
  readonly before: string;
}

/** The times of each round, in milliseconds. */
interface Times {
  readonly diagnostics: number[];
  readonly completion: number[];
  readonly editedCompletion: number[];
  readonly hover: number[];
  readonly signatureHelp: number[];
}

const server = join(import.meta.dirname, "..", "..", "dist", "server.js");

/** What a person waits for while typing: of 200 lines beside the JSON server, and of 5,000 mappings alone. The figures are 95th percentiles. */
export async function editingRows(): Promise<readonly Row[]> {
  const json = join(peer("vscode-langservers-extracted"), "bin/vscode-json-language-server");
  const ours = { name: "mapwright", command: [server, "--stdio"], languageId: "provmap" };
  const small = await typeIn({
    ...ours,
    text: provmapOf(200),
    before: "  urn:ietf:params:scim:schemas:extension:bench:2.0:User:field3 <- Join(",
  });
  const theirs = await typeIn({
    name: "vscode-json-language-server 4.10.0",
    command: [json, "--stdio"],
    languageId: "json",
    text: jsonOf(200),
    before: '"key100": [',
  });
  const many = manyMappings(5_000);
  const large = await typeIn({ ...ours, text: many, before: "field4321 <- Join(" });
  const beside = (values: readonly number[]) => ({ name: "vscode-json-language-server 4.10.0", sample: p95(values) });
  const row = (name: string, values: readonly number[], peers?: readonly number[]): Row => ({
    name,
    unit: "ms",
    ours: p95(values),
    ...(peers && { peer: beside(peers) }),
  });
  return [
    row("edit to diagnostics p95, 200 lines", small.diagnostics, theirs.diagnostics),
    row("completion p95, 200 lines", small.completion, theirs.completion),
    row("edit and completion p95, 200 lines", small.editedCompletion, theirs.editedCompletion),
    row("edit to diagnostics p95, 5,000 mappings", large.diagnostics),
    row("of that, work p95", workOf(many)),
    row("completion p95, 5,000 mappings", large.completion),
    row("edit and completion p95, 5,000 mappings", large.editedCompletion),
    row("hover p95, 5,000 mappings", large.hover),
    row("signature help p95, 5,000 mappings", large.signatureHelp),
  ];
}

async function typeIn({ command, languageId, text, before }: Typist): Promise<Times> {
  const child = spawn(process.execPath, [...command], { stdio: ["pipe", "pipe", "ignore"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) => items.map(() => ({})));
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  try {
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: {} }, workspace: { configuration: true } },
    });
    await connection.sendNotification("initialized", {});
    const uri = `file:///bench/typed.${languageId}`;
    await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    return await measure(
      connection,
      uri,
      TextDocument.create(uri, languageId, 1, text).positionAt(text.indexOf(before) + before.length),
    );
  } finally {
    connection.dispose();
    child.kill();
  }
}

/** Types a blank and takes it back, round after round, and asks in between. */
async function measure(
  connection: MessageConnection,
  uri: string,
  position: { line: number; character: number },
): Promise<Times> {
  const times: Times = { diagnostics: [], completion: [], editedCompletion: [], hover: [], signatureHelp: [] };
  const behind = { ...position, character: position.character + 1 };
  let version = 1;
  const edit = () => {
    version++;
    const typed = version % 2 === 0;
    const range = { start: position, end: typed ? position : behind };
    const contentChanges = [{ range, text: typed ? " " : "" }];
    return connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  };
  const ask = (method: string) => connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
  const timed = async (values: number[], work: () => Promise<unknown>, round: number) => {
    const begun = performance.now();
    await work();
    if (round >= 0) values.push(performance.now() - begun);
  };
  for (let round = -warmUp; round < rounds; round++) {
    await timed(times.diagnostics, async () => edit().then(() => ask("diagnostic")), round);
    await timed(times.completion, () => ask("completion"), round);
    await timed(times.hover, () => ask("hover"), round);
    await timed(times.signatureHelp, () => ask("signatureHelp").catch(() => null), round);
    await timed(times.editedCompletion, async () => edit().then(() => ask("completion")), round);
  }
  return times;
}

/** The time of reading a text, of all rules and of their diagnostics, without the messages and the pause. */
function workOf(text: string): readonly number[] {
  return Array.from({ length: 40 }, (_, version) => {
    const begun = performance.now();
    const document = createDocument("file:///bench/typed.provmap", version, `${text}${" ".repeat(version % 2)}`);
    diagnostics(document, validate(document.configuration, document.syntaxProblems));
    return performance.now() - begun;
  }).slice(10);
}

/** A file with so many attribute mappings, under targets that it declares. */
function manyMappings(count: number): string {
  const object = "urn:bench:2.0:User";
  const names = Array.from({ length: count }, (_, index) => `field${index}`);
  return [
    `attributes target "${object}" {`,
    ...names.map(name => `  ${name}: String`),
    "}",
    "",
    'mapping "Bench" {',
    "  source: User",
    `  target: "${object}"`,
    "  field0 <- [userPrincipalName] match 1",
    ...names
      .slice(1)
      .map((name, index) => `  ${name} <- Join(" ", ToUpper([department]), Left([jobTitle], ${index + 1}))`),
    "}",
    "",
  ].join("\n");
}

function p95(values: readonly number[]): Sample {
  const sorted = values.toSorted((first, second) => first - second);
  return exactly(sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN);
}
