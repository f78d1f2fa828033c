import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson, getL10nPseudoLocalized } from "@vscode/l10n-dev";
import bundle from "../../client/l10n/bundle.l10n.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");
const sources = globSync("client/src/**/*.ts", { cwd: root }).map(file => ({
  file,
  contents: readFileSync(join(root, file), "utf8"),
  extension: ".ts",
}));

/** What a person reads and nobody can translate: a literal where VS Code shows a text. */
const untranslated = [
  /\b(?:title|label|detail|description|placeHolder|placeholder|prompt|tooltip|openLabel|saveLabel|text|message|reason|heading)(?::|\s*=) ?["`](?:\$\([\w-]+\) )?[A-Z][a-z]+ [^"`]*["`]/g,
  /\bshow(?:Information|Warning|Error)Message\(\s*["`]/g,
  /\bsetStatusBarMessage\(\s*["`]/g,
  /\blateProgress\(\s*["`]/g,
  /(?:aria-label|title)="[A-Z]/g,
  />[A-Z][a-z]+(?: [\w’']+)*[.…]?<\//g,
];

suite("the client's texts", () => {
  test("stand in the bundle as the sources have them (npm run l10n writes it)", async () =>
    assert.deepEqual(bundle, await getL10nJson(sources)));

  test("can all be translated", () =>
    assert.deepEqual(
      sources.flatMap(({ file, contents }) =>
        untranslated.flatMap(pattern => Array.from(contents.matchAll(pattern), ([found]) => `${file}: ${found}`)),
      ),
      [],
    ));

  test("are shown in the person's language", () => {
    const pseudo = getL10nPseudoLocalized(bundle);
    const shown = execFileSync(process.execPath, ["test/client/speakPseudo.ts"], { cwd: root, encoding: "utf8" });
    for (const message of ["Steps", "Attributes", "Environment", "Scope", "Success", "Save as test", "Action"]) {
      assert.ok(shown.includes(String(Object.entries(pseudo).find(([key]) => key === message)?.[1])), message);
    }
    const sentences = Object.keys(bundle).filter(message => /^[A-Z][^{}]* [^{} ]+ [^{}]+$/.test(message));
    assert.deepEqual(
      sentences.filter(message => shown.includes(message)),
      [],
    );
  });
});
