import assert from "node:assert/strict";
import { createProgram } from "../../server/src/cli/program.ts";
import { terminalOf } from "../../server/src/cli/terminal.ts";
import { mapwright } from "../harness/commandLine.ts";

suite("command line: arguments", function () {
  this.timeout(30_000);

  const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [["evaluate"], /unknown command 'evaluate'/],
    [["evl"], /unknown command 'evl' \(Did you mean eval\?\)/],
    [["eval", "[a]", "--sett", "a=1"], /unknown option '--sett'/],
    [["eval", "[a]", "[b]"], /too many arguments/],
    [["eval"], /Give an expression, or a file of them with --batch/],
    [["eval", "[a]", "--batch", "rows.jsonl"], /either an expression or --batch/],
    [["eval", "[a]", "--set", "a"], /--set a has no value\. Write --set name=value/],
    [["eval", "[a]", "--set", "=a"], /--set =a has no name\. Write --set name=value/],
    [["sandbox", "--port", "99999"], /'99999' is invalid\. Write a port, a number from 0 to 65535\./],
    [["eval", "[a]", "--now", "yesterday"], /--now .*Write an instant such as/],
    [["eval", "[a]", "--seed", "-1"], /--seed .*Write a whole number/],
    [["eval", "[a]", "--format", "xml"], /--format .*Allowed choices are text, json/],
    [["check"], /missing required argument 'files'/],
    [["check", "a.provmap", "--max-warnings", "few"], /--max-warnings .*Write a whole number/],
    [["preview", "a.provmap"], /give --user <id> or --group <id>/],
    [
      ["preview", "a.provmap", "--user", "ada", "--group", "g"],
      /option '--group <id>' cannot be used with option '--user <id>'/,
    ],
    [["provision", "a.provmap", "--user", "ada", "--member", "bob"], /--member goes with --group/],
    [["provision", "--user", "ada"], /missing required argument 'file'/],
    [["sandbox", "--mode", "loose"], /--mode .*Allowed choices are lenient, strict/],
    [["lsp"], /required option '--stdio' not specified/],
  ];
  for (const [args, message] of wrong) {
    test(`mapwright ${args.join(" ")} is refused in one line`, async () => {
      const { code, stdout, stderr } = await mapwright(args);
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, message);
      assert.match(stderr, /^mapwright: [^\n]+\n$/);
    });
  }

  test("without a command it shows its help and exits 2", async () => {
    const { code, stderr } = await mapwright([]);
    assert.equal(code, 2);
    assert.match(stderr, /^Usage: mapwright/);
  });

  const commands = createProgram(terminalOf(process)).commands.map(command => command.name());
  test("--help lists every command", async () => {
    const { code, stdout } = await mapwright(["--help"]);
    assert.equal(code, 0);
    for (const command of commands) assert.match(stdout, new RegExp(`^ {2}${command} `, "m"));
  });
  for (const command of commands) {
    test(`${command} --help shows --format and examples`, async () => {
      const { code, stdout } = await mapwright([command, "--help"]);
      assert.equal(code, 0);
      assert.match(stdout, /--format <format>/);
      assert.match(stdout, new RegExp(`Examples:\\n {2}\\$ mapwright ${command}\\b`));
    });
  }

  test("--version prints the version alone", async () => {
    const { code, stdout } = await mapwright(["--version"]);
    assert.equal(code, 0);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
