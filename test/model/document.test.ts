import assert from "node:assert/strict";
import { createDocument, placeOf } from "../../server/src/model/document.ts";
import { largeSchema } from "../harness/graphSchemas.ts";

const schema = JSON.stringify(largeSchema(10), null, 2);
const file = 'mapping "Users" {\n  source: User\n  title <- Join(" ", [givenName], [surname])\n}\n';

const edits: readonly (readonly [what: string, uri: string, before: string, after: string])[] = [
  ["a name in a schema", "file:///s.json", schema, schema.replace('"targetAttributeName": "', "$&new")],
  ["an expression with escapes", "file:///s.json", schema, schema.replace('Join(\\" \\"', 'Join(\\", \\"')],
  ["a number in a schema", "file:///s.json", schema, schema.replace('"matchingPriority": 0', '"matchingPriority": 1')],
  ["a schema that becomes none", "file:///s.json", schema, schema.replace("synchronizationRules", "rules")],
  ["JSON that becomes a schema", "file:///s.json", schema.replace("synchronizationRules", "rules"), schema],
  ["an expression", "file:///a.provmap", file, file.replace("[surname]", "[surName]")],
  ["a line", "file:///a.provmap", file, file.replace("\n}", "\n  mail <- [mail]\n}")],
];

suite("A version of a document", () => {
  for (const [what, uri, before, after] of edits) {
    test(`says the same with the one before it as without: ${what}`, () => {
      assert.notEqual(after, before);
      const fresh = createDocument(uri, 2, after);
      const again = createDocument(uri, 2, after, createDocument(uri, 1, before));
      const said = ({ text, lineStarts, language, syntaxProblems, configuration }: typeof fresh) => ({
        text,
        lineStarts,
        language,
        syntaxProblems,
        names: configuration.mappings.map(({ name, span, attributeMappings, syntaxProblems: mistakes }) => ({
          name,
          span,
          mistakes,
          attributeMappings: attributeMappings.map(({ target, source }) => ({ target, source })),
        })),
      });
      assert.deepEqual(said(again), said(fresh));
      const end = after.length - 1;
      assert.deepEqual(placeOf(again, end), placeOf(fresh, end));
    });
  }
});
