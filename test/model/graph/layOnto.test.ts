import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseSchema } from "../../../server/src/language/graph/parse.ts";
import { parseProvmap } from "../../../server/src/language/provmap/parse.ts";
import { type LaidSchema, layOnto } from "../../../server/src/model/layOnto.ts";
import { readProvmap } from "../../../server/src/model/readProvmap.ts";
import { writeProvmap } from "../../../server/src/model/writeProvmap.ts";
import { englishTold } from "../../harness/pseudo.ts";

const scim = readFileSync(new URL("fixtures/scim.json", import.meta.url), "utf8");
const inbound = readFileSync(new URL("fixtures/inbound.json", import.meta.url), "utf8");

function importedText(json: string): string {
  const schema = parseSchema(json);
  assert.ok(schema);
  return writeProvmap(schema, { schemaFile: "schema.json" }).text;
}

function exportedText(json: string, provmap: string): LaidSchema {
  const schema = parseSchema(json);
  assert.ok(schema);
  const { file, problems } = parseProvmap(provmap);
  assert.deepEqual(problems, []);
  return layOnto(schema, json, readProvmap(file));
}

/** The lines that an edit of the imported file changes in the schema: `- ` what stood there, `+ ` what stands there now. */
function changed(json: string, from: string, to: string): readonly string[] {
  const provmap = importedText(json);
  assert.equal(provmap.split(from).length, 2, `'${from}' stands once in ${provmap}`);
  const { text, problems } = exportedText(json, provmap.replace(from, to));
  assert.deepEqual(problems, []);
  assert.doesNotThrow(() => JSON.parse(text.replace("\uFEFF", "")));
  return difference(json.split(/\r?\n/), text.split(/\r?\n/));
}

/** What lies between the lines that two texts share at their starts and ends. */
function difference(before: readonly string[], after: readonly string[]): readonly string[] {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let end = 0;
  while (end < limit - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const part = (sign: string, lines: readonly string[]) =>
    lines.slice(start, lines.length - end).map(line => `${sign} ${line.trim()}`);
  return [...part("-", before), ...part("+", after)];
}

suite("An edit changes only its lines", () => {
  for (const [what, json] of [
    ["scim", scim],
    ["inbound", inbound],
  ] as const) {
    test(`and none changes nothing: ${what}`, () => {
      assert.equal(exportedText(json, importedText(json)).text, json);
    });
  }

  const edits: readonly (readonly [what: string, json: string, from: string, to: string, lines: readonly string[]])[] =
    [
      [
        "another default value",
        scim,
        'default "Unknown"',
        'default "Nobody"',
        ['- "defaultValue": "Unknown",', '+ "defaultValue": "Nobody",'],
      ],
      ["no default value", scim, ' default "Unknown"', "", ['- "defaultValue": "Unknown",', '+ "defaultValue": null,']],
      [
        "another flow type",
        scim,
        "title <- [jobTitle] on create",
        "title <- [jobTitle]",
        ['- "flowType": "ObjectAddOnly",', '+ "flowType": "Always",'],
      ],
      [
        "a flow type that the language has no word for stays",
        inbound,
        "displayName <- Left(Trim([displayName]), 448)",
        "displayName <- Left(Trim([displayName]), 448) flow always",
        ['- "flowBehavior": "FlowWhenChanged",', '+ "flowBehavior": "FlowAlways",'],
      ],
      [
        "another matching precedence, whatever the form of the number",
        scim,
        "externalId <- [objectId] match 2",
        "externalId <- [objectId] match 3",
        ['- "matchingPriority": 2,', '+ "matchingPriority": 3,'],
      ],
      [
        "another attribute",
        scim,
        'emails[type eq "work"].value <- [mail]',
        'emails[type eq "work"].value <- [userPrincipalName]',
        [
          '- "expression": "[mail]",',
          '- "name": "mail",',
          '+ "expression": "[userPrincipalName]",',
          '+ "name": "userPrincipalName",',
        ],
      ],
      [
        "another argument: its constant and the expression",
        scim,
        'Join(" ", [givenName], [surname])',
        'Join(", ", [givenName], [surname])',
        [
          '- "expression": "Join(\\" \\", [givenName], [surname])",',
          '- "name": "Join",',
          '- "type": "Function",',
          '- "parameters": [',
          "- {",
          '- "key": "separator",',
          '- "value": {',
          '- "expression": "\\" \\"",',
          '- "name": " ",',
          '+ "expression": "Join(\\", \\", [givenName], [surname])",',
          '+ "name": "Join",',
          '+ "type": "Function",',
          '+ "parameters": [',
          "+ {",
          '+ "key": "separator",',
          '+ "value": {',
          '+ "expression": "\\", \\"",',
          '+ "name": ", ",',
        ],
      ],
      [
        "a call in the place of an attribute",
        scim,
        'preferredLanguage <- "en-US"',
        "preferredLanguage <- none",
        [
          '- "source": {',
          '- "expression": "\\"en-US\\"",',
          '- "name": "en-US",',
          '- "type": "Constant",',
          '- "parameters": []',
          "- }",
          '+ "source": null',
        ],
      ],
      [
        "another target keeps the rest of the mapping",
        inbound,
        'usageLocation <- none default "SE"',
        'preferredLanguage <- none default "SE"',
        ['- "targetAttributeName": "usageLocation",', '+ "targetAttributeName": "preferredLanguage",'],
      ],
      [
        "a mapping that is removed",
        scim,
        "  members <- [members]\n",
        "",
        [
          "- },",
          "- {",
          '- "defaultValue": null,',
          '- "exportMissingReferences": false,',
          '- "flowBehavior": "FlowWhenChanged",',
          '- "flowType": "Always",',
          '- "matchingPriority": 0,',
          '- "targetAttributeName": "members",',
          '- "source": {',
          '- "expression": "[members]",',
          '- "name": "members",',
          '- "type": "Attribute",',
          '- "parameters": []',
          "- }",
        ].slice(0, 14),
      ],
      [
        "a mapping that is new",
        inbound,
        'usageLocation <- none default "SE"',
        'usageLocation <- none default "SE"\n  city <- [l] on create',
        [
          "+ },",
          "+ {",
          '+ "defaultValue": null,',
          '+ "exportMissingReferences": false,',
          '+ "flowBehavior": "FlowWhenChanged",',
          '+ "flowType": "ObjectAddOnly",',
          '+ "matchingPriority": 0,',
          '+ "targetAttributeName": "city",',
          '+ "source": {',
          '+ "expression": "[l]",',
          '+ "name": "l",',
          '+ "type": "Attribute",',
          '+ "parameters": []',
          "+ }",
        ],
      ],
      [
        "a mapping that is turned on",
        scim,
        "enabled: false",
        "enabled: true",
        ['- "enabled": false,', '+ "enabled": true,'],
      ],
      [
        "the actions of a mapping",
        inbound,
        '  target: "User"\n',
        '  target: "User"\n  actions: create, update\n',
        ['- "flowTypes": "Add,Update,Delete",', '+ "flowTypes": "Add,Update",'],
      ],
      [
        "the name of a mapping",
        scim,
        'mapping "Provision Azure Active Directory Users"',
        'mapping "Users"',
        ['- "name": "Provision Azure Active Directory Users",', '+ "name": "Users",'],
      ],
      [
        "the value of a clause",
        scim,
        'department EQUALS "Engineering"',
        'department EQUALS "R&D"',
        ['- "Engineering"', '+ "R&D"'],
      ],
      [
        "the operator of a clause, its values staying",
        inbound,
        "isCriticalSystemObject NOT EQUALS",
        "isCriticalSystemObject EQUALS",
        ['- "operatorName": "NOT EQUALS",', '+ "operatorName": "EQUALS",'],
      ],
      [
        "a filter's name",
        scim,
        'filter "Contractors"',
        'filter "Externals"',
        ['- "name": "Contractors",', '+ "name": "Externals",'],
      ],
      [
        "an attribute that is declared otherwise",
        scim,
        "User:badge: String, caseExact",
        "User:badge: Integer",
        [
          '- "caseExact": true,',
          '- "defaultValue": null,',
          '- "flowNullValues": false,',
          '- "multivalued": false,',
          '- "mutability": "ReadWrite",',
          '- "name": "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:badge",',
          '- "required": false,',
          '- "type": "String",',
          '+ "caseExact": false,',
          '+ "defaultValue": null,',
          '+ "flowNullValues": false,',
          '+ "multivalued": false,',
          '+ "mutability": "ReadWrite",',
          '+ "name": "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:badge",',
          '+ "required": false,',
          '+ "type": "Integer",',
        ],
      ],
      [
        "an attribute that is declared anew",
        scim,
        "User:badge: String, caseExact",
        'User:badge: String, caseExact\n  boss: Reference, immutable, references "User"',
        [
          "+ {",
          '+ "anchor": false,',
          '+ "caseExact": false,',
          '+ "defaultValue": null,',
          '+ "flowNullValues": false,',
          '+ "multivalued": false,',
          '+ "mutability": "Immutable",',
          '+ "name": "boss",',
          '+ "required": false,',
          '+ "type": "Reference",',
          '+ "metadata": [],',
          '+ "referencedObjects": [',
          "+ {",
          '+ "referencedObjectName": "User",',
          '+ "referencedProperty": null',
          "+ }",
          "+ ]",
          "+ },",
        ],
      ],
    ];
  for (const [what, json, from, to, lines] of edits) {
    test(what, () => assert.deepEqual(shiftedBrackets(changed(json, from, to)), shiftedBrackets(lines)));
  }
});

/** Where equal brackets stand on both sides of a change, either may count as changed. */
function shiftedBrackets(lines: readonly string[]): readonly string[] {
  return lines.filter(line => !/^[+-] [{}[\],]+$/.test(line));
}

suite("Exporting", () => {
  test("begins with a file that says where the schema has a flow type without a word for it", () => {
    assert.match(
      importedText(inbound),
      /\/\/ Only the schema has the flow type AttributeAddOnly of 'displayName': [^\n]+\n {2}displayName <- Left\(/,
    );
  });

  test("replaces a mapping that the language had no words for by what is said of its target now", () => {
    const json = scim.replace('"expression": "[mail]"', '"expression": "ToLower([mail]"');
    const provmap = importedText(json);
    assert.match(provmap, /Only the schema has the mapping of 'emails\[type eq "work"\]\.value'/);
    const { text } = exportedText(
      json,
      provmap.replace("  nickName", '  emails[type eq "work"].value <- [mail]\n  nickName'),
    );
    assert.equal(text, scim);
  });

  test("knows a mapping again by its objects, and a new one belongs to the first rule", () => {
    const provmap = importedText(scim);
    const group = provmap.slice(provmap.indexOf('mapping "Provision Azure Active Directory Groups"'));
    const added = `${provmap}\nmapping "Devices" {\n source: Device\n target: Asset\n filter "f" { os EQUALS "x" }\n serial <- [id] match 1\n}`;
    const names = (text: string) =>
      JSON.parse(text).synchronizationRules[0].objectMappings.map(({ name }: { name: string }) => name);
    assert.deepEqual(names(exportedText(scim, added).text), [...names(scim), "Devices"]);
    assert.deepEqual(names(exportedText(scim, group).text), ["Provision Azure Active Directory Groups"]);
  });

  test("tells of a rule that the schema does not have", () => {
    const provmap = importedText(scim).replace("  source: Group", '  rule: "NONE"\n  source: Group');
    const { problems } = exportedText(scim, provmap);
    const start = provmap.indexOf('"NONE"');
    assert.deepEqual(problems, [
      {
        message: "The schema has no rule 'NONE': write 'rule' with the name of one that it has.",
        span: { start, end: start + 6 },
      },
    ]);
    assert.deepEqual(
      englishTold(() => exportedText(scim, provmap).problems.map(({ message }) => message)),
      [],
    );
  });

  test("an attributes block that is gone says nothing, a line that is gone removes its attribute", () => {
    const provmap = importedText(scim);
    const block = /attributes target "urn:ietf:params:scim:schemas:extension:enterprise:2\.0:User" \{[^}]*\}\n/;
    assert.equal(exportedText(scim, provmap.replace(block, "")).text, scim);
    const { text } = exportedText(scim, provmap.replace("  externalId: String\n", ""));
    const attributes = JSON.parse(text).directories[1].objects[0].attributes;
    assert.deepEqual(
      attributes.filter(({ name }: { name: string }) => name === "externalId"),
      [],
    );
  });
});
