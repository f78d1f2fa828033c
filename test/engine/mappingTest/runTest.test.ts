import assert from "node:assert/strict";
import { type FileFacts, ran, tested, unmet } from "./bench.ts";

const staff = 'userPrincipalName: "eve", department: "Staff"';
const account = 'existing: { userName: "eve", active: true }';

type Row = readonly [title: string, test: string, unmet: readonly string[], facts?: FileFacts];

function rows(...all: readonly Row[]): void {
  for (const [title, block, expected, facts] of all) {
    test(title, async () => {
      const result = await ran(block, facts);
      assert.deepEqual(unmet(result), expected, result.summary);
      assert.equal(result.kind, expected.length === 0 ? "passed" : "failed");
    });
  }
}

suite("mapping tests: the action", () => {
  rows(
    ["is create where the target holds nothing", `user: { ${staff} } expect create`, []],
    ["is update where what the target holds matches", `user: { ${staff} } ${account} expect update`, []],
    [
      "is create where what the target holds does not match",
      `user: { ${staff} } existing: { userName: "bob" } expect create`,
      [],
    ],
    ["is skip out of scope", 'user: { userPrincipalName: "eve" } expect skip', []],
    ["is skip for who is not assigned", `user: { ${staff} } assigned: false expect skip`, []],
    [
      "is create for who is not assigned where all are provisioned",
      `user: { ${staff} } assigned: false expect create`,
      [],
      { application: "scope: all" },
    ],
    ["is disable for who is blocked", `user: { ${staff}, accountEnabled: false } ${account} expect disable`, []],
    [
      "is disable for who is in the recycle bin",
      `user: { ${staff}, deletedDateTime: "2026-01-01" } ${account} expect disable`,
      [],
    ],
    ["is delete for who is gone from it", `user: { ${staff}, permanentlyDeleted: true } ${account} expect delete`, []],
    [
      "is skip where nothing differs",
      `user: "ada" existing: { userName: "ada@contoso.com", active: true, displayName: "ada", title: "Engineer", emails: [], "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "staff" } } expect skip { reason: "RedundantExport" }`,
      [],
    ],
    ["is fail without a matching value", 'user: { department: "Staff" } expect fail { reason: "ImportSkipped" }', []],
    ["is not met by another one", `user: { ${staff} } expect update { title: "Boss" }`, ["action: create"]],
    ["is met or not in every expectation", `user: { ${staff} } expect create expect skip`, ["action: create"]],
  );
});

suite("mapping tests: the reason", () => {
  const outside = 'user: { userPrincipalName: "eve", department: "Sales" }';
  rows(
    ["is the code", `${outside} expect skip { reason: "NotEffectivelyEntitled" }`, []],
    ["is a part of the sentence", `${outside} expect skip { reason: "department is \\"Sales\\"" }`, []],
    [
      "is not a part of the code",
      `${outside} expect skip { reason: "NotEffectively" }`,
      ["reason: NotEffectivelyEntitled"],
    ],
    [
      "of a failure is a part of its sentence",
      'user: { department: "Staff" } expect fail { reason: "No matching attribute has a value" }',
      [],
    ],
  );
});

suite("mapping tests: attributes", () => {
  rows(
    [
      "hold what flows",
      `user: { ${staff}, mail: "eve@contoso.com" } expect create { userName: "eve", emails[type eq "work"].value: "eve@contoso.com" }`,
      [],
    ],
    ["hold nothing where nothing flows", `user: { ${staff} } expect create { title: absent }`, []],
    ["hold nothing, and a text is expected", `user: { ${staff} } expect create { title: "Boss" }`, ["title: null"]],
    [
      "hold a text, and nothing is expected",
      `user: { ${staff}, jobTitle: "Boss" } expect create { title: absent }`,
      ["title: Boss"],
    ],
    ["hold their default at creation", `user: { ${staff} } expect create { displayName: "Unknown" }`, []],
    ["differ in letter case", `user: { ${staff}, jobTitle: "Boss" } expect create { title: "boss" }`, ["title: Boss"]],
    [
      "that are Boolean are true in any spelling",
      `user: { ${staff} } expect create { active: true } expect create { active: "true" } expect create { active: "True" }`,
      [],
    ],
    [
      "keep what the target has where nothing flows",
      `user: { ${staff} } existing: { userName: "eve", nickName: "Evie", title: "Boss" } expect update { nickName: "Evie", title: "Boss" }`,
      [],
    ],
    [
      "hold the new value after an update",
      `user: { ${staff}, jobTitle: "Boss" } existing: { userName: "eve", title: "Clerk" } expect update { title: "Boss" }`,
      [],
    ],
    [
      "flow at creation alone where the mapping says so",
      `user: { ${staff}, mailNickname: "evie" } ${account} expect update { nickName: absent }`,
      [],
    ],
    [
      "that are not mapped hold what they held",
      `user: { ${staff} } existing: { userName: "eve", locale: "sv-SE" } expect update { locale: "sv-SE" }`,
      [],
    ],
    [
      "of what is disabled follow IsSoftDeleted",
      `user: { ${staff}, accountEnabled: false, jobTitle: "Boss" } ${account} expect disable { active: false, title: absent }`,
      [],
    ],
  );

  test("of lists hold the same values in any order", async () => {
    const mapping = 'userName <- [userPrincipalName] match 1 roles <- Split([jobTitle], ",")';
    const blocks =
      'attributes target "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" { roles: String, multivalued }';
    const user = 'user: { userPrincipalName: "eve", jobTitle: "a,b,b" }';
    const facts = { mapping, blocks };
    assert.deepEqual(unmet(await ran(`${user} expect create { roles: ["b", "a", "b"] }`, facts)), []);
    assert.deepEqual(unmet(await ran(`${user} expect create { roles: ["b", "a", "a"] }`, facts)), ["roles: a,b,b"]);
    assert.deepEqual(unmet(await ran(`${user} expect create { roles: ["a", "b"] }`, facts)), ["roles: a,b,b"]);
  });

  test("that cannot flow say why", async () => {
    const { expectations } = await ran(`user: { ${staff}, manager: "bob" } expect create { manager: "bob" }`, {
      mapping: "userName <- [userPrincipalName] match 1 manager <- [manager]",
    });
    assert.match(expectations.find(({ name }) => name === "manager")?.note ?? "", /holds no object but its own/);
  });

  test("keep their place in the text", async () => {
    const { result, text } = await tested(`user: { ${staff} } expect create { title: "Boss" }`);
    assert.ok(result.kind === "failed");
    const places = result.expectations.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(places, ["create", 'title: "Boss"']);
  });
});

suite("mapping tests: what Redact hides", () => {
  const mapping = "userName <- [userPrincipalName] match 1 title <- Redact([jobTitle])";
  const expecting = (title: string) =>
    ran(`user: { userPrincipalName: "eve", jobTitle: "open sesame" } expect create { title: ${title} }`, { mapping });

  test("is compared as it flows", async () => {
    assert.equal((await expecting('"open sesame"')).kind, "passed");
    assert.equal((await expecting('"open barley"')).kind, "failed");
    assert.equal((await expecting("absent")).kind, "failed");
  });

  test("is in no result, neither as it is nor as it was expected", async () => {
    for (const title of ['"open sesame"', '"open barley"']) {
      const result = await expecting(title);
      assert.doesNotMatch(JSON.stringify(result), /sesame|barley/);
      assert.equal(result.expectations.at(-1)?.redacted, true);
    }
  });
});

suite("mapping tests: the object", () => {
  rows(
    ["comes from the directory, and is assigned", 'user: "ada" expect create { displayName: "Ada" }', []],
    [
      "comes from the directory with changes",
      'user: "ada" with { displayName: "Ada L.", jobTitle: absent } expect create { displayName: "Ada L.", title: absent }',
      [],
    ],
    [
      "has an id also where none is written",
      `user: { ${staff} } expect create { userName: "00000000-0000-0000-0000-000000000000" }`,
      [],
      { mapping: "userName <- [objectId] match 1" },
    ],
    [
      "has the id that is written",
      'user: { objectId: "7" } expect create { userName: "7" }',
      [],
      { mapping: "userName <- [objectId] match 1" },
    ],
    [
      "has lists and truth values",
      'user: { userPrincipalName: "eve", otherMails: ["a", "b"], accountEnabled: "true" } expect create { title: "b", active: "True" }',
      [],
      {
        mapping:
          'userName <- [userPrincipalName] match 1 title <- Item([otherMails], 2) active <- IIF([accountEnabled] = True, "True", "False")',
      },
    ],
    [
      "may be a group",
      'group: { displayName: "Staff" } expect create { displayName: "Staff" }',
      [],
      {
        blocks:
          'mapping "Groups" { source: Group target: "urn:ietf:params:scim:schemas:core:2.0:Group" displayName <- [displayName] match 1 }',
      },
    ],
  );
});

suite("mapping tests: what the target holds", () => {
  const urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  const same = 'expect update { emails[type eq "work"].value: "old@contoso.com", name.givenName: "Eve" }';
  const mapping = `userName <- [userPrincipalName] match 1 title <- [jobTitle] name.givenName <- [givenName]
    emails[type eq "work"].value <- [mail] ${urn}:department <- [department]`;
  rows(
    [
      "is written by paths",
      `user: { ${staff} } existing: { userName: "eve", emails[type eq "work"].value: "old@contoso.com", name.givenName: "Eve" } ${same}`,
      [],
      { mapping },
    ],
    [
      "or nested as in JSON",
      `user: { ${staff} } existing: { userName: "eve", emails: [{ type: "work", value: "old@contoso.com" }], name: { givenName: "Eve" } } ${same}`,
      [],
      { mapping },
    ],
    [
      "in an extension too",
      `user: { ${staff} } existing: { userName: "eve", "${urn}": { department: "Sales", employeeNumber: 7 } } expect update { ${urn}:department: "Staff", ${urn}:employeeNumber: "7" }`,
      [],
      { mapping },
    ],
    ["is found in any letter case", `user: { ${staff} } existing: { userName: "EVE" } expect update`, []],
    [
      "is found in the same letter case where that counts",
      `user: { ${staff} } existing: { externalId: "EVE" } expect create`,
      [],
      { mapping: 'userName <- [displayName] default "x" externalId <- [userPrincipalName] match 1' },
    ],
  );
});

suite("mapping tests: the world", () => {
  const mapping =
    'userName <- [userPrincipalName] match 1 title <- FormatDateTime(Now(), , "M/d/yyyy h:mm:ss tt", "yyyy-MM-dd HH:mm")';
  rows(
    ["stands still at a stated instant", 'user: "ada" expect create { title: "2026-01-01 00:00" }', [], { mapping }],
    [
      "stands still when the test says",
      'user: "ada" now: "2030-05-06T07:08:09Z" expect create { title: "2030-05-06 07:08" }',
      [],
      { mapping },
    ],
    [
      "reads a time without a zone as UTC",
      'user: "ada" now: "2030-05-06T07:08" expect create { title: "2030-05-06 07:08" }',
      [],
      { mapping },
    ],
  );

  test("draws the same random values always", async () => {
    const password = { mapping: 'userName <- [userPrincipalName] match 1 title <- RandomString(16, 1, 1, 1, 1, "")' };
    const drawn = async () => unmet(await ran('user: "ada" expect create { title: absent }', password));
    const [first, second] = [await drawn(), await drawn()];
    assert.match(first[0] ?? "", /^title: .{16}$/);
    assert.deepEqual(first, second);
  });
});

suite("mapping tests that cannot run", () => {
  const reasons: readonly (readonly [test: string, reason: RegExp, place: string])[] = [
    ['user: "ada"', /expects nothing/, '"T"'],
    ["expect create", /has no mapping with source/, '"T"'],
    ['mapping: "Users" expect create', /has no object/, '"T"'],
    ['mapping: "Usres" user: "ada" expect create', /no mapping "Usres"/, '"Usres"'],
    ['mapping: "Users" user: "ada" group: "g" expect create', /one object/, 'group: "g"'],
    ['mapping: "Users" group: "g" expect create', /reads User, and the test has a Group/, 'group: "g"'],
    ['user: "bob" expect create', /There is no user "bob"\./, '"bob"'],
    ['user: "ada" now: "tomorrow" expect create', /takes an instant/, '"tomorrow"'],
    ['user: "ada" existing: { "cost centre": "x" } expect create', /not a SCIM attribute/, '"cost centre"'],
  ];
  for (const [block, reason, place] of reasons) {
    test(`${block} says why, and where`, async () => {
      const { result, text } = await tested(block);
      assert.ok(result.kind === "error");
      assert.match(result.reason, reason);
      assert.equal(text.slice(result.span.start, result.span.end), place);
    });
  }
});
