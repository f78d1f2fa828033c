import assert from "node:assert/strict";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { untilSeen } from "./untilSeen.ts";

const file = "servicenow.provmap";

suite("workspace trust in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
    });
    await workbench.openFile(file);
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  const codeLens = () => workbench.page.locator(".codelens-decoration", { hasText: "Preview Provisioning…" });
  const titleButton = () =>
    workbench.page.locator(".editor-actions").getByRole("button", { name: "Preview Provisioning…" });
  const runButton = () => workbench.page.getByRole("button", { name: "Run Tests", exact: true });

  test("a workspace that is not trusted has language features, and nothing is run", async () => {
    const { page } = workbench;
    await workbench.cursorBehind(file, "externalId <- [objectId]");
    await page.keyboard.insertText("\n  nickName <- Joim([mail])");
    await page.locator(".squiggly-error").first().waitFor();
    assert.equal(await titleButton().count(), 0);
    assert.equal(await codeLens().count(), 0);
    await workbench.picture("not-trusted");
    await workbench.revert();
  });

  test("its views show the applications, and say what has to be done for the rest", async () => {
    const { page } = workbench;
    await page.getByRole("tab", { name: "Mapwright" }).first().click();
    await page.getByRole("treeitem", { name: "ServiceNow" }).waitFor();
    await page.getByText("No endpoint is asked before the workspace is trusted.").waitFor();
    await page.getByText("The directory is not read before the workspace is trusted.").waitFor();
    await page.getByText("Nothing is run before the workspace is trusted").waitFor();
    await page.getByRole("button", { name: "Manage Workspace Trust" }).first().waitFor();
    await workbench.picture("views-not-trusted");
  });

  test("it has no command that runs anything", async () => {
    const { page, input } = workbench;
    const rows = (text: string) => page.locator(".quick-input-list .monaco-list-row", { hasText: text });
    await untilSeen(rows("Mapwright: Set Up Provisioning"), async patience => {
      await page.keyboard.press("F1");
      await input.fill(">Mapwright: Provisioning", patience);
    });
    for (const title of ["Start Provisioning…", "Preview Provisioning…"]) assert.equal(await rows(title).count(), 0);
    await input.press("Escape");
  });

  test("its tests are listed, and none is run", async () => {
    const { page } = workbench;
    await workbench.run("View: Show Testing");
    await page.locator(".test-explorer .monaco-list-row", { hasText: "Fabrikam Learning" }).waitFor();
    assert.equal(await runButton().count(), 0);
    await workbench.picture("not-trusted-tests");
  });

  test("once it is trusted, previews and tests run", async () => {
    const { page } = workbench;
    await workbench.run("Workspaces: Manage Workspace Trust");
    await page.getByRole("button", { name: "Trust", exact: true }).click();
    await page.getByText("You trust this folder").waitFor();
    await page.getByRole("button", { name: "Close Modal Editor" }).click();
    await titleButton().waitFor();
    await workbench.clickCodeLens("Preview Provisioning…");
    await workbench.pick("zoe.lindqvist@", "Lindqvist");
    await workbench.pick("sandbox", "sandbox");
    await workbench.panel.getByRole("heading", { level: 1, name: "would be created" }).waitFor();
    await untilSeen(page.locator(".result-summary", { hasText: "8/8" }), patience => runButton().click(patience));
  });
});
