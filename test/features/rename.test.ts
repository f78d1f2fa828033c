import assert from "node:assert/strict";
import { prepareRename, rename } from "../../server/src/features/rename.ts";
import { applyEdits } from "../harness/documents.ts";
import { markedFiles } from "../harness/markedFiles.ts";

const target = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const mapping = (members: string) => `mapping "Users" { source: User target: "${target}" ${members} }\n`;

/** The files after the thing at the cursor has got another name, or why it keeps its own. */
function renamed(newName: string, ...files: string[]): readonly string[] | string {
  const { document, offset, documents } = markedFiles(files);
  const answer = rename(document, offset, newName, documents);
  if (answer === undefined) return "nothing is named here";
  if ("refused" in answer) return answer.refused;
  return documents.map(each => applyEdits(each, answer.changes?.[each.uri] ?? []));
}

suite("Rename", () => {
  const renames: readonly (readonly [sentence: string, newName: string, before: string[], after: string[]])[] = [
    [
      "of a mapping changes its tests",
      "People",
      ['mapping "Us|ers" { }\ntest "T" { mapping: "Users" }'],
      ['mapping "People" { }\ntest "T" { mapping: "People" }'],
    ],
    [
      "of a mapping from a test, in the file that has it",
      'All "people"',
      ['test "T" { mapping: "Us|ers" }', 'mapping "Users" { }'],
      ['test "T" { mapping: "All \\"people\\"" }', 'mapping "All \\"people\\"" { }'],
    ],
    ["of a filter", "Staff", [mapping('filter "F|" { }')], [mapping('filter "Staff" { }')]],
    ["of a test", "it works", ['test "T|" { }'], ['test "it works" { }']],
    [
      "of a source attribute, in every file",
      "badgeNumber",
      [
        `${mapping('filter "F" { badge IS NULL } title <- Append([bad|ge], "x")')}attributes source "User" { badge: String }`,
        mapping("nickName <- [ badge ]"),
      ],
      [
        `${mapping('filter "F" { badgeNumber IS NULL } title <- Append([badgeNumber], "x")')}attributes source "User" { badgeNumber: String }`,
        mapping("nickName <- [ badgeNumber ]"),
      ],
    ],
    [
      "of a target attribute, in quotes where it needs them",
      "badge number",
      [`${mapping("badge <- [mail]")}attributes target "${target}" { bad|ge: String }`],
      [`${mapping('"badge number" <- [mail]')}attributes target "${target}" { "badge number": String }`],
    ],
    [
      "of a source attribute with a blank, in quotes but not in brackets",
      "badge number",
      [`${mapping("title <- [badge]")}attributes source "User" { bad|ge: String }`],
      [`${mapping("title <- [badge number]")}attributes source "User" { "badge number": String }`],
    ],
    [
      "not of the same name in another application",
      "badgeNumber",
      [
        `application "A" { }\n${mapping("bad|ge <- [mail]")}attributes target "${target}" { badge: String }`,
        `application "B" { }\n${mapping("badge <- [mail]")}attributes target "${target}" { badge: String }`,
      ],
      [
        `application "A" { }\n${mapping("badgeNumber <- [mail]")}attributes target "${target}" { badgeNumber: String }`,
        `application "B" { }\n${mapping("badge <- [mail]")}attributes target "${target}" { badge: String }`,
      ],
    ],
  ];
  for (const [sentence, newName, before, after] of renames) {
    test(sentence, () => assert.deepEqual(renamed(newName, ...before), after));
  }

  const refusals: readonly (readonly [sentence: string, newName: string, file: string, message: RegExp])[] = [
    ["of an attribute that the catalogue knows", "role", mapping("title <- [job|Title]"), /'jobTitle' is not declared/],
    ["of a function", "Add", mapping("title <- App|end([mail])"), /Only mappings, filters, tests and declared/],
    ["to nothing", " ", 'mapping "M|" { }', /not empty/],
    ["to several lines", "a\nb", 'mapping "M|" { }', /on one line/],
    ["to a name that another has", "N", 'mapping "M|" { }\nmapping "N" { }', /'N' is the name of another/],
    ["to a name that ends a bracket", "a]b", 'attributes source "User" { bad|ge: String }', /without brackets/],
  ];
  for (const [sentence, newName, file, message] of refusals) {
    test(`is refused ${sentence}`, () => assert.match(String(renamed(newName, file)), message));
  }

  test("is prepared without the quotes", () => {
    const { document, offset, documents } = markedFiles(['mapping "Us|ers" { }']);
    assert.deepEqual(prepareRename(document, offset, documents), {
      range: { start: { line: 0, character: 9 }, end: { line: 0, character: 14 } },
      placeholder: "Users",
    });
  });
  test("is prepared with a reason where it cannot be", () => {
    const { document, offset, documents } = markedFiles([mapping("title <- [job|Title]")]);
    assert.match(JSON.stringify(prepareRename(document, offset, documents)), /refused.*jobTitle/);
  });
  test("is prepared nowhere else", () => {
    const { document, offset, documents } = markedFiles([mapping('title <- "te|xt"')]);
    assert.equal(prepareRename(document, offset, documents), undefined);
  });
});
