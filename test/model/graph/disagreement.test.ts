import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createDocument } from "../../../server/src/model/document.ts";
import { newSchema } from "../../../server/src/model/newSchema.ts";
import { validate } from "../../../server/src/validation/validate.ts";

const { configuration } = createDocument("a.provmap", 0, readFileSync("samples/contoso/servicenow.provmap", "utf8"));
const schema = newSchema(configuration);

/** What is marked where one text of the schema was put in the place of another. */
function marked(before: string, after: string): readonly string[] {
  assert.ok(schema.includes(before));
  const document = createDocument("a.json", 0, schema.replace(before, after));
  return validate(document.configuration, document.syntaxProblems)
    .filter(({ code }) => code === "parameters-disagree")
    .map(({ span }) => document.text.slice(span.start, span.end));
}

suite("A source that says one thing as text and another as a tree is marked in few characters", () => {
  for (const [what, before, after, expected] of [
    ["another count of parameters", '"Join(\\" \\", [givenName], ', '"Join(\\" \\", ', '"parameters"'],
    ["another attribute", '"expression": "[objectId]"', '"expression": "[mail]"', "objectId"],
  ] as const) {
    test(what, () => assert.deepEqual(marked(before, after), [expected]));
  }
});
