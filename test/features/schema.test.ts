import assert from "node:assert/strict";
import { CodeActionKind, type MarkupContent } from "vscode-languageserver-types";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { codeLens } from "../../server/src/features/codeLens.ts";
import { completion } from "../../server/src/features/completion.ts";
import { definition } from "../../server/src/features/definition.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { documentSymbols } from "../../server/src/features/documentSymbols.ts";
import { folding } from "../../server/src/features/folding.ts";
import { formatting } from "../../server/src/features/formatting.ts";
import { hover } from "../../server/src/features/hover.ts";
import { onTypeFormatting } from "../../server/src/features/onTypeFormatting.ts";
import { rangeOf, spanOf } from "../../server/src/features/ranges.ts";
import { references } from "../../server/src/features/references.ts";
import { rename } from "../../server/src/features/rename.ts";
import { selectionRanges } from "../../server/src/features/selectionRanges.ts";
import { semanticTokens } from "../../server/src/features/semanticTokens.ts";
import { signatureHelp } from "../../server/src/features/signatureHelp.ts";
import { createDocument, type ProvmapDocument, placeOf } from "../../server/src/model/document.ts";
import { accept, applyEdits, inExpression, inMapping, problemsIn, schemaAt } from "../harness/documents.ts";
import { type Json, schemaWith } from "../harness/graphSchemas.ts";

interface Marked {
  readonly document: ProvmapDocument;
  readonly offset: number;
}

/** The expression that stands in a schema after an item is accepted. */
function accepted({ document, offset }: Marked, label: string): string {
  const item = completion(document, offset).find(candidate => candidate.label === label);
  assert.ok(item, `${label} is offered`);
  const { synchronizationRules } = JSON.parse(accept(document, item));
  return synchronizationRules[0].objectMappings[0].attributeMappings[2].source.expression;
}

function labels({ document, offset }: Marked): readonly string[] {
  return completion(document, offset).map(({ label }) => label);
}

/** What a hover says, and the piece of the file that it is about. */
function hovered({ document, offset }: Marked): readonly [about: string, text: string] | undefined {
  const found = hover(document, offset);
  if (found?.range === undefined) return undefined;
  const { start, end } = found.range;
  const line = document.fileText.split("\n")[start.line] ?? "";
  return [line.slice(start.character, end.character), (found.contents as MarkupContent).value];
}

const clause = (members: { readonly [name: string]: Json }) =>
  schemaAt({
    scope: {
      groups: [{ name: "A", clauses: [{ operatorName: "IS NOT NULL", sourceOperandName: "mail", ...members }] }],
    },
  });

suite("In the expressions of a schema", () => {
  const completions: readonly (readonly [marked: string, label: string, expression: string])[] = [
    ["|", "ToLower", "ToLower(source)"],
    ["|", "mail", "[mail]"],
    ["ToLower([ma|])", "mail", "ToLower([mail])"],
    ["ToLower([|", "mail", "ToLower([mail]"],
    ['Append("é\\"", [|])', "mail", 'Append("é\\"", [mail])'],
    ['InStr([mail], "\\"", 1, |)', "vbTextCompare", 'InStr([mail], "\\"", 1, vbTextCompare)'],
    ["DateAdd(|, 1, Now())", "yyyy", 'DateAdd("yyyy", 1, Now())'],
    ['DateAdd("|", 1, Now())', "yyyy", 'DateAdd("yyyy", 1, Now())'],
    ["|", '"…"', '""'],
  ];
  for (const [marked, label, expression] of completions) {
    test(`${marked} completes to ${expression}`, () => assert.equal(accepted(inExpression(marked), label), expression));
  }

  test("what is inserted as a snippet is escaped for the snippet and for JSON", () => {
    const { document, offset } = inExpression("|");
    const item = completion(document, offset).find(({ label }) => label === '"…"');
    assert.equal(item?.textEdit?.newText, '\\\\"$1\\\\"');
  });

  test("`none`, which is a word of .provmap, is not offered", () =>
    assert.equal(labels(inExpression("|")).includes("none"), false));

  test("only the attributes of the schema's directory are offered", () => {
    const offered = labels(inExpression("[|]"));
    assert.deepEqual(offered, ["objectId", "userPrincipalName", "mail", "IsSoftDeleted"]);
  });

  const hovers: readonly (readonly [marked: string, about: string, text: RegExp])[] = [
    ['Append("\\"é", To|Lower([mail]))', "ToLower", /ToLower\(/],
    ["ToLower([ma|il])", "[mail]", /mail: String/],
  ];
  for (const [marked, about, text] of hovers) {
    test(`${marked} tells of ${about}`, () => {
      const found = hovered(inExpression(marked));
      assert.equal(found?.[0], about);
      assert.match(found?.[1] ?? "", text);
    });
  }

  test("the right parameter is shown, behind escapes and in a call without its end", () => {
    for (const [marked, parameter] of [
      ['Append("\\"", |', 1],
      ['Replace([mail], "\\\\", , |"x", , )', 3],
      ["ToLower([mail]|)", 0],
    ] as const) {
      const { document, offset } = inExpression(marked);
      assert.equal(signatureHelp(document, offset)?.activeParameter, parameter, marked);
    }
  });

  test("rewrites are offered, and change the parameters of the schema as well", () => {
    const { document, offset } = inExpression('IIF([mail] = "\\"a", |"b", "c")');
    const range = rangeOf(document, { start: offset, end: offset });
    const [action] = codeActions(document, range, [CodeActionKind.RefactorRewrite], []);
    assert.equal(action?.title, "Rewrite as Switch");
    const text = applyEdits(document, action?.edit?.changes?.[document.uri] ?? []);
    const { configuration } = createDocument(document.uri, 2, text);
    const [mapping] = configuration.mappings;
    const source = mapping?.attributeMappings[2]?.source;
    assert.equal(source?.kind, "Expression");
    assert.match(text, /"expression": "Switch\(\[mail\], \\"c\\", \\"\\\\\\"a\\", \\"b\\"\)"/);
    assert.deepEqual(
      problemsIn(createDocument(document.uri, 2, text)).filter(({ code }) => code === "parameters-disagree"),
      [],
    );
  });

  test("functions, attributes and operators have their tokens", () => {
    const { document } = inExpression('Append("\\"|", [mail])');
    assert.ok(semanticTokens(document).length > 0);
  });
});

suite("In the names of a schema", () => {
  test("a clause is completed by the attributes of its object, and the operators of the attribute's type", () => {
    assert.deepEqual(labels(clause({ sourceOperandName: "ma|" })), [
      "objectId",
      "userPrincipalName",
      "mail",
      "IsSoftDeleted",
    ]);
    const operators = labels(clause({ operatorName: "|", sourceOperandName: "IsSoftDeleted" }));
    assert.deepEqual(operators, ["IS TRUE", "IS FALSE", "IS NULL", "IS NOT NULL"]);
  });

  test("an operator and an attribute in a clause are explained", () => {
    assert.equal(hovered(clause({ operatorName: "IS| NULL" }))?.[0], "IS NULL");
    assert.equal(hovered(clause({ sourceOperandName: "ma|il" }))?.[0], "mail");
  });

  test("a target attribute is completed by those that nothing flows into yet, and explained", () => {
    assert.deepEqual(labels(schemaAt({ targetAttributeName: "|" })), ["mail"]);
    assert.equal(hovered(schemaAt({ targetAttributeName: "mai|l" }))?.[0], "mail");
  });

  const words: readonly (readonly [{ readonly [name: string]: Json }, readonly string[]])[] = [
    [{ flowType: "|" }, ["Always", "ObjectAddOnly", "MultiValueAddOnly", "ValueAddOnly", "AttributeAddOnly"]],
    [{ flowBehavior: "Fl|ow" }, ["FlowWhenChanged", "FlowAlways"]],
    [{ flowTypes: "Add, Up|date" }, ["None", "Add", "Update", "Delete"]],
    [{ sourceObjectName: "|" }, ["User"]],
    [{ targetObjectName: "Per|son" }, ["Person"]],
    [{ source: { expression: "[mail]", type: "|" } }, ["Attribute", "Constant", "Function"]],
    [{ defaultValue: "|" }, []],
  ];
  for (const [members, expected] of words) {
    test(`${JSON.stringify(members)} is completed by ${expected.join(", ") || "nothing"}`, () =>
      assert.deepEqual(labels(schemaAt(members)), expected));
  }

  test("one word of several is replaced, the others stay", () => {
    const { document, offset } = schemaAt({ flowTypes: "Add, Up|, Delete" });
    const item = completion(document, offset).find(({ label }) => label === "Update");
    assert.ok(item);
    assert.equal(accept(document, item), document.fileText.replace("Add, Up, Delete", "Add, Update, Delete"));
  });
});

/** A schema with a cursor behind a piece of its text. */
function behind(piece: string): Marked {
  const text = JSON.stringify(schemaWith({}), null, 2);
  const document = createDocument("file:///schema.json", 1, text);
  const at = text.lastIndexOf(piece);
  assert.notEqual(at, -1, piece);
  return { document, offset: document.sourceMap.toText(at + piece.length) };
}

suite("Between the mappings and the directories of a schema", () => {
  test("the directories of a rule are completed", () =>
    assert.deepEqual(labels(behind('"sourceDirectoryName": "Azure')), ["Azure Active Directory", "Contoso"]));

  const definitions: readonly (readonly [what: string, marked: Marked, path: RegExp])[] = [
    ["an attribute of an expression", inExpression("ToLower([ma|il])"), /"objects"[\s\S]*"User"[\s\S]*"name": "$/],
    ["a target attribute", behind('"targetAttributeName": "login'), /"objects"[\s\S]*"Person"[\s\S]*"name": "$/],
    ["an object", behind('"targetObjectName": "Per'), /"objects": \[\s*\{\s*"name": "$/],
  ];
  for (const [what, { document, offset }, before] of definitions) {
    test(`${what} is found in the directory that defines it`, async () => {
      const places = await definition(document, offset, [document], async () => []);
      assert.equal(places.length, 1);
      const { start, end } = spanOf(document, places[0]?.range ?? assert.fail());
      assert.match(document.text.slice(0, start), before);
      assert.equal(references(document, start, [document], true).length > 1, true);
      assert.match(document.text.slice(start, end), /^(mail|login|Person)$/);
    });
  }

  test("what a schema names is that schema's alone", () => {
    const { document, offset } = inExpression("[ma|il]");
    const other = createDocument("file:///other.provmap", 1, inMapping("title <- [mail]"));
    const found = references(document, offset, [document, other], true);
    assert.deepEqual([...new Set(found.map(({ uri }) => uri))], [document.uri]);
    const at = other.text.indexOf("[mail]") + 2;
    assert.deepEqual(
      references(other, at, [document, other], true).map(({ uri }) => uri),
      [other.uri],
    );
  });

  test("objects and defined attributes are explained", () => {
    assert.match(hovered(behind('"sourceObjectName": "Us'))?.[1] ?? "", /4 attributes/);
    assert.equal(hovered(behind('"name": "IsSoft'))?.[0], "IsSoftDeleted");
  });

  test("a selection grows over the parts of an expression", () => {
    const { document, offset } = inExpression('Append(ToLower([ma|il]), "\\"x")');
    const grown: string[] = [];
    for (let each = selectionRanges(document, [placeOf(document, offset)])[0]; each !== undefined; each = each.parent) {
      const { start, end } = spanOf(document, each.range);
      grown.push(document.text.slice(start, end));
    }
    const calls = ["ToLower([mail])", 'ToLower([mail]), "\\"x"', 'Append(ToLower([mail]), "\\"x")'];
    assert.deepEqual(grown.slice(1), ["mail", "[mail]", ...calls]);
  });
});

suite("What belongs to .provmap", () => {
  const { document, offset } = schemaAt({ targetAttributeName: "mail|" });
  test("layout, outline and folding are left to the JSON server", () => {
    assert.deepEqual([formatting(document), documentSymbols(document), folding(document)], [[], [], []]);
    assert.deepEqual(onTypeFormatting(document, offset, "\n"), []);
  });
  test("renaming is refused, with the reason", () =>
    assert.match(JSON.stringify(rename(document, offset, "other", [document])), /Rename it in a \.provmap file/));
  test("a mapping can be previewed", () => {
    const [lens] = codeLens(document);
    assert.deepEqual(lens?.command?.arguments, [{ uri: document.uri, mapping: "People" }]);
  });
});

test("What is no JSON is left to the JSON server, the rest of the file is told of", () => {
  const text = JSON.stringify(schemaWith({ source: { expression: "[maill]" } }), null, 2);
  const document = createDocument("file:///schema.json", 1, text.replace('"enabled": true,', '"enabled": ,'));
  const codes = diagnostics(document, problemsIn(document)).map(({ code }) => code);
  assert.deepEqual(codes, ["attribute-unknown"]);
});

test("JSON that is no schema has no features", () => {
  const document = createDocument("file:///package.json", 1, '{"name": "mail", "expression": "ToLower([mail])"}');
  for (let offset = 0; offset < document.text.length; offset++) {
    assert.deepEqual(completion(document, offset), []);
    assert.equal(hover(document, offset), undefined);
  }
  assert.deepEqual(problemsIn(document), []);
});

test("At every place of a schema, whole or cut off, features answer within their line", () => {
  const text = JSON.stringify(schemaWith({ source: { expression: 'Append("\\"\té\n", [mail])' } }), null, 1);
  for (let length = 0; length <= text.length; length += 17) {
    const document = createDocument("file:///schema.json", 1, text.slice(0, length));
    for (let offset = 0; offset <= document.text.length; offset += 13) answers(document, offset);
  }
});

function answers(document: ProvmapDocument, offset: number): void {
  hover(document, offset);
  signatureHelp(document, offset);
  const { start } = rangeOf(document, { start: offset, end: offset });
  for (const { label, textEdit } of completion(document, offset)) {
    assert.ok(textEdit && "range" in textEdit, label);
    const { range } = textEdit;
    assert.deepEqual([range.start.line, range.end.line], [start.line, start.line]);
    assert.ok(range.start.character <= start.character && start.character <= range.end.character);
  }
}
