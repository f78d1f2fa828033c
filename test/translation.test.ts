import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { getL10nPseudoLocalized } from "@vscode/l10n-dev";
import bundle from "../client/l10n/bundle.l10n.json" with { type: "json" };
import { dataTexts, translatedSources, translations } from "./harness/translations.ts";

const root = join(import.meta.dirname, "..");
const clientSources = translatedSources.filter(({ file }) => file.startsWith("client/"));

/** What a person reads and nobody can translate: a literal where VS Code shows a text. */
const untranslated = [
  /\b(?:title|label|detail|description|placeHolder|placeholder|prompt|tooltip|openLabel|saveLabel|text|message|reason|heading)(?::|\s*=) ?["`](?:\$\([\w-]+\) )?[A-Z][a-z]+ [^"`]*["`]/g,
  /\bshow(?:Information|Warning|Error)Message\(\s*["`]/g,
  /\bsetStatusBarMessage\(\s*["`]/g,
  /\blateProgress\(\s*["`]/g,
  /(?:aria-label|title)="[A-Z]/g,
  />[A-Z][a-z]+(?: [\w’']+)*[.…]?<\//g,
];

/** The folders of the server whose sentences are made for people. */
const folders: readonly string[] = [
  "capabilities",
  "connectors",
  "editing",
  "engine",
  "features",
  "functions",
  "language",
  "model/graph",
  "model/layOnto",
  "model/read",
  "requests",
  "serve",
  "session",
  "validation",
];

/** What other programs read: the answers of the sandbox, and what language models are told. */
const forPrograms =
  /^server\/src\/(?:connectors\/sandbox\/(?:filter|front|resources|router|schemas|store)\.ts|session\/tools\/)/;

/** Sentences of a folder that stand neither in `l10n.t` nor in data that is translated where it is shown, nor are an error of the program itself. */
function sentencesOutside(folder: string): readonly string[] {
  const sentence =
    /(?<!l10n\.t\(?\s*)(?<!\b(?:summary|remedy|description|tooFew|text|bad|good|source|expression|result):\s*|\bnew (?:Error|DOMException)\(\s*)(["`])(?:[A-Za-z]|['“$])(?:\\.|(?!\1)[^\\\n])*? (?:\\.|(?!\1)[^\\\n])*[.?!…]\1/g;
  return translatedSources
    .filter(({ file }) => file.startsWith(`server/src/${folder}`) && !forPrograms.test(file))
    .flatMap(({ file, contents }) =>
      Array.from(contents.replaceAll(noText, "").matchAll(sentence), ([found]) => found)
        .filter(literal => literal.replaceAll(/\$\{[^}]*\}/g, "").includes(" "))
        .filter(literal => !/^.(?:SELECT|UPDATE|DELETE) /.test(literal))
        .filter(literal => !dataTexts.has(literal.slice(1, -1).replaceAll(/\\(.)/g, "$1")))
        .map(literal => `${file}: ${literal}`),
    );
}

/** Comments, what `l10n.t` is given, and expressions that are examples. */
const noText = /l10n\.t`(?:\\.|[^`\\])*`|\/\*\*?[\s\S]*?\*\/|^\s*\/\/.*$|\bexpression:\s*'(?:\\.|[^'\\])*'/gm;

suite("the texts that VS Code shows", () => {
  test("stand in the bundle as the sources have them (npm run l10n writes it)", async () =>
    assert.deepEqual(bundle, await translations()));

  test("can all be translated", () =>
    assert.deepEqual(
      clientSources.flatMap(({ file, contents }) =>
        untranslated.flatMap(pattern => Array.from(contents.matchAll(pattern), ([found]) => `${file}: ${found}`)),
      ),
      [],
    ));

  for (const folder of folders) {
    test(`can all be translated in ${folder}`, () => assert.deepEqual(sentencesOutside(folder), []));
  }

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
