import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "../../server/src/connectors/inputError.ts";
import { heldTarget } from "../../server/src/engine/match/heldTarget.ts";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { Resource } from "../../server/src/engine/ports.ts";
import { dryRun } from "../../server/src/engine/write/executor.ts";
import { formatProvmap } from "../../server/src/language/provmap/format.ts";
import { inserted } from "../../server/src/session/insertTest.ts";
import { openDocument } from "../../server/src/session/openDocument.ts";
import { openUsers } from "../../server/src/session/openUsers.ts";
import { runTests } from "../../server/src/session/runTests.ts";
import { type SaveAsTestSettings, saveAsTest } from "../../server/src/session/saveAsTest.ts";
import { realWorld } from "../../server/src/session/session.ts";
import { oneRun } from "../harness/oneRun.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const people = {
  users: [
    {
      id: "1",
      userPrincipalName: "ada@contoso.com",
      displayName: 'Ada "Countess" Lovelace',
      department: "Engineering",
      jobTitle: "Engineer",
      manager: "2",
    },
    { id: "2", userPrincipalName: "bob@contoso.com", displayName: "Bob", department: "Sales" },
    {
      id: "3",
      userPrincipalName: "cleo@contoso.com",
      displayName: "Cleo",
      department: "Engineering",
      accountEnabled: false,
    },
  ],
  groups: [{ id: "9", displayName: "Staff", members: ["1"] }],
  assignments: [
    { application: "Learning", user: "1" },
    { application: "Learning", user: "3" },
    { application: "Learning", group: "9" },
  ],
};

const usual = `
  filter "Engineering" {
    department EQUALS "Engineering"
  }

  userName <- [userPrincipalName] match 1
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- [displayName]`;

/** The text of a file whose mapping has these members. */
function fileOf(members: string, application = "", blocks = ""): string {
  return formatProvmap(`application "Learning" { ${application} }

mapping "Users" {
  source: User
  target: "${enterprise}"
${members}
}

mapping "Groups" {
  source: Group
  target: "urn:ietf:params:scim:schemas:core:2.0:Group"
  displayName <- [displayName] match 1
  members <- [members]
}
${blocks}`);
}

interface Row {
  readonly title: string;
  readonly members?: string;
  readonly application?: string;
  readonly user?: string;
  readonly group?: string;
  readonly held?: readonly Resource[];
  readonly test: string;
  readonly leftOut?: readonly RegExp[];
}

const rows: readonly Row[] = [
  {
    title: "a creation expects the values that flow",
    test: `user: "ada@contoso.com"
  expect create {
    userName: "ada@contoso.com"
    active: "True"
    displayName: "Ada \\"Countess\\" Lovelace"
  }`,
  },
  {
    title: "who is out of scope is skipped for that reason",
    application: "scope: all",
    user: "bob@contoso.com",
    test: `user: "bob@contoso.com"
  expect skip {
    reason: "NotEffectivelyEntitled"
  }`,
  },
  {
    title: "who is not assigned stays so",
    user: "bob@contoso.com",
    members: usual.replace('"Engineering"\n', '"Sales"\n'),
    test: `user: "bob@contoso.com"
  assigned: false
  expect skip {
    reason: "NotEffectivelyEntitled"
  }`,
  },
  {
    title: "an update has what the target held, and expects what changes",
    held: [{ id: "x", userName: "ADA@contoso.com", active: true, displayName: "Ada" }],
    test: `user: "ada@contoso.com"
  existing: { userName: "ADA@contoso.com", active: "True", displayName: "Ada" }
  expect update {
    displayName: "Ada \\"Countess\\" Lovelace"
  }`,
  },
  {
    title: "nothing to do is a reason",
    held: [{ id: "x", userName: "ada@contoso.com", active: true, displayName: 'Ada "Countess" Lovelace' }],
    test: `user: "ada@contoso.com"
  existing: {
    userName: "ada@contoso.com"
    active: "True"
    displayName: "Ada \\"Countess\\" Lovelace"
  }
  expect skip {
    reason: "RedundantExport"
  }`,
  },
  {
    title: "who is disabled in the source is disabled",
    user: "cleo@contoso.com",
    held: [{ id: "x", userName: "cleo@contoso.com", active: true }],
    test: `user: "cleo@contoso.com"
  existing: { userName: "cleo@contoso.com", active: "True" }
  expect disable {
    active: "False"
  }`,
  },
  {
    title: "what the target was found by is known where nothing else is",
    user: "bob@contoso.com",
    application: "skipOutOfScopeDeletions: true",
    held: [{ id: "x", userName: "bob@contoso.com", active: true }],
    test: `user: "bob@contoso.com"
  assigned: false
  existing: { userName: "bob@contoso.com" }
  expect skip {
    reason: "SkipOutOfScopeDeletions"
  }`,
  },
  {
    title: "what is redacted, secret, a reference or by chance is left out, and told",
    members: `${usual.replace("[displayName]", "Redact([displayName])")}
  password <- "Xyz-12345"
  title <- [jobTitle]
  nickName <- RandomString(8, 2, 2, 2, 2)
  ${enterprise}:manager <- [manager]`,
    test: `user: "ada@contoso.com"
  expect create {
    userName: "ada@contoso.com"
    active: "True"
    title: "Engineer"
  }`,
    leftOut: [
      /redacted or secret: displayName, password\.$/,
      /no object but its own: urn:\S+:manager\.$/,
      /chance or the target have a part in them: nickName\.$/,
    ],
  },
  {
    title: "a group is one of the directory, without its members",
    group: "Staff",
    test: `group: "Staff"
  expect create {
    displayName: "Staff"
  }`,
    leftOut: [/no object but its own: members\.$/],
  },
  {
    title: "an object that cannot be provisioned fails for the same reason",
    members: `${usual.replace("[userPrincipalName]", "[employeeId]")}`,
    test: `user: "ada@contoso.com"
  expect fail {
    reason: "ImportSkipped"
  }`,
  },
];

suite("session: a preview as a test", () => {
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    const rules = { "password-target": "off", "redact-password": "off" };
    workspace = await temporaryWorkspace({
      "mapwright.json": { directory: "people.json", rules },
      "people.json": people,
      "schema.json": { synchronizationRules: [] },
    });
  });
  suiteTeardown(() => workspace.remove());

  const path = (name = "learning.provmap") => join(workspace.folder, name);

  /** Runs an object against what a target holds, and saves that as a test of a text. */
  async function save(text: string, { user = "ada@contoso.com", group, held = [] }: Partial<Row>, into = text) {
    const { document } = await openDocument(path(), text);
    const { application, mappings } = document.configuration;
    const users = await openUsers(path("people.json"), "Learning");
    const [objectType, key] = group === undefined ? (["User", user] as const) : (["Group", group] as const);
    const object = users.findObject(objectType, key);
    const mapping = mappings.find(({ sourceObject }) => sourceObject.text === objectType);
    assert.ok(mapping !== undefined);
    const { directory } = users;
    const about = { mapping, mappings, text, object, directory, ...(application && { application }), onDemand: {} };
    const target = heldTarget(held, () => false);
    const result = await provision({ ...about, target, executor: dryRun(), world: realWorld });
    const settings: SaveAsTestSettings = { file: path(), text: into, name: "Saved", result };
    const saved = await saveAsTest(settings);
    return { ...saved, whole: inserted(into, saved), mapping: mapping.name.text };
  }

  for (const { title, members = usual, application, test: expected, leftOut = [], ...row } of rows) {
    test(title, async () => {
      const text = fileOf(members, application);
      const saved = await save(text, row);
      assert.equal(saved.text, `\n\ntest "Saved" {\n  mapping: "${saved.mapping}"\n  ${expected}\n}`);
      assert.equal(saved.leftOut.length, leftOut.length, saved.leftOut.join("\n"));
      for (const [index, pattern] of leftOut.entries()) assert.match(saved.leftOut[index] ?? "", pattern);
      assert.equal(formatProvmap(saved.whole), saved.whole);
      const { results } = await runTests({ file: path(), text: saved.whole });
      assert.deepEqual(
        results.map(({ kind }) => kind),
        ["passed"],
      );
    });
  }

  const first = 'test "A" {\n  user: "ada@contoso.com"\n  expect create\n} // of users\n';
  const second = 'test "B" {\n  group: "Staff"\n  expect create\n}\n';

  test("stands behind the last test of its mapping, and behind the comment there", async () => {
    const { whole } = await save(fileOf(usual, "", `${first}\n${second}`), {});
    assert.match(whole, /\/\/ of users\n\ntest "Saved" \{.*\}\n\ntest "B"/s);
  });

  test("stands behind the last test where its mapping has none", async () => {
    const { whole } = await save(fileOf(usual, "", second), {});
    assert.match(whole, /\n\}\n\ntest "Saved" \{.*\n\}\n$/s);
  });

  test("keeps the line ends of the file, and needs none at its end", async () => {
    const text = fileOf(usual).trimEnd().replaceAll("\n", "\r\n");
    const { whole } = await save(text, {});
    assert.equal(whole, formatProvmap(whole));
    assert.doesNotMatch(whole, /[^\r]\n/);
  });

  test("fits between blocks on one line", async () => {
    const text = `${fileOf(usual).trimEnd()} ${second}`;
    const { whole } = await save(text, {}, text);
    assert.deepEqual(
      (await runTests({ file: path(), text: whole })).results.map(({ name, kind }) => [name, kind]),
      [
        ["B", "passed"],
        ["Saved", "passed"],
      ],
    );
  });

  test("is refused: of a schema of Graph", async () => {
    const result = await provision(oneRun({ mapping: usual }));
    const settings = { file: path("schema.json"), name: "T", result };
    await assert.rejects(saveAsTest(settings), /schema\.json: .* holds no tests\. Import it/);
  });

  const text = fileOf(usual);
  const refused: readonly (readonly [title: string, into: string, message: RegExp, row?: Partial<Row>])[] = [
    ["a name that is taken", fileOf(usual, "", second.replace('"B"', '"Saved"')), /has a test "Saved" already\. Give/],
    ["a mapping that is gone", text.replace('mapping "Users"', 'mapping "People"'), /no mapping "Users" any more/],
    [
      "a mapping with an error",
      text.replace("Switch(", "Swich("),
      /cannot be a test that passes\. The mapping .*Swich/,
    ],
    [
      "another action in the test",
      text.replace('EQUALS "Engineering"', 'EQUALS "Sales"'),
      /"create" rests on .* skipped/,
    ],
    [
      "an action that rests on what is redacted",
      text.replace("[displayName]\n", "Redact([displayName])\n"),
      /"skip" rests on what a test does not hold.* would be updated/,
      { held: [{ id: "x", userName: "ada@contoso.com", active: true, displayName: 'Ada "Countess" Lovelace' }] },
    ],
  ];
  for (const [title, into, message, row = {}] of refused) {
    test(`is refused: ${title}`, async () => {
      const run = title.includes("redacted") ? into : text;
      await assert.rejects(save(run, row, into), error => error instanceof InputError && message.test(error.message));
    });
  }
});
