import assert from "node:assert/strict";
import { focusable, panelFrame, reachedWithTab, seriousViolations, themes, useTheme } from "./accessibility.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";

suite("accessibility of the preview panel in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    await workbench.openFile("servicenow.provmap");
    await workbench.clickCodeLens("Preview Provisioning…");
    await workbench.pick("marcus.webb@", "Webb");
    await workbench.pick("sandbox", "sandbox");
    await workbench.panel.getByRole("heading", { level: 1 }).waitFor();
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  for (const theme of themes) {
    test(`axe finds nothing serious in the ${theme.name} theme`, async () => {
      await useTheme(theme, workbench);
      await workbench.picture(`preview-${theme.name}`);
      assert.deepEqual(await seriousViolations(workbench), []);
    });
  }

  test("every action is reached with the Tab key, in the order of the page, and shows that it has the focus", async () => {
    const expected = await focusable(workbench);
    assert.deepEqual(await reachedWithTab(expected.length, workbench), expected);
  });

  test("what is done with the keyboard leaves the focus where it was", async () => {
    const retest = workbench.panel.getByRole("button", { name: "Retest" });
    await retest.focus();
    await workbench.page.keyboard.press("Enter");
    await workbench.panel.getByText("Dry run: nothing was written").waitFor();
    const frame = await panelFrame(workbench);
    await frame.locator("#said").filter({ hasText: "would be updated" }).waitFor({ state: "attached" });
    assert.equal(await frame.locator(":focus").textContent(), "Retest");
  });
});
