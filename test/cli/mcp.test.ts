import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { inputSchema, tools } from "../../server/src/session/tools/index.ts";
import { mapwright, start } from "../harness/commandLine.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

interface Answer {
  readonly id: number;
  readonly result: {
    readonly tools?: readonly { name: string; annotations?: object; inputSchema: Record<string, unknown> }[];
    readonly content?: readonly { text: string }[];
    readonly isError?: boolean;
  };
}

suite("command line: mcp", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({
      "a.provmap": smallMapping,
      "people.json": smallDirectory,
      "mapwright.json": { directory: "people.json" },
    });
  });
  suiteTeardown(() => workspace.remove());

  /** Sends requests one after the other behind the handshake; what is answered, and how the process ends. */
  async function converse(requests: readonly { readonly method: string; readonly params: object }[]) {
    const child = start(["mcp"], { cwd: workspace.folder });
    const ended = once(child, "close");
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
    const ask = async (id: number, method: string, params: object): Promise<Answer> => {
      send({ id, method, params });
      return JSON.parse((await lines.next()).value ?? "{}");
    };
    const clientInfo = { name: "test", version: "1" };
    await ask(0, "initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo });
    send({ method: "notifications/initialized" });
    const answers: Answer[] = [];
    for (const [index, { method, params }] of requests.entries()) answers.push(await ask(index + 1, method, params));
    child.stdin.end();
    return { answers, ended: await ended };
  }

  const call = (name: string, input: object) => ({ method: "tools/call", params: { name, arguments: input } });

  test("lists the tools, which only read, with the schemas of their inputs", async () => {
    const { answers, ended } = await converse([{ method: "tools/list", params: {} }]);
    const listed = answers[0]?.result.tools ?? [];
    assert.deepEqual(
      listed.map(({ name }) => name),
      tools.map(({ name }) => name),
    );
    for (const [index, { annotations, inputSchema: schema }] of listed.entries()) {
      const tool = tools[index];
      assert.ok(tool);
      assert.deepEqual(schema.properties, inputSchema(tool).properties);
      assert.deepEqual(annotations, { title: tool.title, readOnlyHint: true, destructiveHint: false });
    }
    assert.deepEqual(ended, [0, null]);
  });

  test("answers as the command line's JSON does", async () => {
    const { answers, ended } = await converse([
      call("mapwright_preview_user", { file: "a.provmap", user: "ada@contoso.com" }),
    ]);
    const command = ["preview", "a.provmap", "--user", "ada@contoso.com", "--format", "json"];
    const { stdout } = await mapwright(command, { cwd: workspace.folder });
    const answered = JSON.parse(answers[0]?.result.content?.[0]?.text ?? "");
    const { requests, attributes, action, scope } = JSON.parse(stdout);
    assert.deepEqual(
      { attributes: answered.attributes, action: answered.action, scope: answered.scope },
      { attributes, action, scope },
    );
    assert.deepEqual(
      answered.requests.map(({ method, path, body }: Record<string, string>) => ({ method, path, body })),
      requests.map(({ method, path, body }: Record<string, string>) => ({ method, path, body })),
    );
    assert.deepEqual(ended, [0, null], "the sandbox is stopped, and the process ends");
  });

  test("says why something cannot be done, and goes on", async () => {
    const { answers } = await converse([
      call("mapwright_check_file", { file: "b.provmap" }),
      call("mapwright_evaluate_expression", { expression: "ToUpper([a])", attributes: { a: "x" } }),
    ]);
    assert.equal(answers[0]?.result.isError, true);
    assert.match(answers[0]?.result.content?.[0]?.text ?? "", /^There is no b\.provmap/);
    assert.deepEqual(JSON.parse(answers[1]?.result.content?.[0]?.text ?? ""), {
      kind: "value",
      value: "X",
      assumptions: [],
    });
  });

  test("a folder that is none is refused at once", async () => {
    const { code, stderr } = await mapwright(["mcp", "nowhere"], { cwd: workspace.folder });
    assert.deepEqual([code, stderr], [2, "mapwright: nowhere is no folder. Name one whose files may be read.\n"]);
  });
});
