import assert from "node:assert/strict";
import { once } from "node:events";
import { start } from "../harness/commandLine.ts";

function message(content: object): string {
  const body = JSON.stringify({ jsonrpc: "2.0", ...content });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

suite("command line: lsp", function () {
  this.timeout(30_000);

  test("--stdio speaks the Language Server Protocol until it is told to exit", async () => {
    const child = start(["lsp", "--stdio"]);
    const ended = once(child, "close");
    let printed = "";
    const answered = new Promise<void>(resolve => {
      child.stdout.on("data", data => {
        printed += data;
        if (printed.includes('"capabilities"')) resolve();
      });
    });
    child.stdin.write(
      message({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } }),
    );
    await answered;
    child.stdin.write(message({ id: 2, method: "shutdown" }));
    child.stdin.write(message({ method: "exit" }));
    assert.deepEqual(await ended, [0, null]);
    assert.match(printed, /^Content-Length: \d+\r\n/);
  });
});
