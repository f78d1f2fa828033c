import assert from "node:assert/strict";
import { nameOf, walk, writtenString } from "../../../server/src/language/expression/tree.ts";
import type { SyntaxProblem } from "../../../server/src/language/text.ts";
import type { AttributeMapping } from "../../../server/src/model/configuration.ts";
import { createDocument, type ProvmapDocument, placeOf } from "../../../server/src/model/document.ts";
import { attributeDefinition, attributeMapping, type Json, largeSchema, sources } from "../../harness/graphSchemas.ts";

/** A schema of one rule with one object mapping, whose members can be changed. */
function schemaWith(changes: { readonly [name: string]: Json }, directories: Json = []): string {
  const objectMapping: Json = {
    name: "People",
    sourceObjectName: "User",
    targetObjectName: "Person",
    attributeMappings: [],
    ...changes,
  };
  const rule: Json = {
    name: "OUT",
    sourceDirectoryName: "Entra",
    targetDirectoryName: "Contoso",
    objectMappings: [objectMapping],
  };
  return JSON.stringify({ synchronizationRules: [rule], directories }, null, 2);
}

function read(text: string): ProvmapDocument {
  return createDocument("file:///schema.json", 1, text);
}

/** The mistakes in the expressions of a schema. */
function mistakesOf({ configuration }: ProvmapDocument): readonly SyntaxProblem[] {
  return configuration.mappings.flatMap(({ syntaxProblems = [] }) => syntaxProblems);
}

function mappingOf(source: Json, changes: { readonly [name: string]: Json } = {}): AttributeMapping {
  const text = schemaWith({ attributeMappings: [attributeMapping("mail", source, changes)] });
  const [found] = read(text).configuration.mappings[0]?.attributeMappings ?? [];
  assert.ok(found);
  return found;
}

suite("A Graph schema means", () => {
  test("an object mapping with its objects, its rule and its actions", () => {
    const [mapping] = read(schemaWith({ enabled: false, flowTypes: "Add,Delete" })).configuration.mappings;
    assert.equal(mapping?.name.text, "People");
    assert.equal(mapping?.rule?.text, "OUT");
    assert.equal(mapping?.sourceObject.text, "User");
    assert.equal(mapping?.targetObject.text, "Person");
    assert.equal(mapping?.enabled, false);
    assert.deepEqual(mapping?.actions, { create: true, update: false, delete: true });
  });

  const actions: readonly (readonly [Json | undefined, boolean, boolean, boolean])[] = [
    [undefined, true, true, true],
    [null, true, true, true],
    ["", true, true, true],
    ["Add, Update, Delete", true, true, true],
    ["update", false, true, false],
    ["None", false, false, false],
    [7, true, true, true],
  ];
  for (const [flowTypes, create, update, remove] of actions) {
    test(`the actions of flowTypes ${JSON.stringify(flowTypes)}`, () => {
      const [mapping] = read(schemaWith(flowTypes === undefined ? {} : { flowTypes })).configuration.mappings;
      assert.deepEqual(mapping?.actions, { create, update, delete: remove });
    });
  }

  const kinds: readonly (readonly [Json, string])[] = [
    [sources[0] ?? null, "Direct"],
    [sources[1] ?? null, "Constant"],
    [sources[2] ?? null, "Expression"],
    [null, "None"],
    [{}, "None"],
    [{ expression: "", name: "", type: "Attribute" }, "None"],
    [{ name: "mail", type: "Attribute" }, "Direct"],
    [{ name: "mail" }, "Direct"],
    [{ name: "x", type: "Constant" }, "Constant"],
    [{ expression: "x", name: "x", type: "Constant" }, "Constant"],
    [{ name: "Now", type: "Function", parameters: [] }, "Unreadable"],
    [{ expression: "ToLower(", name: "ToLower", type: "Function" }, "Expression"],
    ["[mail]", "None"],
    [7, "None"],
  ];
  for (const [source, kind] of kinds) {
    test(`the mapping type ${kind} for ${JSON.stringify(source).slice(0, 60)}`, () => {
      assert.equal(mappingOf(source).source.kind, kind);
    });
  }

  test("the value of a constant, whichever way it is written", () => {
    for (const source of [sources[1], { expression: "en-US", name: "en-US", type: "constant" }]) {
      const { source: read } = mappingOf(source ?? null);
      assert.equal(read.kind === "Constant" && read.value, "en-US");
    }
  });

  test("how a value flows", () => {
    const odd = { flowType: "AttributeAddOnly", flowBehavior: 3, matchingPriority: "1", defaultValue: false };
    const rows: readonly (readonly [{ readonly [name: string]: Json }, unknown])[] = [
      [{}, ["Always", "FlowWhenChanged", undefined, undefined]],
      [
        { flowType: "objectAddOnly", flowBehavior: "flowAlways" },
        ["ObjectAddOnly", "FlowAlways", undefined, undefined],
      ],
      [{ matchingPriority: 2, defaultValue: "" }, ["Always", "FlowWhenChanged", 2, ""]],
      [{ matchingPriority: 1.5 }, ["Always", "FlowWhenChanged", undefined, undefined]],
      [odd, ["AttributeAddOnly", "FlowWhenChanged", undefined, undefined]],
      [{ flowType: "valueAddOnly" }, ["ValueAddOnly", "FlowWhenChanged", undefined, undefined]],
      [{ flowType: "Sometimes" }, ["Always", "FlowWhenChanged", undefined, undefined]],
    ];
    for (const [changes, expected] of rows) {
      const { flowType, flowBehavior, matchingPrecedence, defaultValue } = mappingOf(null, changes);
      assert.deepEqual([flowType, flowBehavior, matchingPrecedence, defaultValue], expected);
    }
  });

  test("its scoping filters with their clauses", () => {
    const clauses = [
      { operatorName: "IS TRUE", sourceOperandName: "accountEnabled", targetOperand: { values: [] } },
      { operatorName: "EQUALS", sourceOperandName: "department", targetOperand: { values: ["Sales", "Legal"] } },
      { operatorName: "IS NULL", sourceOperandName: "mail", targetOperand: null },
      {},
    ];
    const scope = { groups: [{ name: "A", clauses }], inputFilterGroups: null, categoryFilterGroups: [{ name: "C" }] };
    const [mapping] = read(schemaWith({ scope })).configuration.mappings;
    const said = mapping?.filters.map(({ group, name, clauses: found }) => [
      group,
      name.text,
      ...found.map(({ attribute, operator, value }) => [attribute.text, operator.text, value?.text]),
    ]);
    assert.deepEqual(said, [
      [
        "scoping",
        "A",
        ["accountEnabled", "IS TRUE", undefined],
        ["department", "EQUALS", "Sales"],
        ["mail", "IS NULL", undefined],
        ["", "", undefined],
      ],
      ["category", "C"],
    ]);
  });

  test("the attributes that its directories define, and the catalogue's facts about them", () => {
    const directories = [
      { name: "Entra", objects: [{ name: "User", attributes: [attributeDefinition("mail", { type: "string" })] }] },
      {
        name: "Contoso",
        objects: [
          {
            name: "Person",
            attributes: [
              attributeDefinition("manager", {
                type: "Reference",
                multivalued: true,
                required: true,
                mutability: "immutable",
                referencedObjects: [{ referencedObjectName: "Person", referencedProperty: "id" }],
              }),
              {},
            ],
          },
        ],
      },
    ];
    const [mapping] = read(schemaWith({}, directories)).configuration.mappings;
    assert.deepEqual([...(mapping?.sourceAttributes.byName.keys() ?? [])], ["mail"]);
    assert.equal(mapping?.sourceAttributes.byName.get("mail")?.graphProperty, undefined);
    assert.match(mapping?.sourceAttributes.byName.get("mail")?.description ?? "", /address/);
    const { description: _, ...manager } = mapping?.targetAttributes.byName.get("manager") ?? {};
    assert.deepEqual(manager, {
      name: "manager",
      source: "https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinition",
      type: "Reference",
      multivalued: true,
      required: true,
      caseExact: false,
      mutability: "Immutable",
      references: ["Person"],
    });
  });

  test("the catalogue's attributes where no directory defines the object", () => {
    const [mapping] = read(schemaWith({})).configuration.mappings;
    assert.equal(mapping?.sourceAttributes.byName.has("userPrincipalName"), true);
    assert.equal(mapping?.targetAttributes.known, false);
  });

  test("nothing where a file is JSON without synchronizationRules", () => {
    for (const text of ["{}", "[]", '{"a": "synchronizationRules"}', '{"a": {"synchronizationRules": []}}', "[1"]) {
      const { language, configuration } = read(text);
      assert.deepEqual([language, configuration.mappings], ["json", []], text);
    }
  });
});

suite("Every word of a Graph schema", () => {
  test("lies at its place in the file, whatever is escaped before it", () => {
    const text = schemaWith({
      name: 'Pe"op"le\u0001',
      attributeMappings: [
        attributeMapping('emails[type eq "work"].value', {
          expression: 'Append([mail], "\\\\ \t \u{1F600} é")',
          name: "Append",
          type: "Function",
          parameters: [],
        }),
        attributeMapping("displayName", sources[3] ?? null),
      ],
    }).replaceAll("é", "\\u00e9");
    const document = read(text);
    const [mapping] = document.configuration.mappings;
    assert.ok(mapping);
    const expressions = mapping.attributeMappings.flatMap(({ source }) =>
      "expression" in source ? walk(source.expression) : [],
    );
    const names = expressions.flatMap(node => {
      return node.kind === "AttributeReference" || node.kind === "Call" ? [nameOf(node)] : [];
    });
    const words = [
      mapping.name,
      mapping.sourceObject,
      ...mapping.attributeMappings.map(({ target }) => target),
      ...names,
    ];
    for (const word of words) {
      const { start, end } = word.span;
      assert.equal(document.text.slice(start, end), word.text);
      const { line, character } = placeOf(document, start);
      const written = JSON.stringify(word.text).slice(1, -1);
      assert.equal(text.split("\n")[line]?.slice(character, character + written.length), written);
    }
    const strings = expressions.filter(node => node.kind === "StringLiteral");
    for (const string of strings)
      assert.equal(document.text.slice(string.span.start, string.span.end), writtenString(string));
    assert.deepEqual(mistakesOf(document), []);
    assert.equal(names.length, 5);
  });

  test("in a mistake too: a problem lies on the character that makes it", () => {
    const expression = 'Append("\\\\é", ToLower([mail]';
    const text = schemaWith({ attributeMappings: [attributeMapping("x", { expression, name: "Append" })] });
    const document = read(text.replaceAll("é", "\\u00e9"));
    const places = mistakesOf(document).map(({ span }) =>
      document.fileText.slice(document.sourceMap.toFile(span.start)),
    );
    assert.ok(places.length > 0);
    for (const rest of places) assert.match(rest, /^(?:ToLower|\(|\[mail\]|",)/);
  });
});

test("A schema of half a megabyte is read whole", () => {
  const document = read(JSON.stringify(largeSchema(300), null, 2));
  assert.equal(document.fileText.length > 480_000, true);
  assert.deepEqual(mistakesOf(document), []);
  assert.equal(document.configuration.mappings.flatMap(({ attributeMappings }) => attributeMappings).length, 300);
});
