import assert from "node:assert/strict";
import { mapwright, start } from "../harness/commandLine.ts";
import { smallDirectory, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

suite("command line: eval", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({
      "user.json": { mail: "ada@contoso.com", businessPhones: ["+1", "+2"], accountEnabled: true },
      "numbers.json": '{ "employeeNumber": 9007199254740993, "costCenter": 12 }',
      "list.json": ["ada"],
      "broken.json": '{\n  "mail": "ada"\n  "city": "London"\n}',
      "people.json": smallDirectory,
    });
  });
  suiteTeardown(() => workspace.remove());
  const run = (...args: readonly string[]) => mapwright(["eval", ...args], { cwd: workspace.folder });

  const values: readonly (readonly [args: readonly string[], stdout: string])[] = [
    [['Append([city], "!")', "--set", "city=London"], "London!\n"],
    [['Append([a], "=")', "--set", "a=b=c"], "b=c=\n"],
    [["[a]", "--set", "a=1", "--set", "a=2"], "1\n2\n"],
    [["[a]"], "(no value)\n"],
    [["[mail]", "--user", "user.json"], "ada@contoso.com\n"],
    [["[telephoneNumber]", "--user", "user.json"], "+1\n"],
    [['Join("-", [employeeNumber], [costCenter])', "--user", "numbers.json"], "9007199254740993-12\n"],
    [["[mail]", "--user", "user.json", "--set", "mail=x@contoso.com"], "x@contoso.com\n"],
    [["[department]", "--user", "BOB@contoso.com", "--directory", "people.json"], "Sales\n"],
    [["IgnoreFlowIfNullOrEmpty([a])"], "(flow ignored)\n"],
    [["Now()", "--now", "2026-01-31T09:00:00Z"], "1/31/2026 9:00:00 AM\n"],
    [["Now()", "--now", "2026-01-31T09:00:00+02:00"], "1/31/2026 7:00:00 AM\n"],
    [["[a]", "--format", "json"], '{"value":null,"assumptions":[]}\n'],
    [["[a]", "--set", "a=1", "--set", "a=2", "--format", "json"], '{"value":["1","2"],"assumptions":[]}\n'],
    [["IgnoreFlowIfNullOrEmpty([a])", "--format", "json"], '{"value":{"flow":"ignored"},"assumptions":[]}\n'],
  ];
  for (const [args, expected] of values) {
    test(`eval ${args.join(" ")} prints ${JSON.stringify(expected)}`, async () => {
      const { code, stdout } = await run(...args);
      assert.equal(stdout, expected);
      assert.equal(code, 0);
    });
  }

  test("a syntax problem exits 1 and stands above its carets", async () => {
    const { code, stdout, stderr } = await run('Append([a] "x")');
    assert.equal(code, 1);
    assert.equal(stdout, "");
    assert.match(stderr, /^[^\n]+\.\n {2}Append\(\[a\] "x"\)\n {13}\^\^\^\n$/);
  });

  test("a regular expression that would never end ends as a problem", async () => {
    const started = performance.now();
    const { code, stdout, stderr } = await run('Replace([a], , "(a+)+$", , "", , )', "--set", `a=${"a".repeat(40)}!`);
    assert.equal(code, 1);
    assert.equal(stdout, "");
    assert.match(stderr, /^Replace: regexPattern: the pattern took more than 10,000,000 steps on this value/);
    assert.ok(performance.now() - started < 10_000);
  });

  test("an expression that is too long for Entra is a problem from its first character too many on", async () => {
    const [longest, longer] = await Promise.all([
      run(`"${"x".repeat(9_998)}"`, "--format", "json"),
      run(`"${"x".repeat(9_999)}"`, "--format", "json"),
    ]);
    assert.equal(JSON.parse(longest.stdout).value.length, 9_998);
    assert.equal(longer.code, 1);
    assert.deepEqual(JSON.parse(longer.stdout), {
      problem: "Entra takes expressions of up to 10,000 characters: shorten this one by 1.",
      start: 10_000,
      end: 10_001,
    });
  });

  const missing: readonly (readonly [expression: string, stderr: RegExp])[] = [
    ['LCase("A")', /^'LCase' is a function of Entra Connect, not of application provisioning; use ToLower\.\n/],
    ["len([a])", /^'Len' is a function of Entra Connect, .*there is no length/],
    ["Swich([a])", /^Unknown function 'Swich'\. Did you mean 'Switch'\?\n {2}Swich\(\[a\]\)\n {2}\^{5}\n$/],
    ['IIF("1" = "1", "a", Right("b", 1))', /^'Right' is a function of Entra Connect/],
    ['switch([a], "b", "c", "d")', /case-sensitive: write Switch/],
  ];
  for (const [expression, told] of missing) {
    test(`eval ${expression} says what to write instead`, async () => {
      const { code, stderr } = await run(expression);
      assert.equal(code, 1);
      assert.match(stderr, told);
    });
  }

  test("a problem of the evaluation is shown at its place", async () => {
    const { code, stderr } = await run('ToUpper(Item([a], "x"))');
    assert.equal(code, 1);
    assert.match(stderr, /^[^\n]+\n {2}ToUpper\(Item\(\[a\], "x"\)\)\n {10}\^{14}\n$/);
  });

  test("with --format json a problem is a document with its place", async () => {
    const { code, stdout, stderr } = await run('Append([a] "x")', "--format", "json");
    assert.equal(code, 1);
    assert.equal(stderr, "");
    const { problem, start, end } = JSON.parse(stdout);
    assert.equal(typeof problem, "string");
    assert.deepEqual([start, end], [11, 14]);
  });

  test("an assumption that had a part in the value is noted on standard error", async () => {
    const { stdout, stderr } = await run('Split("a; b", ";")');
    assert.equal(stdout, "a\nb\n");
    assert.match(stderr, /^Assumed: Split trims/);
  });

  test("the same seed gives the same values", async () => {
    const [first, second, other] = await Promise.all([
      run("Guid()", "--seed", "7"),
      run("Guid()", "--seed", "7"),
      run("Guid()", "--seed", "8"),
    ]);
    assert.match(first.stdout, /^[0-9a-f-]{36}\n$/i);
    assert.equal(first.stdout, second.stdout);
    assert.notEqual(first.stdout, other.stdout);
  });

  const unreadable: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [
      ["[a]", "--user", "nobody.json"],
      /nobody\.json: there is no such file\. For a user of a directory, name that with --directory\./,
    ],
    [["[a]", "--user", "list.json"], /list\.json: this is no user/],
    [["[a]", "--user", "broken.json"], /broken\.json:3:3: /],
    [["[a]", "--user", "adda@contoso.com", "--directory", "people.json"], /Did you mean 'ada@contoso\.com'\?/],
    [["--batch", "rows.jsonl"], /rows\.jsonl: there is no such file/],
    [["--batch", "."], /\.: this is a folder/],
  ];
  for (const [args, message] of unreadable) {
    test(`eval ${args.join(" ")} exits 2 with one line`, async () => {
      const { code, stdout, stderr } = await run(...args);
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, message);
      assert.match(stderr, /^mapwright: [^\n]+\n$/);
    });
  }
});

suite("command line: eval --batch", function () {
  this.timeout(30_000);
  const batch = (...lines: readonly string[]) => mapwright(["eval", "--batch", "-"], { stdin: lines.join("\n") });

  test("answers every line in order, and a bad one by its number", async () => {
    const { code, stdout, stderr } = await batch(
      '{"id": 1, "expression": "Append([a], \\"!\\")", "input": {"a": "x"}}',
      "not JSON",
      "",
      '{"id": "four"}',
      '{"id": 5, "expression": "[a]", "input": []}',
      '{"id": 6, "expression": "Append(", "input": {}}',
      '{"expression": "[a]", "input": {"a": ["x", true, 1, {"b": 2}, null]}}',
      '{"id": {"row": 8}, "expression": "[a]"}',
      '{"id": 9007199254740993, "expression": "[a]", "input": {"a": [9007199254740993, 9]}}',
    );
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line));
    assert.equal(code, 0);
    assert.equal(stderr, "");
    assert.deepEqual(
      answers.map(({ id }) => id),
      [1, null, null, "four", 5, 6, null, { row: 8 }, "9007199254740993"],
    );
    assert.equal(answers[0].value, "x!");
    assert.match(answers[1].problem, /^Line 2 is no JSON object/);
    assert.match(answers[2].problem, /^Line 3 is no JSON object/);
    assert.match(answers[3].problem, /^Line 4 has no "expression"/);
    assert.match(answers[4].problem, /^Line 5 has an "input" that is no object/);
    assert.equal(typeof answers[5].problem, "string");
    assert.deepEqual(answers[6].value, ["x", "True", "1", '{"b":2}']);
    assert.equal(answers[7].value, null);
    assert.deepEqual(answers[8].value, ["9007199254740993", "9"]);
  });

  test("a line whose regular expression would never end fails, and the next are answered", async () => {
    const row = (id: number, a: string) =>
      JSON.stringify({ id, expression: 'Replace([a], , "(a+)+$", , "x", , )', input: { a } });
    const { code, stdout } = await batch(row(1, "aaa"), row(2, `${"a".repeat(40)}!`), row(3, "baa"));
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line));
    assert.equal(code, 0);
    assert.deepEqual(answers[0], { id: 1, value: "x" });
    assert.match(answers[1].problem, /^Replace: regexPattern: the pattern took more than/);
    assert.deepEqual(answers[2], { id: 3, value: "bx" });
  });

  test("keeps the order of more lines than one block holds", async () => {
    const count = 20_000;
    const rows = Array.from({ length: count }, (_, id) =>
      JSON.stringify({ id, expression: 'Append([name], "ø")', input: { name: `name ${id}` } }),
    );
    const { stdout } = await batch(...rows);
    const answers = stdout.trimEnd().split("\n");
    assert.equal(answers.length, count);
    assert.deepEqual(JSON.parse(answers[12_345] ?? ""), { id: 12_345, value: "name 12345ø" });
    assert.deepEqual(JSON.parse(answers.at(-1) ?? ""), { id: count - 1, value: `name ${count - 1}ø` });
  });

  test("nothing in, nothing out", async () => assert.deepEqual(await batch(), { code: 0, stdout: "", stderr: "" }));

  test("a reader that goes away ends it quietly", async () => {
    const child = start(["eval", "--batch", "-"]);
    const ended = new Promise<number | null>(resolve => child.on("close", resolve));
    let complaints = "";
    child.stderr.on("data", data => {
      complaints += data;
    });
    child.stdin.on("error", () => {});
    child.stdout.destroy();
    child.stdin.end('{"id": 1, "expression": "[a]"}\n'.repeat(50_000));
    assert.equal(await ended, 0);
    assert.equal(complaints, "");
  });
});
