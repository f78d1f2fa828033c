import assert from "node:assert/strict";
import { commands, type Hover, type MarkdownString, Uri, window, workspace } from "vscode";
import { type Json, schemaWith } from "../../harness/graphSchemas.ts";
import { codeOf, diagnosticsWhen, mapwright } from "./sample.ts";

const folder = () => {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first.uri;
};

/** A file of the workspace with this JSON, in an editor. */
async function openSchema(name: string, members: { readonly [name: string]: Json }): Promise<Uri> {
  const uri = Uri.joinPath(folder(), name);
  await workspace.fs.writeFile(uri, Buffer.from(JSON.stringify(schemaWith(members), null, 2)));
  await window.showTextDocument(uri);
  return uri;
}

async function textOf(uri: Uri): Promise<string> {
  return Buffer.from(await workspace.fs.readFile(uri)).toString();
}

suite("schemas of Microsoft Graph in the extension host", () => {
  suiteSetup(mapwright);

  test("a mistake in an expression is a problem on its characters, and hover tells of the function there", async () => {
    const expression = 'Append("\\"", ToLowr([mail]))';
    const uri = await openSchema("wrong.schema.json", { source: { expression, name: "Append", type: "Function" } });
    const problems = await diagnosticsWhen(uri, list => list.some(each => codeOf(each) === "unknown-function"));
    const problem = problems.find(each => codeOf(each) === "unknown-function");
    const document = await workspace.openTextDocument(uri);
    assert.equal(problem && document.getText(problem.range), "ToLowr");
    const at = document.positionAt(document.getText().indexOf("Append(") + 2);
    const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", uri, at);
    const texts = hovers.flatMap(({ contents }) => contents.map(content => (content as MarkdownString).value));
    assert.match(texts.join("\n"), /Append\(source, suffix\)/);
  });

  test("JSON that is no schema has no problems of ours", async () => {
    const uri = Uri.joinPath(folder(), "other.json");
    await workspace.fs.writeFile(uri, Buffer.from('{"expression": "ToLowr([mail])"}'));
    await window.showTextDocument(uri);
    const schema = await openSchema("beside.schema.json", { flowType: "always" });
    const [problem] = await diagnosticsWhen(schema, list => list.length === 1);
    assert.equal(problem && codeOf(problem), "enum-case");
    await diagnosticsWhen(uri, list => list.length === 0);
  });

  test("is imported, and exported into the same bytes", async () => {
    const schema = await openSchema("app.schema.json", {});
    const provmap = Uri.joinPath(folder(), "app.provmap");
    const back = Uri.joinPath(folder(), "back.json");
    await commands.executeCommand("mapwright.importSchema", schema, provmap);
    assert.equal(window.activeTextEditor?.document.uri.toString(), provmap.toString());
    assert.match(await textOf(provmap), /schema: "app\.schema\.json"/);
    await commands.executeCommand("mapwright.exportSchema", provmap, back);
    assert.equal(await textOf(back), await textOf(schema));
  });

  test("is converted where it lies", async () => {
    const schema = await openSchema("converted.schema.json", {});
    await commands.executeCommand("mapwright.convertSchema", schema);
    assert.equal(window.activeTextEditor?.document.uri.path.endsWith("/converted.provmap"), true);
    assert.equal(window.activeTextEditor?.document.languageId, "provmap");
  });
});
