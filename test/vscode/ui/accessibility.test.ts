import assert from "node:assert/strict";
import { focusable, panelFrame, reachedWithTab, seriousViolations, themes, useTheme } from "./accessibility.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";

const file = "servicenow.provmap";

/** A panel, how it is opened, and the action that shows it anew with the words that are said then. */
interface Panel {
  readonly name: string;
  readonly open: (workbench: Workbench) => Promise<void>;
  readonly action: string;
  readonly said: string;
}

const panels: readonly Panel[] = [
  { name: "preview", open: openPreview, action: "Retest", said: "would be updated" },
  { name: "impact", open: openImpact, action: "Run again", said: "would be" },
];

suite("accessibility of the panels in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    await workbench.openFile(file);
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  for (const { name, open, action, said } of panels) {
    suite(`of the ${name}`, () => {
      suiteSetup(() => open(workbench));
      suiteTeardown(async () => {
        await workbench.panel.getByRole("heading", { level: 1 }).click();
        await workbench.run("View: Close Editor");
        await workbench.focusEditor();
      });

      for (const theme of themes) {
        test(`axe finds nothing serious in the ${theme.name} theme`, async () => {
          await useTheme(theme, workbench);
          await workbench.picture(`${name}-${theme.name}`);
          assert.deepEqual(await seriousViolations(workbench), []);
        });
      }

      test("every action is reached with the Tab key, in the order of the page, and shows that it has the focus", async () => {
        const expected = await focusable(workbench);
        assert.deepEqual(await reachedWithTab(expected.length, workbench), expected);
      });

      test("what is done with the keyboard leaves the focus where it was, and is said", async () => {
        await workbench.panel.getByRole("button", { name: action }).focus();
        await workbench.page.keyboard.press("Enter");
        const frame = await panelFrame(workbench);
        await frame.locator("#said").filter({ hasText: said }).waitFor({ state: "attached" });
        await frame.locator(":focus", { hasText: action }).waitFor();
      });
    });
  }
});

async function openPreview(workbench: Workbench): Promise<void> {
  await workbench.clickCodeLens("Preview Provisioning…");
  await workbench.pick("marcus.webb@", "Webb");
  await workbench.pick("sandbox", "sandbox");
  await workbench.panel.getByRole("heading", { level: 1, name: "would be updated" }).waitFor();
}

async function openImpact(workbench: Workbench): Promise<void> {
  const { page, panel } = workbench;
  await workbench.cursorBehind(file, 'userType <- "Employee');
  await page.keyboard.insertText(" of ours");
  await workbench.cursorBehind(file, "mail IS NOT NULL");
  await page.keyboard.insertText('\njobTitle INCLUDES "Manager"');
  await workbench.run("Mapwright: Show Impact…");
  await workbench.pick("saved", "The saved file");
  await panel.getByRole("heading", { level: 1, name: "would be" }).waitFor();
  await panel.locator(".people").waitFor();
}
