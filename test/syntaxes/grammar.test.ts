import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const runner = "node_modules/vscode-tmgrammar-test/dist/unit.js";
const grammar = "syntaxes/provmap.tmLanguage.json";
const cases = readdirSync(import.meta.dirname).filter(name => name.endsWith(".test.provmap"));

suite("grammar: the colours of a .provmap", () => {
  test("there are cases", () => assert.ok(cases.length > 0));

  for (const name of cases) {
    test(name, () => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [runner, "--grammar", grammar, `${import.meta.dirname}/${name}`],
        { encoding: "utf8" },
      );
      assert.equal(status, 0, stdout + stderr);
    });
  }
});
