import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { mapwright, start } from "../harness/commandLine.ts";
import { largeSchema } from "../harness/graphSchemas.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const scim = await readFile("test/model/graph/fixtures/scim.json");
const inbound = await readFile("test/model/graph/fixtures/inbound.json");
const large = JSON.stringify(largeSchema(300), null, 4);

const exports: Readonly<Record<string, Uint8Array>> = {
  "scim.json": scim,
  "inbound.json": inbound,
  "large.json": Buffer.from(large),
  "one-line.json": Buffer.from(JSON.stringify(JSON.parse(scim.toString()))),
  "utf16.json": Buffer.from(`\uFEFF${scim.toString().replaceAll("\n", "\r\n")}`, "utf16le"),
  "utf16-be.json": Buffer.from(`\uFEFF${scim.toString()}`, "utf16le").swap16(),
};

suite("command line: import and export", function () {
  this.timeout(60_000);
  let workspace: TemporaryWorkspace;
  setup(async () => {
    workspace = await temporaryWorkspace(exports);
  });
  teardown(() => workspace.remove());
  const run = (...args: readonly string[]) => mapwright(args, { cwd: workspace.folder });
  const bytes = (name: string) => readFile(join(workspace.folder, name));

  for (const name of Object.keys(exports)) {
    test(`${name} comes back byte for byte`, async () => {
      const imported = await run("import", name, "-o", "app.provmap");
      assert.equal(imported.code, 0, imported.stderr);
      const exported = await run("export", "app.provmap", "-o", "back.json");
      assert.deepEqual(exported, { code: 0, stdout: "back.json: written\n", stderr: "" });
      assert.ok((await bytes("back.json")).equals(exports[name] ?? scim));
    });
  }

  test("standard output has the .provmap text, and the bytes of the schema", async () => {
    const { stdout, code } = await run("import", "utf16.json");
    assert.equal(code, 0);
    assert.match(stdout, /^application "customappsso" \{\n {2}template: scim\n {2}schema: "utf16\.json"\n\}\n/);
    await workspace.write("app.provmap", stdout);
    const child = start(["export", "app.provmap"], { cwd: workspace.folder });
    child.stdin.end();
    assert.ok((await buffer(child.stdout)).equals(exports["utf16.json"] ?? scim));
  });

  test("says what was written, and what there are no words for", async () => {
    const { stdout, stderr } = await run("import", "inbound.json", "-o", "hr.provmap");
    assert.equal(stdout, "hr.provmap: 1 mapping, beside inbound.json\n");
    assert.equal(stderr, "1 part of the schema has no words in .provmap: comments stand there.\n");
    const json = await run("import", "inbound.json", "-o", "hr.provmap", "--format", "json");
    assert.deepEqual(JSON.parse(json.stdout), {
      file: "hr.provmap",
      schemaFile: "inbound.json",
      mappings: 1,
      attributeMappings: 6,
      unsaid: 1,
    });
  });

  test("an edit reaches the schema, and nothing else changes", async () => {
    await run("import", "scim.json", "-o", "app.provmap");
    const text = await workspace.read("app.provmap");
    await workspace.write("app.provmap", text.replace('default "Unknown"', 'default "Nobody"'));
    assert.equal((await run("export", "app.provmap", "-o", "scim.json")).code, 0);
    assert.equal(await workspace.read("scim.json"), scim.toString().replace('"Unknown"', '"Nobody"'));
    assert.equal((await run("export", "app.provmap", "-o", "again.json")).code, 0);
    assert.equal(await workspace.read("again.json"), await workspace.read("scim.json"));
  });

  test("a schema of another folder is copied beside the file, never over another", async () => {
    await workspace.write("apps/readme.txt", "");
    assert.equal((await run("import", "utf16.json", "-o", "apps/app.provmap")).code, 0);
    assert.ok((await bytes("apps/utf16.json")).equals(await bytes("utf16.json")));
    assert.equal((await run("import", "utf16.json", "-o", "apps/app.provmap")).code, 0);
    await workspace.write("apps/scim.json", "{}");
    const refused = await run("import", "scim.json", "-o", "apps/app.provmap");
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /^mapwright: apps\/scim\.json: another file has the name [^\n]+\n$/);
  });

  test("a file without a schema makes a new one, which says the same", async () => {
    await workspace.write("new.provmap", smallMapping);
    assert.equal((await run("export", "new.provmap", "-o", "new.json")).code, 0);
    const { stdout } = await run("import", "new.json");
    const mapping = (text: string) =>
      text.slice(text.indexOf("mapping "), text.indexOf("\n}\n", text.indexOf("mapping ")));
    assert.equal(mapping(stdout), mapping(smallMapping));
    const { synchronizationRules, directories } = JSON.parse(await workspace.read("new.json"));
    assert.equal(synchronizationRules[0].targetDirectoryName, "Learning");
    assert.deepEqual(
      directories.map(({ name }: { name: string }) => name),
      ["Azure Active Directory", "Learning"],
    );
  });

  test("check tells of the mistakes of a schema at their places in the file, in any encoding", async () => {
    const wrong = scim.toString().replace('"Switch([IsSoftDeleted]', '"Swich([IsSoftDeleted]');
    for (const bytes of [Buffer.from(wrong), Buffer.from(`\uFEFF${wrong}`, "utf16le")]) {
      await workspace.write("wrong.json", bytes);
      const { code, stdout } = await run("check", "wrong.json", "--format", "json");
      assert.equal(code, 1);
      const { problems } = JSON.parse(stdout);
      const problem = problems.find((each: { code: string }) => each.code === "unknown-function");
      const line = wrong.split("\n")[problem.line - 1] ?? "";
      assert.equal(line.slice(problem.column - 1, problem.endColumn - 1), "Swich");
      assert.equal(problem.fixes[0].edits[0].text, "Switch");
    }
  });

  test("check refuses JSON that is no schema, and tells of what is no JSON", async () => {
    await workspace.write("other.json", { a: 1 });
    await workspace.write("broken.json", '{"synchronizationRules": [], "a": }');
    assert.match((await run("check", "other.json")).stderr, /^mapwright: other\.json: this is no schema/);
    const { code, stdout } = await run("check", "broken.json");
    assert.equal(code, 1);
    assert.match(stdout, /^broken\.json:1:35 error Write a value for the member\. \(json-syntax\)\n/);
  });

  test("a user is previewed by a schema as by a .provmap file", async () => {
    const ada = { id: "1", userPrincipalName: "ada@contoso.com", mail: "a@b.c", department: "Engineering" };
    await workspace.write("people.json", { users: [ada] });
    const args = [
      "preview",
      "scim.json",
      "--user",
      "ada@contoso.com",
      "--directory",
      "people.json",
      "--format",
      "json",
    ];
    const { code, stdout, stderr } = await run(...args);
    assert.equal(code, 0, stderr);
    assert.equal(JSON.parse(stdout).action, "create");
  });

  const mistakes: readonly (readonly [what: string, args: readonly string[], message: RegExp])[] = [
    [
      "JSON that is no schema",
      ["import", "other.json"],
      /^mapwright: other\.json: this is no schema of Microsoft Graph/,
    ],
    ["broken JSON", ["import", "broken.json"], /^mapwright: broken\.json:1:35: Write a value for the member\.$/m],
    ["a file that is not there", ["import", "nothing.json"], /^mapwright: nothing\.json: there is no such file/],
    ["a .provmap with a mistake", ["export", "broken.provmap"], /^mapwright: broken\.provmap:1:\d+: /],
    ["a schema that is not there", ["export", "lost.provmap"], /^mapwright: .*lost\.json: there is no such file/],
    [
      "a rule that is not there",
      ["export", "rule.provmap"],
      /^mapwright: rule\.provmap:4:21: The schema has no rule 'X'/,
    ],
  ];
  for (const [what, args, message] of mistakes) {
    test(`${what} exits 2 with one line`, async () => {
      await workspace.write("other.json", { a: 1 });
      await workspace.write("broken.json", '{"synchronizationRules": [], "a": }');
      await workspace.write("broken.provmap", "mapping {");
      await workspace.write("lost.provmap", 'application "A" {\n  schema: "lost.json"\n}\n');
      const application = 'application "A" {\n  schema: "scim.json"\n}\n';
      await workspace.write("rule.provmap", `${application}mapping "M" { rule: "X" source: User target: "T" }\n`);
      const { code, stdout, stderr } = await run(...args);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, message);
      assert.equal(stderr.split("\n").length, 2);
    });
  }
});
