import assert from "node:assert/strict";
import { createDocument } from "../../server/src/model/document.ts";
import { type Json, schemaWith } from "../harness/graphSchemas.ts";
import { applyEdits, problemsOf } from "../harness/ruleTests.ts";

function schemaOf(members: { readonly [name: string]: Json }): string {
  return JSON.stringify(schemaWith(members), null, 2);
}

/** What the fixes of a problem with this code make of the expression of `mail`. */
function mended(expression: string, code: string): readonly string[] {
  const text = schemaOf({ source: { expression, name: "Function", type: "Function" } });
  const problem = problemsOf(text).find(candidate => candidate.code === code);
  assert.ok(problem, `${code} is found`);
  return problem.fixes.map(({ edits }) => {
    const schema = JSON.parse(applyEdits(text, edits));
    const { configuration } = createDocument("file:///schema.json", 2, applyEdits(text, edits));
    assert.equal(configuration.mappings[0]?.attributeMappings[2]?.source.kind !== "Unreadable", true);
    return schema.synchronizationRules[0].objectMappings[0].attributeMappings[2].source.expression;
  });
}

const notSales = {
  operatorName: "NOT EQUALS",
  sourceOperandName: "mail",
  targetOperand: { values: ["a@contoso.com"] },
};

suite("In a schema of Graph", () => {
  test("fixes are escaped as the strings that they change", () => {
    assert.deepEqual(mended("ToLower(jobTitle)", "unknown-constant"), ['ToLower("jobTitle")', "ToLower([jobTitle])"]);
    assert.deepEqual(mended('IIF(IsPresent([mail]), "\\"", "b\\\\")', "iif-null-condition"), [
      'Switch([mail], "\\"", "", "b\\\\")',
    ]);
  });

  test("fixes of an expression change its parameters too", () => {
    const source = {
      expression: 'Append([maill], "x")',
      name: "Append",
      type: "Function",
      parameters: [
        { key: "source", value: { expression: "[maill]", name: "maill", type: "Attribute", parameters: [] } },
        { key: "suffix", value: { expression: '"x"', name: "x", type: "Constant", parameters: [] } },
      ],
    };
    const text = schemaOf({ source });
    const [problem] = problemsOf(text);
    assert.equal(problem?.code, "attribute-unknown");
    const after = applyEdits(text, problem?.fixes[0]?.edits ?? []);
    assert.equal(after, text.replaceAll("maill", "mail"));
  });

  const statements: readonly (readonly [code: string, { readonly [name: string]: Json }, RegExp])[] = [
    ["id-as-target", { targetAttributeName: "id" }, /"targetAttributeName": "active"(?![\s\S]*"targetAttributeName")/],
    [
      "photo-target",
      { targetAttributeName: "photo" },
      /"targetAttributeName": "active"(?![\s\S]*"targetAttributeName")/,
    ],
    [
      "scope-null",
      { scope: { groups: [{ name: "A", clauses: [notSales] }] } },
      /"operatorName": "IS NOT NULL",\s+"sourceOperandName": "mail",\s+"targetOperand": \{\s+"values": \[\]\s+\}\s+\},\s+\{\s+"operatorName": "NOT EQUALS"/,
    ],
    [
      "randomstring-update",
      { source: { expression: "Guid()", name: "Guid", type: "Function" } },
      /"flowType": "ObjectAddOnly",\s+"matchingPriority": 0,\s+"targetAttributeName": "mail"/,
    ],
  ];
  for (const [code, members, after] of statements) {
    test(`the fix of ${code} is one of the JSON`, () => {
      const text = schemaOf(members);
      const problem = problemsOf(text).find(candidate => candidate.code === code);
      assert.ok(problem?.fixes[0], `${code} has a fix`);
      const result = applyEdits(text, problem.fixes[0].edits);
      assert.match(result, after);
      assert.deepEqual(
        problemsOf(result).filter(candidate => candidate.code === code || candidate.code === "json-syntax"),
        [],
      );
    });
  }

  test("the fix of a missing match gives the required attribute its priority", () => {
    const text = schemaOf({}).replace('"matchingPriority": 1', '"matchingPriority": 0');
    const [problem] = problemsOf(text);
    assert.equal(problem?.code, "no-matching-attribute");
    assert.equal(applyEdits(text, problem?.fixes[0]?.edits ?? []), schemaOf({}));
  });

  test("what only the .provmap language can say is no fix", () => {
    const clause = { operatorName: "IS NULL", sourceOperandName: "mail", targetOperand: { values: ["x"] } };
    const problems = problemsOf(schemaOf({ scope: { groups: [{ name: "A", clauses: [clause] }] } }));
    assert.deepEqual(
      problems.map(({ code, fixes }) => [code, fixes.length]),
      [["scope-unary-operand", 0]],
    );
  });

  test("names are put in the place of names, without quotes", () => {
    const clause = { operatorName: "EQUAL", sourceOperandName: "Mail", targetOperand: { values: ["a@contoso.com"] } };
    const text = schemaOf({ scope: { groups: [{ name: "A", clauses: [clause] }] } });
    const edits = problemsOf(text).flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    assert.equal(applyEdits(text, edits), text.replace('"EQUAL"', '"EQUALS"').replace('"Mail"', '"mail"'));
  });

  test("a problem lies on its character, whatever is escaped before it", () => {
    const text = schemaOf({ source: { expression: 'Append("\\"\té", ToLowr([mail]))' } }).replace("é", "\\u00e9");
    const problem = problemsOf(text).find(({ code }) => code === "unknown-function");
    assert.equal(text.slice(problem?.span.start, problem?.span.end), "ToLowr");
  });

  test("broken JSON is told, and the rest of the file is checked", () => {
    const text = schemaOf({ source: { expression: "ToLowr([mail])" } }).replace(
      '"matchingPriority": 1,',
      '"matchingPriority": ,',
    );
    const problems = problemsOf(text);
    assert.deepEqual(
      problems.map(({ code }) => code).filter(code => code === "json-syntax" || code === "unknown-function"),
      ["json-syntax", "unknown-function"],
    );
  });
});
