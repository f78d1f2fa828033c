import assert from "node:assert/strict";
import { definition } from "../../server/src/features/definition.ts";
import { documentHighlight } from "../../server/src/features/documentHighlight.ts";
import { linkedEditing } from "../../server/src/features/linkedEditing.ts";
import { references } from "../../server/src/features/references.ts";
import { createDocument, type ProvmapDocument } from "../../server/src/model/document.ts";
import { type MarkedFiles, markedFiles, shownPlaces } from "../harness/markedFiles.ts";

const target = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const application = `application "Learning" { authentication: bearer secret("learning") schema: "learning.json" }\n`;
const mapping = (members: string) => `mapping "Users" { source: User target: "${target}" ${members} }\n`;

suite("Go to definition", () => {
  const found: readonly (readonly [sentence: string, ...files: string[]])[] = [
    ["of a declared source attribute", `${mapping("title <- [bad|ge]")}attributes source "User" { «badge»: String }`],
    [
      "of a declared target attribute",
      `${mapping("bad|ge <- [mail]")}attributes target "${target}" { «badge»: String }`,
    ],
    [
      "of an attribute in a clause",
      `${mapping('filter "F" { bad|ge IS NULL }')}attributes source "User" { «badge»: String }`,
    ],
    [
      "of an expected attribute, where it is mapped",
      `${mapping("«title» <- [jobTitle]")}test "T" { expect create { ti|tle: "x" } }`,
    ],
    ["of the mapping that a test names", `mapping «"Users"» { }\ntest "T" { mapping: "Us|ers" }`],
    [
      "of the object that a file describes",
      `${mapping("").replace(`"${target}"`, '"Bad|ge"')}attributes target «"Badge"» { }`,
    ],
    [
      "of an attribute in another file of the application",
      `${application}${mapping("bad|ge <- [mail]")}`,
      `${application}attributes target "${target}" { «badge»: String }`,
    ],
    ["of a mapping in the one file that has it", 'test "T" { mapping: "Us|ers" }', 'mapping «"Users"» { }'],
    ["of a name at its declaration", `mapping «"Us|ers"» { }`],
    ["nowhere of an attribute that the catalogue knows", mapping("title <- [job|Title]")],
    ["nowhere in a string", mapping('title <- "te|xt"')],
    ["nowhere of a function", mapping("title <- App|end([mail])")],
  ];
  for (const [sentence, ...files] of found) {
    test(sentence, async () => {
      const marked = markedFiles(files);
      const { document, offset, documents } = marked;
      const locations = await definition(document, offset, documents, async () => []);
      assert.deepEqual(shownPlaces(marked, locations), marked.places);
    });
  }

  const outside: readonly (readonly [sentence: string, marked: string, expected: string])[] = [
    ["of a user is asked of the directory", 'test "T" { user: "zoe@|contoso.com" }', "user zoe@contoso.com"],
    ["of a group is asked of the directory", 'test "T" { group: "Sta|ff" }', "group Staff"],
    [
      "of a secret is asked of the environments",
      'application "A" { authentication: bearer secret("ke|y") }',
      "secret key",
    ],
    ["of a schema is asked of the disk", 'application "A" { schema: "x|.json" }', "schema x.json"],
  ];
  for (const [sentence, text, expected] of outside) {
    test(sentence, async () => {
      const { document, offset, documents } = markedFiles([text]);
      const asked: string[] = [];
      await definition(document, offset, documents, async ({ kind, name }) => {
        asked.push(`${kind} ${name}`);
        return [];
      });
      assert.deepEqual(asked, [expected]);
    });
  }
});

suite("References", () => {
  const found: readonly (readonly [sentence: string, ...files: string[]])[] = [
    [
      "of a source attribute in expressions, clauses and tests, in every file",
      `${application}${mapping('filter "F" { «badge» IS NULL } title <- Append([«bad|ge»], "x")')}test "T" { user: { «badge»: "1" } }`,
      `application "Other" { }\n${mapping("nickName <- [«badge»]")}attributes source "User" { «badge»: String }`,
    ],
    [
      "of a target attribute in the files of its application",
      `${application}${mapping("«bad|ge» <- [mail]")}test "T" { existing: { «badge»: "1" } expect update { «badge»: "2" } }`,
      `${application}attributes target "${target}" { «badge»: String }`,
      `application "Other" { }\n${mapping("badge <- [mail]")}attributes target "${target}" { badge: String }`,
    ],
    [
      "of a mapping in its tests",
      'mapping «"Us|ers"» { }\ntest "A" { mapping: «"Users"» }\ntest "B" { mapping: "Others" }',
      'mapping "Users" { }',
    ],
    [
      "of a function in any letter case",
      mapping("title <- «App|end»([mail], «append»([city], [city]))"),
      mapping("title <- «Append»([mail], [mail])"),
    ],
    [
      "of a directory user in any letter case",
      'test "A" { user: «"zoe|@contoso.com"» }',
      'test "B" { user: «"Zoe@contoso.com"» with { city: "x" } }',
    ],
    [
      "of a secret",
      'application "A" { authentication: bearer «secret("ke|y")» }',
      'application "B" { authentication: basic «secret("key")» }',
    ],
    [
      "of one mapping's attribute only, where objects differ",
      `${mapping("«ti|tle» <- [mail]")}mapping "Groups" { source: Group target: "G" title <- [mail] }`,
    ],
    ["of a filter, which only its mapping has", `${mapping('filter «"F|"» { }')}mapping "Others" { filter "F" { } }`],
    ["of nothing in a comment", `// Use|rs\n${mapping("")}`],
  ];
  for (const [sentence, ...files] of found) {
    test(sentence, () => {
      const marked = markedFiles(files);
      const { document, offset, documents } = marked;
      assert.deepEqual(shownPlaces(marked, references(document, offset, documents, true)), marked.places);
    });
  }

  test("without the declaration where the editor does not want it", () => {
    const marked = markedFiles([`${mapping("title <- [«badge|»]")}attributes source "User" { badge: String }`]);
    const { document, offset, documents } = marked;
    assert.deepEqual(shownPlaces(marked, references(document, offset, documents, false)), marked.places);
  });
});

suite("Document highlight", () => {
  const highlighted = (marked: string) => {
    const files = markedFiles([marked]);
    const highlights = documentHighlight(files.document, files.offset);
    return { files, highlights };
  };

  test("marks what is read, written and declared", () => {
    const { files, highlights } = highlighted(
      `${mapping("«ba|dge» <- [mail]")}attributes target "${target}" { «badge»: String }\ntest "T" { expect create { «badge»: "1" } }`,
    );
    assert.deepEqual(shownPlaces(files, highlights.map(located(files))), files.places);
    assert.deepEqual(highlights.map(({ kind }) => kind).toSorted(), [1, 2, 3]);
  });
  test("marks nothing in white space", () =>
    assert.deepEqual(highlighted(mapping("title <- | [mail]")).highlights, []));

  function located({ document }: MarkedFiles) {
    return ({ range }: { range: ProvmapRange }) => ({ uri: document.uri, range });
  }
});

type ProvmapRange = ReturnType<typeof documentHighlight>[number]["range"];

suite("Linked editing", () => {
  const linked = (marked: string) => {
    const files = markedFiles([marked]);
    const { document, offset } = files;
    const ranges = linkedEditing(document, offset)?.ranges ?? [];
    return [
      shownPlaces(
        files,
        ranges.map(range => ({ uri: document.uri, range })),
      ),
      files.places,
    ];
  };
  const equal = ([found, expected]: readonly (readonly string[])[]) => assert.deepEqual(found, expected);

  test("of a mapping's name and the tests that name it", () =>
    equal(linked('mapping "«Us|ers»" { }\ntest "T" { mapping: "«Users»" }')));
  test("not in the test, where another mapping is chosen", () =>
    equal(linked('mapping "Users" { }\ntest "T" { mapping: "Us|ers" }')));
  test("not of a name that nothing else has", () => equal(linked('mapping "Us|ers" { }')));
  test("not of a name with escapes", () => equal(linked('mapping "U\\"s|ers" { }\ntest "T" { mapping: "U\\"sers" }')));
});

test("Names in a document that is half typed are found", () => {
  const text =
    'mapping "Users" { title <- Append([badge], \ntest "T" { mapping: "Users" user: { badge: \nattributes source "User" { badge';
  const document: ProvmapDocument = createDocument("file:///a.provmap", 1, text);
  assert.equal(references(document, text.indexOf('"Users"') + 2, [document], true).length, 2);
  assert.ok(references(document, text.indexOf("badge") + 2, [document], true).length >= 1);
});
