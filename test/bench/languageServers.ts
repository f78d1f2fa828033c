import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { type Row, summarise } from "./measure.ts";
import { peer } from "./peers.ts";

const root = join(import.meta.dirname, "..", "..");
const starts = 12;

interface Contender {
  readonly name: string;
  readonly command: readonly string[];
  readonly languageId: string;
  readonly text: string;
}

interface Times {
  readonly initialize: number[];
  readonly diagnostics: number[];
}

/** Spawn to the answer of `initialize`, and didOpen to the first diagnostics of a 200-line file, of each server in turn. */
export async function languageServerRows(): Promise<readonly Row[]> {
  const contenders = [
    {
      name: "mapwright",
      command: [join(root, "dist/server.js"), "--stdio"],
      languageId: "provmap",
      text: provmapOf(200),
    },
    {
      name: "vscode-json-language-server 4.10.0",
      command: [join(peer("vscode-langservers-extracted"), "bin/vscode-json-language-server"), "--stdio"],
      languageId: "json",
      text: jsonOf(200),
    },
    {
      name: "yaml-language-server 2.0.0",
      command: [join(peer("yaml-language-server"), "bin/yaml-language-server"), "--stdio"],
      languageId: "yaml",
      text: yamlOf(200),
    },
  ];
  const times = contenders.map((): Times => ({ initialize: [], diagnostics: [] }));
  for (let round = 0; round < starts; round++) {
    for (const [index, contender] of contenders.entries()) {
      const { initialize, diagnostics } = await measure(contender);
      times[index]?.initialize.push(initialize);
      times[index]?.diagnostics.push(diagnostics);
    }
  }
  const [ours, ...others] = times;
  if (ours === undefined) return [];
  return others.flatMap((theirs, index) => {
    const name = contenders[index + 1]?.name ?? "";
    const row = (what: string, key: keyof Times): Row => ({
      name: what,
      unit: "ms",
      ours: summarise(ours[key]),
      peer: { name, sample: summarise(theirs[key]) },
    });
    return [row("spawn to initialize", "initialize"), row("didOpen to diagnostics, 200 lines", "diagnostics")];
  });
}

async function measure(contender: Contender): Promise<{ initialize: number; diagnostics: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...contender.command], { stdio: ["pipe", "pipe", "ignore"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", (params: { items: readonly unknown[] }) =>
    params.items.map(() => ({})),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  try {
    const { capabilities } = await connection.sendRequest<{ capabilities: { diagnosticProvider?: unknown } }>(
      "initialize",
      {
        processId: process.pid,
        rootUri: null,
        capabilities: {
          textDocument: { diagnostic: { dynamicRegistration: false }, publishDiagnostics: {} },
          workspace: { configuration: true },
        },
      },
    );
    const initialize = performance.now() - begun;
    await connection.sendNotification("initialized", {});
    const opened = performance.now();
    await firstDiagnostics(connection, contender, capabilities.diagnosticProvider !== undefined);
    return { initialize, diagnostics: performance.now() - opened };
  } finally {
    connection.dispose();
    child.kill();
  }
}

/** Pulls where the server lets a client pull, else waits for what it publishes. */
async function firstDiagnostics(
  connection: MessageConnection,
  { languageId, text }: Contender,
  pull: boolean,
): Promise<void> {
  const uri = `file:///bench/sample.${languageId}`;
  const { promise, resolve } = Promise.withResolvers<void>();
  connection.onNotification("textDocument/publishDiagnostics", () => resolve());
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  if (pull) await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  else await promise;
}

/** The sample application with its mappings repeated up to this many lines, under targets that the file declares. */
export function provmapOf(lines: number): string {
  const sample = readFileSync(join(root, "samples/contoso/servicenow.provmap"), "utf8").trimEnd().split("\n");
  const more = Math.floor((lines - sample.length - 9) / 2);
  const urn = (index: number) => `urn:ietf:params:scim:schemas:extension:bench:2.0:User:field${index}`;
  const object = '"urn:ietf:params:scim:schemas:extension:bench:2.0:User"';
  const declared = Array.from({ length: more }, (_, index) => `  ${urn(index)}: String`);
  const mapped = Array.from(
    { length: more },
    (_, index) => `  ${urn(index)} <- Join(" ", ToUpper([department]), Left([jobTitle], ${index + 1}))`,
  );
  return [
    ...sample,
    `attributes target ${object} {`,
    ...declared,
    "}",
    'mapping "Bench" {',
    `  target: ${object}`,
    "  userName <- [userPrincipalName] match 1",
    ...mapped,
    "}",
    "",
  ].join("\n");
}

/** A JSON object of so many lines. */
export function jsonOf(lines: number): string {
  const members = Array.from(
    { length: lines - 2 },
    (_, index) => `  "key${index}": ["value", ${index}, { "a": true }]`,
  );
  return `{\n${members.join(",\n")}\n}\n`;
}

function yamlOf(lines: number): string {
  return Array.from({ length: lines }, (_, index) => `key${index}: [value, ${index}, { a: true }]`).join("\n");
}
