import assert from "node:assert/strict";
import { symlink } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Sandboxes } from "../../../server/src/session/sandboxes.ts";
import { inputSchema, runTool, tools } from "../../../server/src/session/tools/index.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../../harness/workspace.ts";

const list = { schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], totalResults: 0, Resources: [] };
const redacting = smallMapping
  .replace('department EQUALS "Engineering"', 'department EQUALS "Enginering"')
  .replace("displayName <- [displayName]", "displayName <- Redact([department])");

suite("tools for language models", () => {
  let workspace: TemporaryWorkspace;
  let outside: TemporaryWorkspace;
  let server: Server;
  const methods: string[] = [];

  suiteSetup(async () => {
    server = createServer(({ method = "" }, response) => {
      methods.push(method);
      response.writeHead(200, { "content-type": "application/scim+json" }).end(JSON.stringify(list));
    });
    await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    outside = await temporaryWorkspace({ "other.provmap": smallMapping });
    workspace = await temporaryWorkspace({
      "a.provmap": smallMapping,
      "wrong.provmap": smallMapping.replace("Switch", "Swich"),
      "redacting.provmap": redacting,
      "people.json": smallDirectory,
      "mapwright.json": { directory: "people.json", environments: { real: { endpoint, write: true } } },
    });
    await symlink(join(outside.folder, "other.provmap"), join(workspace.folder, "link.provmap"));
  });
  suiteTeardown(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await workspace.remove();
    await outside.remove();
  });

  const sandboxes: Sandboxes = {
    for: async () => assert.fail("No sandbox is asked for."),
    stop: async () => {},
  };
  const run = (name: string, input: unknown, textOf?: (path: string) => string | undefined) =>
    runTool(name, input, {
      folders: [workspace.folder],
      secret: async () => undefined,
      sandboxes,
      ...(textOf && { textOf }),
    });

  const evaluated: readonly [input: object, result: unknown][] = [
    [
      { expression: 'Join(" ", [a], [b])', attributes: { a: "x", b: ["y", 1] } },
      { kind: "value", value: "x y 1", assumptions: [] },
    ],
    [{ expression: "[a]" }, { kind: "value", value: null, assumptions: [] }],
    [
      { expression: "Redact([a])", attributes: { a: "x" } },
      { kind: "value", value: "[Redact]", assumptions: [], redacted: true },
    ],
    [
      { expression: "Join(" },
      { kind: "problem", message: "Close the call of 'Join' with ')'.", span: { start: 0, end: 4 } },
    ],
  ];
  for (const [input, result] of evaluated) {
    test(`evaluate ${JSON.stringify(input)}`, async () => {
      assert.deepEqual(await run("mapwright_evaluate_expression", input), { kind: "result", result });
    });
  }

  test("check a file as it is on disk, or as an editor has it", async () => {
    const codes = async (textOf?: (path: string) => string) => {
      const answer = await run("mapwright_check_file", { file: "wrong.provmap" }, textOf);
      assert.ok(answer.kind === "result");
      return (answer.result as { problems: { code: string }[] }).problems.map(({ code }) => code);
    };
    assert.deepEqual(await codes(), ["unknown-function"]);
    assert.deepEqual(await codes(() => smallMapping), []);
  });

  test("preview with reading requests alone, also where the environment may be written to", async () => {
    const input = { file: "a.provmap", user: "ada@contoso.com", environment: "real" };
    const answer = await run("mapwright_preview_user", input);
    assert.ok(answer.kind === "result");
    const { mode, action } = answer.result as { mode: string; action: string };
    assert.deepEqual({ mode, action }, { mode: "dryRun", action: "create" });
    assert.deepEqual(new Set(methods), new Set(["GET"]));
  });

  const scopes: readonly [file: string, user: string, inScope: boolean, reason: RegExp][] = [
    ["a.provmap", "ada@contoso.com", true, /^The filter "Engineering" passes\.$/],
    ["a.provmap", "bob@contoso.com", false, /department EQUALS 'Engineering' fails: department is "Sales"/],
    ["redacting.provmap", "bob@contoso.com", false, /department is "\[Redact\]"/],
  ];
  for (const [file, user, inScope, reason] of scopes) {
    test(`explain the scope of ${user} in ${file}`, async () => {
      const answer = await run("mapwright_explain_scope", { file, user });
      assert.ok(answer.kind === "result");
      const scope = answer.result as { inScope: boolean; conditions: { reason: string }[] };
      assert.equal(scope.inScope, inScope);
      assert.match(scope.conditions.at(-1)?.reason ?? "", reason);
    });
  }

  const refusals: readonly [what: string, name: string, input: unknown, message: RegExp][] = [
    [
      "an unknown tool",
      "mapwright_chek_file",
      {},
      /^There is no tool mapwright_chek_file\. Did you mean .*mapwright_check_file/,
    ],
    [
      "an input of another shape",
      "mapwright_check_file",
      { file: 1 },
      /^mapwright_check_file cannot take file as given/,
    ],
    [
      "a file that is absent",
      "mapwright_check_file",
      { file: "b.provmap" },
      /^There is no b\.provmap in .* Name a file of the workspace\.$/,
    ],
    ["a file elsewhere", "mapwright_check_file", { file: "../other.provmap" }, /^There is no /],
    ["a link that leads elsewhere", "mapwright_check_file", { file: "link.provmap" }, /^There is no /],
    ["a file of another kind", "mapwright_check_file", { file: "/etc/passwd" }, /neither a \.provmap file nor JSON/],
    ["JSON that is no schema", "mapwright_check_file", { file: "people.json" }, /is no schema of Microsoft Graph/],
    ["an unknown user", "mapwright_explain_scope", { file: "a.provmap", user: "eve" }, /^There is no user "eve"/],
    [
      "a mapping with an error",
      "mapwright_explain_scope",
      { file: "wrong.provmap", user: "ada@contoso.com" },
      /Correct this first/,
    ],
    [
      "an unknown environment",
      "mapwright_preview_user",
      { file: "a.provmap", user: "ada@contoso.com", environment: "no" },
      /^There is no environment "no"/,
    ],
  ];
  for (const [what, name, input, message] of refusals) {
    test(`refuse ${what} in a sentence`, async () => {
      const answer = await run(name, input);
      assert.ok(answer.kind === "refused");
      assert.match(answer.message, message);
      assert.doesNotMatch(answer.message, /\n/);
    });
  }

  test("have names of their own, a description of every input, and no member beyond them", () => {
    assert.equal(new Set(tools.map(({ name }) => name)).size, tools.length);
    for (const tool of tools) {
      assert.match(tool.name, /^mapwright_[a-z_]+$/);
      const schema = inputSchema(tool);
      for (const [name, member] of Object.entries(schema.properties as Record<string, { description?: string }>))
        assert.ok(member.description, `${tool.name}: ${name}`);
    }
  });
});
