import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import packageJson from "../../package.json" with { type: "json" };

const runner = "node_modules/vscode-tmgrammar-test/dist/unit.js";
const grammar = "syntaxes/provmap.tmLanguage.json";
const cases = readdirSync(import.meta.dirname).filter(name => name.endsWith(".test.provmap"));

suite("grammar: the colours of the expressions in a schema of Graph", () => {
  test("graphSchema.test.json.txt", () => {
    const config = `${import.meta.dirname}/graphSchema.config.json`;
    const cases = `${import.meta.dirname}/graphSchema.test.json.txt`;
    const run = spawnSync(process.execPath, [runner, "--config", config, cases], { encoding: "utf8" });
    assert.equal(run.status, 0, run.stdout + run.stderr);
  });

  test("is the one that the extension injects", () => {
    const injected = packageJson.contributes.grammars.find(({ scopeName }) => scopeName === "provmap.injection.json");
    assert.deepEqual(injected, {
      scopeName: "provmap.injection.json",
      path: "./syntaxes/graphSchema.injection.tmLanguage.json",
      injectTo: ["source.json", "source.json.comments"],
    });
  });
});

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
