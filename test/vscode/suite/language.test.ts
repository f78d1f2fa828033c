import assert from "node:assert/strict";
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  type Hover,
  type InlayHint,
  MarkdownString,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SignatureHelp,
  SnippetString,
  type TextDocument,
  type TextEdit,
  type WorkspaceEdit,
  workspace,
} from "vscode";
import { codeOf, diagnosticsWhen, mapwright, openSample, openText } from "./sample.ts";

const wrong = [
  'mapping "Users" {',
  "  source: User",
  '  target: "urn:ietf:params:scim:schemas:core:2.0:User"',
  "",
].join("\n");
const withMapping = (line: string) => `${wrong}  userName <- [userPrincipalName] match 1\n  ${line}\n}\n`;
const behind = (document: TextDocument, text: string) =>
  document.positionAt(document.getText().indexOf(text) + text.length);

suite("language features in the extension host", () => {
  suiteSetup(mapwright);

  for (const name of ["servicenow.provmap", "fabrikam-learning.provmap"]) {
    test(`${name} has a problem only while it is broken`, async () => {
      const { uri } = await openSample(name);
      await commands.executeCommand("type", { text: "?" });
      await diagnosticsWhen(uri, list => list.length === 1);
      await commands.executeCommand("undo");
      await diagnosticsWhen(uri, list => list.length === 0);
    });
  }

  test("a wrong function name is a problem with a link, and its quick fix mends it", async () => {
    const document = await openText(withMapping("displayName <- Joim([givenName])"));
    const [problem] = await diagnosticsWhen(document.uri, list =>
      list.some(each => codeOf(each) === "unknown-function"),
    );
    assert.ok(problem);
    assert.match(String(typeof problem.code === "object" && problem.code.target), /^https:\/\/learn\.microsoft\.com\//);
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      problem.range,
    );
    const fix = actions.find(({ edit }) => edit !== undefined);
    assert.ok(fix?.edit);
    await workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /Join\(\[givenName\]\)/);
    await diagnosticsWhen(document.uri, list => list.every(each => codeOf(each) !== "unknown-function"));
  });

  test("completion offers a function as a snippet", async () => {
    const document = await openText(withMapping("displayName <- Rep"));
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      behind(document, "<- Rep"),
    );
    const replace = items.find(({ label }) => (typeof label === "string" ? label : label.label) === "Replace");
    assert.ok(replace?.insertText instanceof SnippetString);
    assert.match(replace.insertText.value, /^Replace\(\$\{1:/);
    assert.equal(replace.command?.command, "editor.action.triggerParameterHints");
  });

  test("hover and signature help tell of a function", async () => {
    const document = await openText(withMapping('displayName <- Join(" ", [givenName])'));
    const position = behind(document, "<- Jo");
    const [hover] = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
    const [content] = hover?.contents ?? [];
    assert.ok(content instanceof MarkdownString);
    assert.match(content.value, /Join/);
    const help = await commands.executeCommand<SignatureHelp>(
      "vscode.executeSignatureHelpProvider",
      document.uri,
      behind(document, 'Join(" ", '),
    );
    assert.match(help.signatures[0]?.label ?? "", /^Join\(/);
    assert.equal(help.activeParameter, 1);
  });

  test("a mapping is renamed with the tests that name it", async () => {
    const document = await openText(`${withMapping("title <- [jobTitle]")}test "T" {\n  mapping: "Users"\n}\n`);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      behind(document, 'mapping "Us'),
      "People",
    );
    await workspace.applyEdit(edit);
    assert.match(document.getText(), /^mapping "People" \{.*mapping: "People"/s);
  });

  test("the arguments of long calls have their names, unless the setting turns them off", async () => {
    const document = await openText(withMapping('title <- Switch([state], "Other", "WA", "Redmond")'));
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = () => commands.executeCommand<InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
    assert.deepEqual(
      (await hints()).map(({ label }) => label),
      ["defaultValue:"],
    );
    await workspace.getConfiguration("mapwright").update("inlayHints.argumentNames", false, true);
    assert.deepEqual(await hints(), []);
    await workspace.getConfiguration("mapwright").update("inlayHints.argumentNames", undefined, true);
  });

  test("words have semantic tokens of the declared legend", async () => {
    const document = await openText(withMapping("title <- [jobTitle]"));
    const { uri } = document;
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      uri,
    );
    const tokens = await commands.executeCommand<SemanticTokens>("vscode.provideDocumentSemanticTokens", uri);
    assert.equal(legend.tokenTypes[tokens.data[3] ?? -1], "keyword");
  });

  test("formatting gives the canonical layout", async () => {
    const document = await openText(withMapping("displayName<-[displayName]"));
    const edits = await commands.executeCommand<TextEdit[]>("vscode.executeFormatDocumentProvider", document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    assert.ok(edits.some(({ newText }) => newText.includes("displayName <- [displayName]") || newText === " "));
  });

  test("each mapping has the code lens that previews it, and its filters have one that tells the impact, unless the settings turn them off", async () => {
    const { uri } = await openSample("servicenow.provmap");
    const named = async () => {
      const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri, 10);
      return lenses.map(({ command }) => command?.command);
    };
    const set = (name: string, value: false | undefined) =>
      workspace.getConfiguration("mapwright").update(name, value, true);
    assert.deepEqual(await named(), ["mapwright.preview", "mapwright.impact", "mapwright.impact"]);
    await set("codeLens.enabled", false);
    assert.deepEqual(await named(), ["mapwright.impact", "mapwright.impact"]);
    await set("impact.codeLens", false);
    assert.deepEqual(await named(), []);
    await set("codeLens.enabled", undefined);
    await set("impact.codeLens", undefined);
  });
});
