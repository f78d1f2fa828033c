import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Frame, Locator } from "playwright-core";
import { root } from "../host/paths.ts";
import { openWorkbench, pictureOfFailure, type Workbench } from "./openWorkbench.ts";

/** What a theme is called, in VS Code too, and the class that a webview has in it. */
const themes = [
  ["light", "Light 2026", "vscode-light"],
  ["dark", "Dark 2026", "vscode-dark"],
  ["high contrast", "Default High Contrast", "vscode-high-contrast:not(.vscode-high-contrast-light)"],
  ["high contrast light", "Default High Contrast Light", "vscode-high-contrast-light"],
] as const;

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
    return pictureOfFailure(this.currentTest, workbench);
  });

  for (const [name, theme, id] of themes) {
    test(`axe finds nothing serious in the ${name} theme`, async () => {
      await useTheme(theme, id);
      const violations = await serious(await panelFrame());
      await workbench.picture(`preview-${name}`);
      assert.deepEqual(violations, []);
    });
  }

  test("every action is reached with the Tab key, in the order of the page, and shows that it has the focus", async () => {
    const { page } = workbench;
    const frame = await panelFrame();
    await workbench.panel.getByRole("heading", { level: 1 }).click();
    const expected = await names(frame.locator("button:visible, a, summary, pre"));
    const reached: string[] = [];
    for (const _ of expected) {
      await page.keyboard.press("Tab");
      const focused = frame.locator(":focus");
      reached.push(...(await names(focused)));
      assert.notEqual(await focused.evaluate("element => getComputedStyle(element).outlineStyle"), "none");
    }
    assert.deepEqual(reached, expected);
  });

  test("what is done with the keyboard leaves the focus where it was", async () => {
    const retest = workbench.panel.getByRole("button", { name: "Retest" });
    await retest.focus();
    await workbench.page.keyboard.press("Enter");
    await workbench.panel.getByText("Dry run: nothing was written").waitFor();
    const frame = await panelFrame();
    await frame.locator("#said").filter({ hasText: "would be updated" }).waitFor({ state: "attached" });
    assert.equal(await frame.locator(":focus").textContent(), "Retest");
  });

  async function useTheme(theme: string, id: string): Promise<void> {
    await mkdir(`${workbench.folder}/.vscode`, { recursive: true });
    const settings = JSON.stringify({ "workbench.colorTheme": theme });
    await writeFile(`${workbench.folder}/.vscode/settings.json`, settings);
    const frame = await panelFrame();
    await frame.locator(`body.${id}`).waitFor();
  }

  async function panelFrame(): Promise<Frame> {
    const frame = await (await workbench.panel.locator("body").elementHandle())?.ownerFrame();
    assert.ok(frame);
    return frame;
  }
});

function names(locator: Locator): Promise<readonly string[]> {
  return locator.evaluateAll(elements =>
    elements.map(one => `${one.tagName} ${one.getAttribute("aria-label") ?? one.textContent}`),
  );
}

/** What axe finds that is serious or critical, with the elements. */
async function serious(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(await readFile(`${root}/node_modules/axe-core/axe.min.js`, "utf8"));
  const results = await frame.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  assert.ok(results.passes.length > 0);
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
