import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import type { InlayHint } from "vscode-languageserver-protocol";
import { startClient } from "../harness/languageClient.ts";
import { temporaryWorkspace } from "../harness/workspace.ts";

/**
 * The times from a keystroke in a document to the new values of its mappings for one user of a thousand, round after round,
 * in milliseconds. Throws where a mapping has none.
 */
export async function liveValueTimes(text: string, mappings: number, rounds: number): Promise<readonly number[]> {
  const workspace = await temporaryWorkspace({
    "mapwright.json": { directory: "users.json" },
    "users.json": { users },
  });
  const client = await startClient({
    rootUri: pathToFileURL(workspace.folder).href,
    initializationOptions: { pinned: "user500@contoso.com" },
  });
  try {
    const uri = pathToFileURL(`${workspace.folder}/bench.provmap`).href;
    const lines = text.split("\n");
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const position = { line: lines.length - 3, character: lines.at(-3)?.lastIndexOf(")") ?? 0 };
    const behind = { ...position, character: position.character + 1 };
    await client.open(uri, text);
    const times: number[] = [];
    for (let version = 2; version < rounds + 2; version++) {
      const typed = version % 2 === 0;
      const change = { range: { start: position, end: typed ? position : behind }, text: typed ? " " : "" };
      const begun = performance.now();
      await client.change(uri, version, [change]);
      const hints = await client.connection.sendRequest<readonly InlayHint[]>("textDocument/inlayHint", {
        textDocument: { uri },
        range,
      });
      times.push(performance.now() - begun);
      assert.ok(hints.length > mappings);
    }
    return times;
  } finally {
    await client.stop();
    await workspace.remove();
  }
}

const users = Array.from({ length: 1_000 }, (_, index) => ({
  id: `00000000-0000-0000-0000-${String(index).padStart(12, "0")}`,
  userPrincipalName: `user${index}@contoso.com`,
  displayName: `User ${index}`,
  department: "Engineering",
  jobTitle: "Senior Engineer",
  accountEnabled: true,
}));
