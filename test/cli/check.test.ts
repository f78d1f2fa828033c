import assert from "node:assert/strict";
import { mapwright } from "../harness/commandLine.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

suite("command line: check", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({
      "good.provmap": smallMapping,
      "bad.provmap": smallMapping.replace("Switch(", "Swich("),
      "half.provmap": smallMapping.slice(0, -2),
    });
  });
  suiteTeardown(() => workspace.remove());
  const check = (...args: readonly string[]) => mapwright(["check", ...args], { cwd: workspace.folder });

  test("a good file has no problems", async () =>
    assert.deepEqual(await check("good.provmap"), { code: 0, stdout: "No problems in 1 file.\n", stderr: "" }));

  test("each problem is one line with place, severity, message and code", async () => {
    const { code, stdout, stderr } = await check("good.provmap", "bad.provmap");
    assert.equal(code, 1);
    assert.equal(stderr, "");
    assert.match(stdout, /^bad\.provmap:15:13 error .*Swich.*Switch.* \(unknown-function\)\n1 error in 2 files\.\n$/);
  });

  test("JSON has places, the page that says so, and fixes as edits", async () => {
    const { code, stdout } = await check("bad.provmap", "--format", "json");
    assert.equal(code, 1);
    const report = JSON.parse(stdout);
    const place = { line: 15, column: 13, endLine: 15, endColumn: 18 };
    assert.deepEqual(
      { ...report, problems: report.problems.length },
      {
        files: 1,
        errors: 1,
        warnings: 0,
        information: 0,
        problems: 1,
      },
    );
    const { message, source, fixes, ...rest } = report.problems[0];
    assert.deepEqual(rest, { file: "bad.provmap", ...place, code: "unknown-function", severity: "error" });
    assert.match(message, /Swich/);
    assert.match(source, /^https:\/\/learn\.microsoft\.com\//);
    assert.deepEqual(fixes[0].edits, [{ ...place, text: "Switch" }]);
  });

  test("a half file is checked, not refused", async () => {
    const { code, stdout, stderr } = await check("half.provmap");
    assert.equal(code, 1);
    assert.equal(stderr, "");
    assert.match(stdout, /\(provmap-syntax\)/);
  });

  test("mapwright.json sets the level of a rule", async () => {
    const levels = await temporaryWorkspace({
      "bad.provmap": smallMapping.replace("Switch(", "Swich("),
      "mapwright.json": { rules: { "unknown-function": "warning" } },
    });
    try {
      const lenient = await mapwright(["check", "bad.provmap"], { cwd: levels.folder });
      assert.deepEqual([lenient.code, lenient.stdout.split("\n").at(-2)], [0, "1 warning in 1 file."]);
      const strict = await mapwright(["check", "bad.provmap", "--max-warnings", "0"], { cwd: levels.folder });
      assert.equal(strict.code, 1);
    } finally {
      await levels.remove();
    }
  });

  const unreadable: readonly (readonly [name: string, message: RegExp])[] = [
    ["nothing.provmap", /nothing\.provmap: there is no such file\. Correct the path/],
    [".", /\.: this is a folder\. Name the file inside it/],
  ];
  for (const [name, message] of unreadable) {
    test(`check ${name} exits 2 with one line`, async () => {
      const { code, stdout, stderr } = await check(name);
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, message);
      assert.match(stderr, /^mapwright: [^\n]+\n$/);
    });
  }
});
