import assert from "node:assert/strict";
import { CompletionItemKind } from "vscode-languageserver-types";
import { galleryTemplates } from "../../server/src/catalogue/gallery/index.ts";
import { sourceObjects, targetObjects } from "../../server/src/catalogue/index.ts";
import { operators } from "../../server/src/catalogue/operators.ts";
import * as words from "../../server/src/catalogue/properties.ts";
import { templates } from "../../server/src/catalogue/templates.ts";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { codeLens, resolveCodeLens } from "../../server/src/features/codeLens.ts";
import { resolveCompletion } from "../../server/src/features/completion/resolve.ts";
import { completion } from "../../server/src/features/completion.ts";
import { documentLinks } from "../../server/src/features/documentLinks.ts";
import { documentSymbols } from "../../server/src/features/documentSymbols.ts";
import {
  attributeText,
  functionText,
  operatorText,
  parameterText,
  propertyText,
} from "../../server/src/features/facts.ts";
import { fixAllKind } from "../../server/src/features/fixAll.ts";
import { hover } from "../../server/src/features/hover.ts";
import { inlayHints } from "../../server/src/features/inlayHints.ts";
import { liveExplanation } from "../../server/src/features/live/liveExplanation.ts";
import { liveHints } from "../../server/src/features/live/liveHints.ts";
import type { LiveSample } from "../../server/src/features/live/liveSample.ts";
import { rangeOf } from "../../server/src/features/ranges.ts";
import { prepareRename, rename } from "../../server/src/features/rename.ts";
import { signatureHelp } from "../../server/src/features/signatureHelp.ts";
import { documentedFunctions } from "../../server/src/functions/documentedFunctions.ts";
import { parametersOf } from "../../server/src/functions/signature.ts";
import { specialWords } from "../../server/src/functions/specialWords.ts";
import type { ProvmapDocument } from "../../server/src/model/document.ts";
import { summaryOf } from "../../server/src/session/gallery.ts";
import { rules } from "../../server/src/validation/rules.ts";
import { documentAt, documentOf, inMapping, problemsIn } from "../harness/documents.ts";
import { liveFor } from "../harness/liveSamples.ts";
import { englishLeft, englishTold, inPseudo } from "../harness/pseudo.ts";

suite("What is known is told in the person's language:", () => {
  const facts: Readonly<Record<string, () => readonly string[]>> = {
    functions: () => documentedFunctions.map(functionText),
    parameters: () => documentedFunctions.flatMap(parametersOf).map(parameterText),
    attributes: () => [...sourceObjects, ...targetObjects].flatMap(({ attributes }) => attributes).map(attributeText),
    operators: () => operators.map(operatorText),
    properties: () => words.properties.map(propertyText),
    templates: () => galleryTemplates.map(summaryOf).flatMap(({ asks, limits }) => [asks, ...limits]),
  };
  for (const [name, run] of Object.entries(facts)) test(name, () => assert.deepEqual(englishTold(run), []));

  test("every word of a file", () => {
    const document = documentOf(everything());
    const hovered = () =>
      Array.from(document.text.matchAll(/[\w$%-]+/g), ({ index }) => hover(document, index + 1)?.contents).flatMap(
        contents =>
          contents !== undefined && typeof contents === "object" && "value" in contents ? contents.value : [],
      );
    const texts = hovered();
    assert.deepEqual(
      explainedWords().filter(word => !texts.some(text => text.includes(`\`\`\`provmap\n${word}\n`))),
      [],
    );
    assert.deepEqual(englishTold(hovered), []);
  });

  test("signatures", () => {
    const told = () =>
      documentedFunctions.flatMap(({ name }) => {
        const { document, offset } = documentAt(inMapping(`title <- ${name}(|)`));
        const [signature] = signatureHelp(document, offset)?.signatures ?? [];
        return [signature, ...(signature?.parameters ?? [])].map(text => markdown(text?.documentation));
      });
    assert.deepEqual(englishTold(told), []);
  });
});

/** The words that are explained where they stand; `references` is so in completion alone. */
function explainedWords(): readonly string[] {
  const { blockKeywords, modifiers, expectedActions, attributeTypeWords, attributeFlagWords } = words;
  const facts = [blockKeywords, modifiers, expectedActions, attributeTypeWords, attributeFlagWords].flat();
  return [
    ...facts.map(({ word }) => word).filter(word => word !== "references"),
    ...specialWords.map(({ name }) => name),
    ...templates.map(({ id }) => id),
    ...rules.map(({ code }) => code),
    "%DefaultDomain%",
    "User",
    "Users",
  ];
}

/** A file in which all of them stand. */
function everything(): string {
  return [
    ...rules.map(({ code }) => `// mapwright-disable ${code}`),
    ...templates.map(({ id }) => `application "A" {\n  template: ${id}\n}`),
    inMapping('title <- none match 1 default "x" on create add values flow always'),
    ...specialWords.map(({ name }) => inMapping(`title <- IIF([mail] = "a", ${name}, %DefaultDomain%)`)),
    'attributes target "Thing" {',
    ...words.attributeTypeWords.map(({ word }) => `  of${word}: ${word}`),
    `  flagged: String, ${words.attributeFlagWords.map(({ word }) => word).join(", ")} "Thing"`,
    "}",
    ...words.expectedActions.map(({ word }) => `test "T" {\n  mapping: "Users"\n  expect ${word}\n}`),
  ].join("\n");
}

function markdown(documentation: string | { readonly value: string } | undefined): string {
  return typeof documentation === "string" ? documentation : (documentation?.value ?? "");
}

suite("Completion speaks the person's language", () => {
  const places: Readonly<Record<string, string>> = {
    "between blocks": "|",
    "in a comment": "// mapw|",
    "of rules": "// mapwright-disable |",
    "of a side": "attributes |",
    "in an application": 'application "A" {\n  |\n}',
    "of a template": 'application "A" {\n  template: |\n}',
    "of a secret": 'application "A" {\n  authentication: bearer |\n}',
    "in a mapping": inMapping("|"),
    "of a source": inMapping("title <- |"),
    "of a modifier": inMapping("title <- [jobTitle] |"),
    "of a word of a parameter": inMapping('title <- DateAdd("|", 1, Now())'),
    "of a culture": inMapping('title <- ToUpper([mail], "|")'),
    "of a format": inMapping('title <- FormatDateTime([mail], , "|", "")'),
    "of a group": inMapping('title <- Replace([mail], , "(?<g>a)", "|", "b", , )'),
    "of a group in a replacement": inMapping('title <- Replace([mail], , "(?<g>a)", , "$|", , )'),
    "of an operator": inMapping('filter "F" { department | }'),
    "of a type": 'attributes target "T" {\n  a: |\n}',
    "of a flag": 'attributes target "T" {\n  a: String, |\n}',
    "in a test": 'test "T" {\n  |\n}',
    "of an expectation": 'test "T" {\n  expect |\n}',
  };
  for (const [place, text] of Object.entries(places)) {
    test(place, () => {
      const { document, offset } = documentAt(text);
      const items = completion(document, offset);
      assert.ok(items.some(({ detail, documentation }) => `${detail ?? ""}${markdown(documentation)}` !== ""));
      assert.deepEqual(
        englishIn(() => itemTexts(document, offset)),
        [],
      );
    });
  }

  test("in single words too", () => {
    const { mapping, test: inTest } = { mapping: inMapping("title <- |"), test: 'test "T" {\n  |\n}' };
    const details = [mapping, inTest, 'application "A" {\n  |\n}'].flatMap(text => {
      const { document, offset } = documentAt(text);
      return inPseudo(() => completion(document, offset)).map(({ detail }) => detail);
    });
    for (const word of ["constant", "text", "number", "instant", "object"]) assert.ok(!details.includes(word), word);
  });

  test("in what a new block asks for", () => {
    const { document, offset } = documentAt("|");
    const asked = () =>
      completion(document, offset)
        .filter(({ kind }) => kind === CompletionItemKind.Keyword)
        .flatMap(({ textEdit }) =>
          Array.from(`${textEdit?.newText}`.matchAll(/"\$\{\d:([a-z ]+)\}"/g), ([, name]) => name),
        );
    assert.equal(asked().length, 5);
    assert.deepEqual(inPseudo(asked), []);
  });

  test("a mapping of users is found by its English name", () => {
    const { document, offset } = documentAt("|");
    const filtered = inPseudo(() => completion(document, offset)).map(({ filterText }) => filterText);
    assert.ok(filtered.includes("mapping of users") && filtered.includes("mapping of groups"));
  });
});

function itemTexts(document: ProvmapDocument, offset: number): readonly string[] {
  return completion(document, offset)
    .map(item => resolveCompletion(item, () => document))
    .flatMap(({ label, kind, detail = "", documentation }) => [
      kind === CompletionItemKind.Snippet ? label : "",
      detail,
      markdown(documentation),
    ]);
}

/** Words of the texts that are English in the pseudo-language, too. */
function englishIn(run: () => readonly string[]): readonly string[] {
  const told = inPseudo(run);
  return run().flatMap((text, index) => englishLeft(text, told[index] ?? text) ?? []);
}

suite("What the editor shows is in the person's language:", () => {
  const text = `application "A" {\n  schema: "schema.json"\n}\n${inMapping(
    'filter "F" { department IS NULL }\n  title <- Switch([state], "a", "b", "c", "d", "e")\n  nickName <- ISNULL([mail])',
  )}`;
  const document = documentOf(text);
  const whole = { start: 0, end: text.length };

  test("the hints of arguments", () =>
    assert.deepEqual(
      englishTold(() => inlayHints(document, whole).map(({ tooltip }) => `${tooltip}`)),
      [],
    ));

  test("lenses", () =>
    assert.deepEqual(
      englishTold(() => codeLens(document).map(lens => `${resolveCodeLens(lens).command?.title}`)),
      [],
    ));

  test("links", () =>
    assert.deepEqual(
      englishTold(() => documentLinks(document).map(({ tooltip }) => `${tooltip}`)),
      [],
    ));

  test("a block without a name", () =>
    assert.deepEqual(
      englishTold(
        () => documentSymbols(documentOf(inMapping('"" <- [mail]')))[0]?.children?.map(({ name }) => name) ?? [],
      ),
      [],
    ));

  test("actions", () => {
    const told = () =>
      [undefined, [fixAllKind]].flatMap(only =>
        codeActions(document, rangeOf(document, whole), only, problemsIn(document)).map(({ title }) => title),
      );
    assert.ok(told().some(title => title.startsWith("Suppress")));
    assert.deepEqual(englishTold(told), []);
  });

  test("rewrites", () => {
    const told = () =>
      ['Switch([state], "c", |"a", "b")', 'IIF([state] = |"a", "b", "c")'].flatMap(marked => {
        const { document, offset } = documentAt(inMapping(`title <- ${marked}`));
        const place = { start: offset, end: offset };
        return codeActions(document, rangeOf(document, place), ["refactor"], []).map(({ title }) => title);
      });
    assert.equal(told().length, 2);
    assert.deepEqual(englishTold(told), []);
  });

  test("why a name stays", () => {
    const refusals = (marked: string, newName: string) => {
      const { document, offset } = documentAt(marked);
      const found = [prepareRename(document, offset, [document]), rename(document, offset, newName, [document])];
      return found.flatMap(answer => (answer !== undefined && "refused" in answer ? answer.refused : []));
    };
    const attribute = 'attributes source "User" {\n  ki|nd: String\n}';
    const told = () => [
      ...refusals(inMapping("title <- App|end([mail])"), "x"),
      ...refusals(inMapping("title <- [ma|il]"), "x"),
      ...["", "a\nb"].flatMap(name => refusals('mapping "Na|me" {}', name)),
      ...refusals('mapping "Na|me" {}\nmapping "Other" {}', "Other"),
      ...refusals(attribute, "a]"),
    ];
    assert.equal(told().length, 8);
    assert.deepEqual(englishTold(told), []);
  });
});

suite("Live values are told in the person's language", () => {
  const mapping = inMapping(
    [
      'filter "F" { department EQUALS "Engineering" }',
      "userName <- [displayName] match 1",
      "title <- [jobTitle]",
      "nickName <- IgnoreFlowIfNullOrEmpty([jobTitle])",
      'displayName <- [jobTitle] default "n/a" on create',
      'userType <- IIF([department] = "a", [mail], Guid())',
      'locale <- SelectUniqueValue("a", "b") on create',
      'active <- "perhaps"',
      "manager <- [manager]",
      "preferredLanguage <- Redact([department])",
    ].join("\n  "),
  );
  const document = documentOf(mapping);
  const whole = { start: 0, end: mapping.length };
  const told = (live: LiveSample) => [
    ...liveHints(document, whole, live).flatMap(({ label, tooltip }) =>
      [`${label}`, markdown(tooltip)].map(text => text.replaceAll(/Ada Lovelace|Grace Hopper/g, "…")),
    ),
    ...Array.from(
      mapping.matchAll(/(?<=<- )\w+\(/g),
      ({ index }) => liveExplanation(document, index + 1, live)?.text ?? "",
    ),
  ];

  for (const attributes of [{}, { jobTitle: "", manager: "boss" }, { department: null, manager: "grace" }]) {
    test(JSON.stringify(attributes), () =>
      assert.deepEqual(
        englishIn(() => told(liveFor(document, attributes))),
        [],
      ),
    );
  }

  test("nor is anything English where there are none", () =>
    assert.deepEqual(
      englishIn(() => told({ kind: "refused", message: "…" })),
      [],
    ));
});
