import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { largeSchema } from "../harness/graphSchemas.ts";
import {
  type Contender,
  jsonServer,
  mapwright,
  nodeOptions,
  type RunningServer,
  startServer,
} from "./languageServer.ts";
import { exactly, type Goal, type Row, type Sample, summarise } from "./measure.ts";
import { jsonOf, manyMappings, provmapOf } from "./texts.ts";

const warmUp = 30;

/** Typing in a file: a server, what it is given, and where a person types in it. */
interface Typist {
  readonly contender: Contender;
  readonly uri: string;
  readonly text: string;
  /** The text before the place that is typed at and asked about. */
  readonly before: string;
  readonly rounds: number;
}

/** The times of each round, in milliseconds. */
interface Times {
  readonly diagnostics: number[];
  readonly completion: number[];
  readonly editedCompletion: number[];
  readonly hover: number[];
  readonly signatureHelp: number[];
}

/**
 * What a person waits for while typing: 200 lines and a schema of 1 MB beside the JSON server, 5,000 mappings alone. The
 * figures of times are 95th percentiles. Ours to diagnostics have the pause in which the server waits for more typing.
 */
export async function editingRows(): Promise<readonly Row[]> {
  return [...(await smallRows()), ...(await largeRows()), ...(await schemaRows())];
}

async function smallRows(): Promise<readonly Row[]> {
  const typing = {
    uri: "file:///bench/typed.provmap",
    text: provmapOf(200),
    before: "  urn:ietf:params:scim:schemas:extension:bench:2.0:User:field3 <- Join(",
    rounds: 200,
  };
  const { times: ours } = await typeIn({ ...typing, contender: mapwright });
  const json = jsonServer();
  const { times: theirs } = await typeIn({
    contender: json,
    uri: "file:///bench/typed.json",
    text: jsonOf(200),
    before: '"key100": [',
    rounds: 200,
  });
  const row = (name: string, key: keyof Times, atMost: number): Row => ({
    ...figure(name, ours[key], atMost),
    peer: { name: json.name, sample: p95(theirs[key]) },
  });
  return [
    row("L4 edit to diagnostics p95, 200 lines", "diagnostics", 60),
    figure("L4 of that, work p95", workOf({ ...typing, rounds: 100 }), 5),
    row("L5 completion p95, 200 lines", "completion", 3),
    row("L5 edit and completion p95, 200 lines", "editedCompletion", 6),
  ];
}

async function largeRows(): Promise<readonly Row[]> {
  const uri = "file:///bench/typed.provmap";
  const typing = { uri, text: manyMappings(5_000), before: "field4321 <- Join(", rounds: 100 };
  const { times } = await typeIn({ ...typing, contender: mapwright });
  return [
    figure("edit to diagnostics p95, 5,000 mappings", times.diagnostics),
    figure("of that, work p95", workOf({ ...typing, rounds: 60 }), 120),
    figure("completion p95, 5,000 mappings", times.completion, 20),
    figure("edit and completion p95, 5,000 mappings", times.editedCompletion),
    figure("hover p95, 5,000 mappings", times.hover, 20),
    figure("signature help p95, 5,000 mappings", times.signatureHelp, 20),
  ];
}

/** In turns, so that neither server has a quieter machine than the other. */
async function schemaRows(): Promise<readonly Row[]> {
  const text = JSON.stringify(largeSchema(600), null, 2);
  const typing = { uri: "file:///bench/schema.json", text, before: '"targetAttributeName": "', rounds: 20 };
  const json = jsonServer();
  const ours: number[] = [];
  const work: number[] = [];
  const theirs: number[] = [];
  const memory: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] };
  for (let turn = 0; turn < 3; turn++) {
    const typed = await typeIn({ ...typing, contender: { ...mapwright, languageId: "json" } });
    const pulled = await typeIn({ ...typing, contender: json });
    ours.push(...typed.times.diagnostics);
    theirs.push(...pulled.times.diagnostics);
    work.push(...workOf(typing));
    memory.ours.push(typed.memory);
    memory.theirs.push(pulled.memory);
  }
  const beside = (row: Row, sample: Sample, goal?: Goal): Row => ({
    ...row,
    peer: { name: json.name, sample },
    ...(goal && { goal }),
  });
  const remembered = { name: "L6 memory after it", unit: "MB", ours: summarise(memory.ours) };
  return [
    beside(figure("edit to diagnostics p95, schema of 1 MB", ours), p95(theirs)),
    beside(figure("L6 of that, work p95", work), p95(theirs), { of: "ratio", atMost: 1 }),
    beside(remembered, summarise(memory.theirs), { of: "ratio", atMost: 0.6 }),
  ];
}

async function typeIn({ contender, uri, text, before, rounds }: Typist): Promise<{ times: Times; memory: number }> {
  const server = await startServer(contender);
  await server.open(uri, text);
  const position = TextDocument.create(uri, "", 1, text).positionAt(text.indexOf(before) + before.length);
  const times = await measure(server, uri, position, rounds);
  const memory = server.memory();
  await server.stop();
  return { times, memory };
}

/** Types a blank and takes it back, round after round, and asks in between. */
async function measure(
  { connection }: RunningServer,
  uri: string,
  position: { line: number; character: number },
  rounds: number,
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

/** The times of the work that an edit causes, in a process that is started as the server is. */
function workOf({ uri, text, before, rounds }: Omit<Typist, "contender">): readonly number[] {
  const worker = join(import.meta.dirname, "editing", "work.ts");
  const place = text.indexOf(before) + before.length;
  const options = [...nodeOptions, worker, uri, String(place), String(warmUp), String(rounds)];
  return JSON.parse(execFileSync(process.execPath, options, { input: text, encoding: "utf8" }));
}

function figure(name: string, values: readonly number[], atMost?: number): Row {
  return { name, unit: "ms", ours: p95(values), ...(atMost !== undefined && { goal: { of: "figure", atMost } }) };
}

function p95(values: readonly number[]): Sample {
  const sorted = values.toSorted((first, second) => first - second);
  return exactly(sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN);
}
