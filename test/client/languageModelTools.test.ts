import assert from "node:assert/strict";
import { confirmations } from "../../client/src/languageModelTools/confirmations.ts";
import { inputSchema, tools } from "../../server/src/session/tools/index.ts";
import { manifest } from "../harness/manifest.ts";

const contributed = manifest.contributes.languageModelTools;

suite("the tools that VS Code offers to language models", () => {
  test("are those of the server, with their names, descriptions and inputs", () => {
    assert.deepEqual(
      contributed.map(({ name, displayName, modelDescription, inputSchema: schema }) => ({
        name,
        title: displayName,
        description: modelDescription,
        schema,
      })),
      tools.map(tool => {
        const { $schema, ...schema } = inputSchema(tool);
        assert.equal(typeof $schema, "string");
        return { name: tool.name, title: tool.title, description: tool.description, schema };
      }),
    );
  });

  test("are each confirmed by the person, who is told what the model sees and where requests go", () => {
    assert.deepEqual(
      Object.keys(confirmations),
      tools.map(({ name }) => name),
    );
    const input = { expression: "[mail]", file: "a.provmap", user: "ada@contoso.com", environment: "test" };
    for (const [name, confirm] of Object.entries(confirmations)) {
      const { title, message } = confirm(input).confirmationMessages;
      assert.match(title, /\?$/, name);
      assert.match(message, /Nothing is sent anywhere|“test” is asked with reading requests/, name);
    }
  });

  test("quote what the model gives on one line, shortened", () => {
    const message = confirmations.mapwright_check_file?.({ file: `a\n${"b".repeat(500)}` }).confirmationMessages
      .message;
    assert.match(message ?? "", /^“a b{198}…” is read/);
  });
});
