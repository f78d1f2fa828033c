import assert from "node:assert/strict";
import { commands, window } from "vscode";
import { mapwright, openSample } from "./sample.ts";

suite("jobs in the extension host", () => {
  suiteTeardown(() => commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  test("a job is started by its file and environment, and its log is a document of its own", async () => {
    await mapwright();
    const { uri } = await openSample("fabrikam-learning.provmap");
    const key = { uri: uri.toString(), environment: "sandbox" };
    await commands.executeCommand("mapwright.startJob", key);
    await commands.executeCommand("mapwright.showJobLog", key);
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, "mapwright-logs");
    assert.match(document.getText(), /^Provisioning log of Fabrikam Learning in sandbox · everything · \d+ entries\n/);
    assert.match(document.getText(), /\n\S+Z {2}create success {2}\S.*\n {4}EntryImport/);
  });
});
