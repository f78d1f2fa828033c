import assert from "node:assert/strict";
import { mappingAt } from "../../server/src/features/mappingAt.ts";
import { documentAt, inExpression, inMapping } from "../harness/documents.ts";

const groups = 'mapping "Groups" { source: Group target: "urn:ietf:params:scim:schemas:core:2.0:Group" }\n';

suite("The mapping at a cursor is", () => {
  const rows: readonly (readonly [sentence: string, marked: string, name: string | undefined])[] = [
    ["the one around it", `${inMapping("title <- [job|Title]")}${groups}`, "Users"],
    ["the one around it while a line is half typed", `${groups}${inMapping("title <- Append([job|")}`, "Users"],
    ["the one that a test names", `${inMapping("")}${groups}test "T" { mapping: "Groups" expect cre|ate }`, "Groups"],
    ["the one that a test runs", `${inMapping("")}${groups}test "T" { group: "Staff|" }`, "Groups"],
    ["none outside", `|application "A" { }\n${groups}`, undefined],
  ];
  for (const [sentence, marked, name] of rows) {
    test(sentence, () => {
      const { document, offset } = documentAt(marked);
      assert.equal(mappingAt(document, offset), name);
    });
  }
  test("the one of a schema", () => {
    const { document, offset } = inExpression("[ma|il]");
    assert.equal(mappingAt(document, offset), "People");
  });
});
