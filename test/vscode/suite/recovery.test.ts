import assert from "node:assert/strict";
import { commands } from "vscode";
import { codeOf, diagnosticsWhen, mapwright, openText } from "./sample.ts";

suite("language server that ends", () => {
  const mistake = 'mapping "Users" {\n  source: User\n  target: "User"\n  displayName <- Joim([givenName])\n}\n';

  async function comesBackAfter(end: (processId: number) => unknown): Promise<void> {
    const { serverProcessId } = await mapwright();
    const { uri } = await openText(mistake);
    const wrong = (list: readonly Parameters<typeof codeOf>[0][]) =>
      list.some(each => codeOf(each) === "unknown-function");
    await diagnosticsWhen(uri, wrong);
    const before = serverProcessId();
    assert.ok(before);
    const gone = diagnosticsWhen(uri, list => list.length === 0);
    await end(before);
    await gone;
    await diagnosticsWhen(uri, wrong);
    assert.notEqual(serverProcessId(), before);
  }

  test("is started again after a crash, and the problems come back", () =>
    comesBackAfter(processId => process.kill(processId, "SIGKILL")));

  test("is started again by the command", () =>
    comesBackAfter(() => commands.executeCommand("mapwright.restartServer")));
});
