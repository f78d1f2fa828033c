import assert from "node:assert/strict";
import type { LoggedMessage } from "../languageClient.ts";
import { protocolProblems } from "./check.ts";

const uri = "file:///a.provmap";
const textDocument = { uri };
const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});
const client = (message: LoggedMessage["message"]): LoggedMessage => ({ from: "client", message });
const server = (message: LoggedMessage["message"]): LoggedMessage => ({ from: "server", message });

const opened = client({ method: "textDocument/didOpen", params: { textDocument: { uri, text: "one\ntwo" } } });
const changed = client({
  method: "textDocument/didChange",
  params: { textDocument: { uri, version: 2 }, contentChanges: [{ range: range(0, 0, 3), text: "" }] },
});
const asked = (id: number, method = "hover") =>
  client({ id, method: `textDocument/${method}`, params: { textDocument, position: { line: 0, character: 0 } } });
const hovered = (id: number, line = 0) => server({ id, result: { contents: "x", range: range(line, 0, 3) } });
const failed = (id: number, code: number) => server({ id, error: { code, message: "" } });

suite("The checker of the protocol", () => {
  const logs: readonly (readonly [sentence: string, problem: RegExp | undefined, ...log: LoggedMessage[]])[] = [
    ["has nothing against an answer", undefined, opened, asked(1), hovered(1)],
    ["has nothing against null", undefined, opened, asked(1), server({ id: 1, result: null })],
    ["misses an answer", /hover was not answered/, opened, asked(1)],
    ["counts answers", /answered twice/, opened, asked(1), hovered(1), hovered(1)],
    ["knows what was asked", /answer to no request/, hovered(1)],
    ["knows the shape of a result", /of another shape/, opened, asked(1), server({ id: 1, result: { contents: 5 } })],
    ["knows the shapes of all methods", /of another shape/, opened, asked(1, "unheard"), server({ id: 1, result: {} })],
    [
      "wants a selection inside its symbol",
      /of another shape/,
      opened,
      asked(1, "documentSymbol"),
      server({ id: 1, result: [{ name: "a", kind: 5, range: range(0, 0, 2), selectionRange: range(0, 0, 3) }] }),
    ],
    [
      "wants whole tokens",
      /of another shape/,
      opened,
      asked(1, "semanticTokens/full"),
      server({ id: 1, result: { data: [0, 0, 1] } }),
    ],
    ["wants ranges inside the document", /outside its document/, opened, asked(1), hovered(1, 5)],
    [
      "wants characters inside their line",
      /outside its document/,
      opened,
      asked(1, "definition"),
      server({ id: 1, result: [{ uri, range: range(0, 0, 9) }] }),
    ],
    [
      "lets ranges of another document be",
      undefined,
      opened,
      asked(1, "definition"),
      server({ id: 1, result: [{ uri: "file:///b", range: range(7, 0, 9) }] }),
    ],
    ["lets ranges of an older text be", undefined, opened, asked(1), changed, hovered(1)],
    ["reads changes as they are made", /outside its document/, opened, changed, asked(1), hovered(1)],
    ["wants a reason for a request that is cancelled", /nobody cancelled it/, opened, asked(1), failed(1, -32800)],
    [
      "takes the client's reason",
      undefined,
      opened,
      asked(1),
      client({ method: "$/cancelRequest", params: { id: 1 } }),
      failed(1, -32800),
    ],
    ["wants a change behind a stale request", /was not made/, opened, asked(1), failed(1, -32801)],
    ["takes a change as a reason", undefined, opened, asked(1), changed, failed(1, -32801)],
    ["takes no failure", /hover failed/, opened, asked(1), failed(1, -32603)],
  ];
  for (const [sentence, problem, ...log] of logs) {
    test(sentence, () => {
      const problems = protocolProblems(log);
      if (problem === undefined) assert.deepEqual(problems, []);
      else assert.match(problems.join("\n"), problem);
    });
  }
});
