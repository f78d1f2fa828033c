import assert from "node:assert/strict";
import { commands, type InlayHint, Position, Range, type TextDocument, WorkspaceEdit, workspace } from "vscode";
import { mapwright, openSample } from "./sample.ts";

suite("live values in the extension host", () => {
  let document: TextDocument;

  suiteSetup(async () => {
    await mapwright();
    document = await openSample("servicenow.provmap");
  });
  suiteTeardown(() => commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  /** Takes the first row of the quick pick that a command shows. */
  async function acceptFirst(command: string): Promise<void> {
    let isOpen = true;
    const running = commands.executeCommand(command).then(() => {
      isOpen = false;
    });
    while (isOpen) await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await running;
  }

  async function labels(): Promise<readonly string[]> {
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = await commands.executeCommand<InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
    return hints.map(({ label }) => String(label));
  }

  test("the values are those of the user who is pinned, as one types, and until the user is unpinned", async () => {
    await acceptFirst("mapwright.pinUser");
    assert.ok((await labels()).includes('→ "Marcus Webb"'));
    const text = document.getText();
    const end = document.positionAt(text.indexOf("[surname])") + "[surname]".length);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(end.line, end.character), ', "MD"');
    await workspace.applyEdit(edit);
    assert.ok((await labels()).includes('→ "Marcus Webb MD"'));
    await commands.executeCommand("mapwright.unpinUser");
    assert.ok(!(await labels()).some(label => label.includes("Marcus")));
  });

  test("the setting turns them off", async () => {
    await acceptFirst("mapwright.pinUser");
    await workspace.getConfiguration("mapwright").update("liveValues.enabled", false, true);
    assert.ok(!(await labels()).some(label => label.includes("Marcus Webb")));
    await workspace.getConfiguration("mapwright").update("liveValues.enabled", undefined, true);
    assert.ok((await labels()).some(label => label.includes("Marcus Webb")));
    await commands.executeCommand("mapwright.unpinUser");
  });
});
