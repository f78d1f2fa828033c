import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRegistry } from "vscode-tmgrammar-test/dist/common/index.js";
import { tokenModifiers, tokenTypes } from "../../server/src/features/semanticTokenLegend.ts";
import { semanticTokens, semanticTokensEdits } from "../../server/src/features/semanticTokens.ts";
import { tokensOf } from "../../server/src/features/tokens.ts";
import { offsetAt } from "../../server/src/language/lines.ts";
import type { ProvmapDocument } from "../../server/src/model/document.ts";
import { documentOf, inMapping } from "../harness/documents.ts";

const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
const scopes: Readonly<Record<string, readonly string[]>> = contributes.semanticTokenScopes[0].scopes;
const samples = ["servicenow", "fabrikam-learning"].map(name =>
  readFileSync(`samples/contoso/${name}.provmap`, "utf8"),
);

/** The tokens that the numbers say, as `type.modifier text`. */
function shown(document: ProvmapDocument, data = semanticTokens(document)): readonly string[] {
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(index * 5, index * 5 + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const start = offsetAt(document.text, document.lineStarts, { line, character });
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    return `${[tokenTypes[type], ...modifiers].join(".")} ${document.text.slice(start, start + length)}`;
  });
}

suite("Semantic tokens", () => {
  const written: readonly (readonly [sentence: string, text: string, ...tokens: string[]])[] = [
    [
      "of an application",
      'application "A" { scope: all }',
      "keyword application",
      'namespace.declaration "A"',
      "property scope",
    ],
    [
      "of filters and their clauses",
      'mapping "M" { input filter "F" { city IS NOT NULL } }',
      "keyword mapping",
      'class.declaration "M"',
      "modifier input",
      "keyword filter",
      'interface.declaration "F"',
      "variable city",
      "operator IS",
      "operator NOT",
      "operator NULL",
    ],
    [
      "of an attribute mapping",
      'mapping M { title <- Append([mail], [city]) on create default "x" match 1 }',
      "keyword mapping",
      "class.declaration M",
      "property.modification title",
      "function.defaultLibrary Append",
      "variable mail",
      "variable city",
      "decorator on",
      "decorator create",
      "decorator default",
      "decorator match",
    ],
    [
      "of paths, without what stands in their brackets",
      'mapping M { emails[type eq "work"].value <- [a] urn:x:2.0:User:badge <- [a] }',
      "keyword mapping",
      "class.declaration M",
      "property.modification emails",
      "property.modification .value",
      "variable a",
      "namespace urn:x:2.0:User:",
      "property.modification badge",
      "variable a",
    ],
    [
      "of declared attributes",
      'attributes target "X" { badge: String, required }',
      "keyword attributes",
      "modifier target",
      'namespace.declaration "X"',
      "property.declaration badge",
      "type String",
      "modifier required",
    ],
    [
      "of a test",
      'test "T" { user: { city: "x" } expect skip { reason: "y" } }',
      "keyword test",
      'event.declaration "T"',
      "property user",
      "property city",
      "keyword expect",
      "enumMember skip",
      "property reason",
    ],
    [
      "of keywords only where they are keywords",
      "mapping M { match <- [filter] }",
      "keyword mapping",
      "class.declaration M",
      "property.modification match",
      "variable filter",
    ],
    [
      "of regular expressions",
      'mapping M { a <- Replace([b], , "x+", , "", , ) }',
      "keyword mapping",
      "class.declaration M",
      "property.modification a",
      "function.defaultLibrary Replace",
      "variable b",
      'regexp "x+"',
    ],
    [
      "of no function that does not exist",
      "mapping M { a <- Swich() }",
      "keyword mapping",
      "class.declaration M",
      "property.modification a",
    ],
    [
      "of what is written of a half-typed file",
      "mapping M { a <- Append([b",
      "keyword mapping",
      "class.declaration M",
      "property.modification a",
      "function.defaultLibrary Append",
      "variable b",
    ],
  ];
  for (const [sentence, text, ...tokens] of written) {
    test(sentence, () => assert.deepEqual(shown(documentOf(text)), tokens));
  }

  test("of a part are those that touch it", () => {
    const document = documentOf(inMapping("title <- [jobTitle]\n  nickName <- [givenName]"));
    const start = document.text.indexOf("nickName");
    assert.deepEqual(shown(document, semanticTokens(document, { start, end: start + 8 })), [
      "property.modification nickName",
    ]);
  });
  test("never overlap, and lie on one line each", () => {
    for (const sample of samples) {
      let end = 0;
      for (const { span } of tokensOf(documentOf(sample), { start: 0, end: sample.length })) {
        assert.ok(span.start >= end, sample.slice(span.start, span.end));
        assert.doesNotMatch(sample.slice(span.start, span.end), /\n/);
        end = span.end;
      }
    }
  });
  test("have the colours of the grammar, but for regular expressions", async () => {
    for (const sample of samples) {
      const scopesAt = await grammarScopes(sample);
      for (const { span, type, modifiers } of tokensOf(documentOf(sample), { start: 0, end: sample.length }).filter(
        ({ type }) => type !== "regexp",
      )) {
        const contributed = scopes[[type, ...modifiers].join(".")] ?? scopes[type] ?? [];
        const found = scopesAt(span.start);
        const word = `${type} ${sample.slice(span.start, span.end)}`;
        assert.ok(
          contributed[0]?.split(" ").every(scope => found.includes(scope)),
          `${word}: ${found.join(" ")}`,
        );
      }
    }
  });
  test("have a scope for every type of the legend", () => {
    const selected = new Set(Object.keys(scopes).map(selector => selector.split(".")[0]));
    assert.deepEqual(
      tokenTypes.filter(type => !selected.has(type)),
      [],
    );
  });
});

suite("Edits of semantic tokens", () => {
  const applied = (before: readonly number[], after: readonly number[]) =>
    semanticTokensEdits(before, after).reduce<readonly number[]>(
      (data, { start, deleteCount, data: added }) => data.toSpliced(start, deleteCount, ...added),
      before,
    );
  const changes: readonly (readonly [sentence: string, before: readonly number[], after: readonly number[]])[] = [
    ["at the start", [1, 2, 3], [9, 2, 3]],
    ["at the end", [1, 2, 3], [1, 2, 3, 4]],
    ["in the middle", [1, 2, 3, 4], [1, 8, 9, 4]],
    ["of all", [1, 2], [3, 4]],
    ["to nothing", [1, 2], []],
    ["of what repeats", [1, 1, 1], [1, 1]],
  ];
  for (const [sentence, before, after] of changes)
    test(sentence, () => assert.deepEqual(applied(before, after), after));
  test("are none where nothing has changed", () => assert.deepEqual(semanticTokensEdits([1, 2], [1, 2]), []));
});

/** The scopes that the grammar has at an offset. */
async function grammarScopes(text: string): Promise<(offset: number) => readonly string[]> {
  const scopeName = "source.provmap";
  const registry = createRegistry([{ path: "syntaxes/provmap.tmLanguage.json", scopeName }] as never);
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar);
  const found: { readonly start: number; readonly end: number; readonly scopes: readonly string[] }[] = [];
  let stack = null;
  let at = 0;
  for (const line of text.split("\n")) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    found.push(
      ...result.tokens.map(token => ({ start: at + token.startIndex, end: at + token.endIndex, scopes: token.scopes })),
    );
    at += line.length + 1;
  }
  return offset => found.find(({ start, end }) => start <= offset && offset < end)?.scopes ?? [];
}
