import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createDocument } from "../../server/src/model/document.ts";
import { newSchema } from "../../server/src/model/newSchema.ts";
import { validate } from "../../server/src/validation/validate.ts";

const learning = readFileSync("samples/contoso/fabrikam-learning.provmap", "utf8");
const anchorOf = "urn:ietf:params:scim:schemas:extension:fabrikam:2.0:User:learnerId: String";

/** The attributes that are anchors in the schema that is made for a file, and the problems of that. */
function made(text: string) {
  const schema = newSchema(createDocument("learning.provmap", 0, text).configuration);
  const { configuration, syntaxProblems } = createDocument("learning.json", 0, schema);
  return {
    problems: validate(configuration, syntaxProblems).map(({ message }) => message),
    anchors: [...schema.matchAll(/"anchor": true,[^{}]*?"name": "([^"]+)"/g)].map(([, name]) => name),
  };
}

suite("A schema for a file that was made without one", () => {
  test("has no problems where the file has none, and knows objects by their ids", () => {
    assert.deepEqual(made(learning), { problems: [], anchors: ["objectId", "objectId", "id", "id"] });
  });

  test("knows an object by the attribute that is declared as its anchor", () => {
    const { problems, anchors } = made(learning.replace(anchorOf, `${anchorOf}, anchor`));
    assert.deepEqual(problems, []);
    assert.deepEqual(anchors.slice(0, 2), ["objectId", "objectId"]);
    assert.ok(anchors.includes("urn:ietf:params:scim:schemas:extension:fabrikam:2.0:User:learnerId"));
    assert.equal(anchors.length, 4);
  });
});
