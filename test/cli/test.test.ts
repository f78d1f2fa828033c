import assert from "node:assert/strict";
import { mapwright } from "../harness/commandLine.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";
import { type Element, parseXml } from "../harness/xml.ts";

const passing = `
test "an engineer is created" {
  user: "ada@contoso.com"
  expect create {
    displayName: "Ada Lovelace"
  }
}
`;
const failing = `
test "sales <are> \\"created\\" & named" {
  user: "bob@contoso.com" with { department: "Engineering", displayName: "Bob\u0007" }
  expect create {
    displayName: "Bob]]>"
    userName: absent
  }
}
`;
const erring = `
test "nobody" {
  user: "eve@contoso.com"
  expect create
}
`;

suite("command line: test", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({
      "good.provmap": smallMapping + passing,
      "bad.provmap": smallMapping + passing + failing + erring,
      "none.provmap": smallMapping,
      "broken.provmap": `tst "hidden" { }\n${smallMapping}${passing}`,
      "wrong.provmap": smallMapping.replace("Switch(", "Swich(") + passing,
      "mapwright.json": { directory: "people.json" },
      "people.json": smallDirectory,
      "others.json": { users: [{ id: "3", userPrincipalName: "eve@contoso.com", department: "Engineering" }] },
    });
  });
  suiteTeardown(() => workspace.remove());
  const run = (...args: readonly string[]) => mapwright(["test", ...args], { cwd: workspace.folder });

  test("names what passed, and exits 0", async () => {
    const stdout = "good.provmap\n  ✓ an engineer is created\n\n1 passed in 1 file.\n";
    assert.deepEqual(await run("good.provmap"), { code: 0, stdout, stderr: "" });
  });

  test("tells what was expected and what came, with the place, and exits 1", async () => {
    const { code, stdout, stderr } = await run("good.provmap", "bad.provmap");
    assert.equal(code, 1);
    assert.equal(stderr, "");
    const lines = [
      "good.provmap",
      "  ✓ an engineer is created",
      "",
      "bad.provmap",
      "  ✓ an engineer is created",
      '  ✗ sales <are> "created" & named',
      '      bad.provmap:29:5 displayName: expected "Bob]]>", actual "Bob\\u0007".',
      '      bad.provmap:30:5 userName: expected absent, actual "bob@contoso.com".',
      "      Bob\\u0007 would be created in Learning.",
      "  ! nobody",
    ];
    assert.equal(stdout.split("\n").slice(0, lines.length).join("\n"), lines.join("\n"));
    assert.match(stdout, /\n {6}bad\.provmap:35:9 There is no user "eve@contoso\.com" in \S*people\.json\./);
    assert.match(stdout, /\n2 passed, 1 failed, 1 could not run in 2 files\.\n$/);
  });

  test("JSON has every expectation with its place", async () => {
    const { code, stdout } = await run("bad.provmap", "--format", "json");
    assert.equal(code, 1);
    const { passed, failed, errors, files } = JSON.parse(stdout);
    assert.deepEqual([passed, failed, errors, files.length], [1, 1, 1, 1]);
    const [first, second, third] = files[0].tests;
    assert.deepEqual(
      [first.name, first.outcome, first.line, first.column],
      ["an engineer is created", "passed", 19, 6],
    );
    assert.deepEqual(second.expectations.slice(0, 2), [
      { kind: "action", name: "action", passed: true, expected: "create", actual: "create", line: 28, column: 10 },
      {
        kind: "attribute",
        name: "displayName",
        passed: false,
        expected: "Bob]]>",
        actual: "Bob\u0007",
        line: 29,
        column: 5,
      },
    ]);
    assert.deepEqual([third.outcome, third.line, third.column, third.expectations], ["error", 35, 9, []]);
  });

  test("JUnit XML has a suite for each file, whatever the tests are called and give", async () => {
    const { code, stdout } = await run("good.provmap", "bad.provmap", "--format", "junit");
    assert.equal(code, 1);
    assert.match(stdout, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
    const suites = parseXml(stdout);
    assert.deepEqual(
      [suites.name, suites.attributes.tests, suites.attributes.failures, suites.attributes.errors],
      ["testsuites", "4", "1", "1"],
    );
    const cases = suites.children.flatMap(suite =>
      suite.children.map(one => [suite.attributes.name, ...outcomeOf(one)]),
    );
    assert.deepEqual(cases, [
      ["good.provmap", "an engineer is created", "19", undefined, undefined],
      ["bad.provmap", "an engineer is created", "19", undefined, undefined],
      [
        "bad.provmap",
        'sales <are> "created" & named',
        "26",
        "failure",
        'bad.provmap:29:5 displayName: expected "Bob]]>", actual "Bob\\u0007".',
      ],
      ["bad.provmap", "nobody", "35", "error", cases[3]?.[4]],
    ]);
    assert.match(cases[3]?.[4] ?? "", /There is no user "eve@contoso\.com"/);
  });

  test("--directory names other people", async () => {
    const { code, stdout } = await run("bad.provmap", "--directory", "others.json", "--format", "json");
    assert.equal(code, 1);
    const outcomes = JSON.parse(stdout).files[0].tests.map(({ outcome }: { outcome: string }) => outcome);
    assert.deepEqual(outcomes, ["error", "error", "passed"]);
  });

  test("--coverage tells what no test reached, with its place", async () => {
    const { code, stdout } = await run("good.provmap", "--coverage");
    assert.equal(code, 0);
    const lines = [
      "good.provmap",
      "  ✓ an engineer is created",
      "  Coverage: 5 of 5 filters, clauses and attribute mappings, 3 of 6 branches reached.",
      "      good.provmap:10:10 Engineering: not reached: does not pass.",
      "      good.provmap:11:5 department EQUALS 'Engineering': not reached: does not hold.",
      '      good.provmap:15:64 active: not reached: "True".',
      "",
      "1 passed in 1 file.",
      "",
    ];
    assert.equal(stdout, lines.join("\n"));
  });

  test("coverage of a mapping that no test runs is one line", async () => {
    const { stdout } = await run("none.provmap", "--coverage");
    assert.match(stdout, /\n {6}none\.provmap:6:9 Users: not reached\.\n\nNo tests in 1 file\.\n$/);
  });

  test("coverage as JSON has every part with its place and its count", async () => {
    const { stdout } = await run("good.provmap", "--coverage", "--format", "json");
    const { statements, branches, mappings } = JSON.parse(stdout).files[0].coverage;
    assert.deepEqual(
      [statements, branches],
      [
        { reached: 5, total: 5 },
        { reached: 3, total: 6 },
      ],
    );
    const [{ name, count, line, column, statements: parts }] = mappings;
    assert.deepEqual([name, count, line, column], ["Users", 1, 6, 9]);
    assert.deepEqual(parts[3], {
      kind: "attributeMapping",
      name: "active",
      count: 1,
      branches: [
        { name: '"False"', count: 1, line: 15, column: 48 },
        { name: '"True"', count: 0, line: 15, column: 64 },
      ],
      line: 15,
      column: 3,
    });
  });

  test("coverage has no place in JUnit XML", async () => {
    const { code, stderr } = await run("good.provmap", "--coverage", "--format", "junit");
    assert.equal(code, 2);
    assert.match(stderr, /^mapwright: JUnit XML has no place for coverage: [^\n]+\n$/);
  });

  test("a file without tests is fine, and says so", async () =>
    assert.deepEqual(await run("none.provmap"), {
      code: 0,
      stdout: "none.provmap\n\nNo tests in 1 file.\n",
      stderr: "",
    }));

  test("a mistake that may hide a test counts as an error, and the other tests run", async () => {
    const { code, stdout } = await run("broken.provmap");
    assert.equal(code, 1);
    assert.match(stdout, /^broken\.provmap\n {2}! broken\.provmap:1:1 .+\n {2}✓ an engineer is created\n/);
    assert.match(stdout, /\n1 passed, 1 could not run in 1 file\.\n$/);
    const { stdout: xml } = await run("broken.provmap", "--format", "junit");
    assert.equal(parseXml(xml).children[0]?.children[0]?.children[0]?.name, "error");
  });

  test("a mapping with an error in it runs no tests", async () => {
    const { code, stdout } = await run("wrong.provmap");
    assert.equal(code, 1);
    assert.match(
      stdout,
      /! an engineer is created\n {6}wrong\.provmap:15:13 The mapping "Users" has an error: .*Swich/,
    );
  });

  test("a file that is not there exits 2 with one line", async () => {
    const { code, stdout, stderr } = await run("nothing.provmap");
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /^mapwright: \S*nothing\.provmap: there is no such file\. [^\n]+\n$/);
  });
});

/** Name, line, kind of the fault and its message. */
function outcomeOf({ attributes, children: [fault] }: Element): readonly (string | undefined)[] {
  return [attributes.name, attributes.line, fault?.name, fault?.attributes.message];
}
