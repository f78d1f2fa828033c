import assert from "node:assert/strict";
import { commands, extensions } from "vscode";
import { mapwright } from "./sample.ts";

suite("commands in the extension host", () => {
  suiteSetup(mapwright);

  test("every command of package.json is there", async () => {
    const known = new Set(await commands.getCommands(true));
    const { contributes } = extensions.getExtension("mapwright.mapwright")?.packageJSON ?? {};
    const named: readonly { readonly command: string }[] = contributes.commands;
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter(({ command }) => !known.has(command)),
      [],
    );
  });
});
