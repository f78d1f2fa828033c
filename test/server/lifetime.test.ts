import assert from "node:assert/strict";
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from "vscode-jsonrpc/node";
import { startClient } from "../harness/languageClient.ts";

const server = "dist/server.js";
const introduction = (processId: number | null) => ({ processId, rootUri: null, capabilities: {} });

/** The server over ipc, as VS Code starts it. */
function overIpc() {
  const child = fork(server, ["--node-ipc"]);
  const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  connection.listen();
  return { child, connection, exit: once(child, "exit") };
}

suite("The process of the language server", () => {
  test("ends with 0 behind shutdown and exit", async () => {
    const client = await startClient();
    assert.equal(await client.stop(), 0);
  });
  test("ends with 1 at an exit without shutdown", async () => {
    const { connection, exit } = overIpc();
    await connection.sendRequest("initialize", introduction(process.pid));
    await connection.sendNotification("exit");
    assert.deepEqual(await exit, [1, null]);
    connection.dispose();
  });
  test("ends when its input does", async () => {
    const child = spawn(process.execPath, [server, "--stdio"]);
    child.stdin.end();
    assert.deepEqual(await once(child, "exit"), [1, null]);
  });
  test("ends when nobody listens over ipc any more", async () => {
    const { child, connection, exit } = overIpc();
    await connection.sendRequest("initialize", introduction(null));
    connection.dispose();
    child.disconnect();
    assert.deepEqual(await exit, [1, null]);
  });
  test("ends when the process of its client has ended", async () => {
    const gone = spawn(process.execPath, ["--eval", ""]);
    await once(gone, "exit");
    const { connection, exit } = overIpc();
    await connection.sendRequest("initialize", introduction(gone.pid ?? null));
    assert.deepEqual(await exit, [1, null]);
    connection.dispose();
  });
  test("says how it is started", async () => {
    const child = spawn(process.execPath, [server]);
    const said = child.stderr.toArray();
    assert.deepEqual(await once(child, "exit"), [1, null]);
    assert.match((await said).join(""), /Start the language server with --stdio or --node-ipc\./);
  });
});
