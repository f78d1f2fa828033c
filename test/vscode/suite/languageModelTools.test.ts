import assert from "node:assert/strict";
import { CancellationTokenSource, LanguageModelTextPart, lm } from "vscode";

suite("tools for language models", () => {
  const names = [
    "mapwright_check_file",
    "mapwright_evaluate_expression",
    "mapwright_explain_scope",
    "mapwright_preview_user",
  ];

  async function invoke(name: string, input: object): Promise<unknown> {
    const { token } = new CancellationTokenSource();
    const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined }, token);
    const [part] = content;
    assert.ok(part instanceof LanguageModelTextPart);
    return JSON.parse(part.value);
  }

  test("are offered", () => {
    const offered = lm.tools.map(({ name }) => name).filter(name => name.startsWith("mapwright_"));
    assert.deepEqual(offered.toSorted(), names);
  });

  test("evaluate an expression", async () => {
    const value = await invoke("mapwright_evaluate_expression", {
      expression: 'Append([a], "y")',
      attributes: { a: "x" },
    });
    assert.deepEqual(value, { kind: "value", value: "xy", assumptions: [] });
  });

  test("explain a scope of the workspace", async () => {
    const input = { file: "servicenow.provmap", user: "camila.duarte@contoso.com" };
    const { inScope } = (await invoke("mapwright_explain_scope", input)) as { inScope: boolean };
    assert.equal(inScope, false);
  });

  test("say why something cannot be done", async () => {
    await assert.rejects(invoke("mapwright_check_file", { file: "/etc/passwd" }), /neither a \.provmap file nor JSON/);
  });
});
