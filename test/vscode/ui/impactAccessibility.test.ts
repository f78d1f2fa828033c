import assert from "node:assert/strict";
import { focusable, panelFrame, reachedWithTab, seriousViolations, themes, useTheme } from "./accessibility.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";

const file = "servicenow.provmap";

suite("accessibility of the impact panel in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    const { page } = workbench;
    await workbench.openFile(file);
    await workbench.cursorBehind(file, 'userType <- "Employee');
    await page.keyboard.insertText(" of ours");
    await workbench.cursorBehind(file, "mail IS NOT NULL");
    await page.keyboard.insertText('\njobTitle INCLUDES "Manager"');
    await workbench.run("Mapwright: Show Impact…");
    await workbench.pick("saved", "The saved file");
    await workbench.panel.getByRole("heading", { level: 1, name: "would be" }).waitFor();
    await workbench.panel.locator(".people").waitFor();
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  for (const theme of themes) {
    test(`axe finds nothing serious in the ${theme.name} theme`, async () => {
      await useTheme(theme, workbench);
      await workbench.picture(`impact-${theme.name}`);
      assert.deepEqual(await seriousViolations(workbench), []);
      await workbench.panel.locator(".people").scrollIntoViewIfNeeded();
      await workbench.picture(`impact-people-${theme.name}`);
    });
  }

  test("every action is reached with the Tab key, in the order of the page, and shows that it has the focus", async () => {
    const expected = await focusable(workbench);
    assert.deepEqual(await reachedWithTab(expected.length, workbench), expected);
  });

  test("what is done with the keyboard leaves the focus where it was, and is said", async () => {
    const again = workbench.panel.getByRole("button", { name: "Run again" });
    await again.focus();
    await workbench.page.keyboard.press("Enter");
    const frame = await panelFrame(workbench);
    await frame.locator("#said").filter({ hasText: "would be" }).waitFor({ state: "attached" });
    assert.equal(await frame.locator(":focus").textContent(), "Run again");
  });
});
