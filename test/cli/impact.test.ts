import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { type Finished, mapwright, start } from "../harness/commandLine.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const edited = smallMapping
  .replace("scope: all", "scope: all\n  deleteThreshold: 0")
  .replace('EQUALS "Engineering"', 'EQUALS "Sales"');
const colliding = smallMapping
  .replace("[userPrincipalName] match", "[companyName] match")
  .replace(/filter[\s\S]*?\n {2}\}\n/, "");

suite("command line: impact", function () {
  this.timeout(60_000);
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    const people = smallDirectory.users.map(one => ({ ...one, companyName: "Contoso" }));
    const formula = { ...people[1], id: "3", userPrincipalName: "f@contoso.com", displayName: '=cmd|"x"!A1' };
    workspace = await temporaryWorkspace({
      "learning.provmap": smallMapping,
      "people.json": { users: [...people, formula] },
      "mapwright.json": { directory: "people.json" },
    });
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=M", "-c", "user.email=m@example.com", ...args], { cwd: workspace.folder });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "first");
  });
  suiteTeardown(() => workspace.remove());

  const run = async (text: string, ...args: readonly string[]): Promise<Finished> => {
    await workspace.write("learning.provmap", text);
    return mapwright(["impact", "learning.provmap", ...args], { cwd: workspace.folder });
  };

  test("of no edit is nothing, and fine", async () => {
    const { code, stdout, stderr } = await run(smallMapping);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(
      stdout,
      /^learning\.provmap against HEAD, over 3 objects\n\naction +before +after\nskip +2 +2\nno change +1 +1\n/,
    );
  });

  test("shows counts, people, clauses and the threshold, which trips", async () => {
    const { code, stdout } = await run(edited);
    assert.equal(code, 1);
    for (const part of [
      /\ncreate +0 +2\ndisable +0 +1\nskip +2 +0\n/,
      /\n {2}2 objects in scope, 1 before \(2 would come in, 1 would fall out\)\n/,
      /\n {4}Engineering: department EQUALS 'Engineering' \(before\): 2 objects kept out before\n/,
      /\ndisable: 1\n {2}Ada Lovelace {2}In the filter "Engineering", department EQUALS 'Sales' fails: department is "Engineering"\.\n/,
      /\n {2}1 account would be disabled or deleted, more than the accidental-deletions threshold of 0: /,
      /\nAssumptions\n {2}What the target holds is not known: /,
    ])
      assert.match(stdout, part);
  });

  test("exits 1 for matching values that collide anew", async () => {
    const { code, stdout } = await run(colliding);
    assert.equal(code, 1);
    assert.match(stdout, /\nCollisions\n {2}! userName "Contoso" is given by Ada Lovelace, Bob Builder, =cmd/);
  });

  test("--format json is the report itself", async () => {
    const { code, stdout } = await run(edited, "--format", "json", "--limit", "1");
    const report = JSON.parse(stdout);
    assert.deepEqual([code, report.against, report.objects, report.after.create], [1, "HEAD", 3, 2]);
    assert.deepEqual(
      report.people.map(({ action, total, people }: { action: string; total: number; people: unknown[] }) => [
        action,
        total,
        people.length,
      ]),
      [
        ["create", 2, 1],
        ["disable", 1, 1],
      ],
    );
  });

  test("--format csv has a row for everybody, with nothing that a spreadsheet would run", async () => {
    const { stdout } = await run(edited, "--format", "csv", "--limit", "1");
    const rows = stdout.split("\r\n");
    assert.equal(rows[0], "before,after,displayName,id,objectType,mapping,reason,filter,clause,changes");
    assert.equal(rows.length, 5);
    assert.match(rows[1] ?? "", /^no change,disable,Ada Lovelace,/);
    assert.match(rows[3] ?? "", /^skip,create,"'=cmd\|""x""!A1",3,User,Users,/);
  });

  test("--format markdown is for a pull request, where names are no markup", async () => {
    const { stdout } = await run(edited, "--format", "markdown");
    for (const part of [
      /^### Learning: impact of `learning\.provmap` against `HEAD`\n/,
      /\n\| create \| 0 \| 2 \|\n/,
      /\n- \*\*1 account would be disabled or deleted, more than/,
      /<details><summary>create: 2<\/summary>/,
      /\| =cmd\\\|"x"\\!A1 \|/,
    ])
      assert.match(stdout, part);
  });

  const mistakes: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [
      ["--against", "nope"],
      /^mapwright: learning\.provmap: "nope" is no revision and no file\. Name one, such as HEAD/,
    ],
    [["--against", "none.provmap"], /^mapwright: none\.provmap: there is no such file\./],
    [["--directory", "none.json"], /^mapwright: none\.json: there is no such file\./],
    [["--mapping", "Groups"], /^mapwright: The file has no mapping "Groups"\./],
    [["--target", "mapwright.json"], /^mapwright: mapwright\.json:1:1: the file must be a list of SCIM resources/],
    [["--environment", "sandbox"], /^mapwright: .*no cycle has run in the environment "sandbox"/],
    [["--environment", "sandbox", "--target", "x"], /^mapwright: option '--environment <name>' cannot be used with/],
    [["--limit", "many"], /^mapwright: option '--limit <number>' argument 'many' is invalid\./],
  ];
  for (const [args, message] of mistakes) {
    test(`${args.join(" ")} is one line with the remedy`, async () => {
      const { code, stdout, stderr } = await run(smallMapping, ...args);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, message);
      assert.equal(stderr.trim().split("\n").length, 1);
    });
  }

  test("ends at once when it is interrupted", async () => {
    const one = JSON.stringify(smallDirectory.users[0]).slice(0, -1);
    const lines = Array.from({ length: 300_000 }, (_, index) => `${one},"n":${index}}\n`);
    await workspace.write("many.ndjson", lines.join(""));
    await workspace.write("learning.provmap", edited);
    const args = ["impact", "learning.provmap", "--directory", "many.ndjson", "--format", "csv"];
    const child = start(args, { cwd: workspace.folder });
    let stderr = "";
    child.stderr.on("data", data => {
      stderr += data;
    });
    await new Promise(resolve => child.stdout.once("data", resolve));
    child.stdout.resume();
    child.kill("SIGINT");
    const code = await new Promise(resolve => child.on("close", resolve));
    assert.deepEqual([code, stderr], [1, "mapwright: interrupted before the whole directory was read.\n"]);
  });
});
