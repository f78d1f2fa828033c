import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Frame, Locator } from "playwright-core";
import { root } from "../host/paths.ts";
import type { Workbench } from "./openWorkbench.ts";

/** A theme of VS Code, and the class that a webview has in it. */
export interface Theme {
  readonly name: string;
  readonly title: string;
  readonly className: string;
}

/** One of each kind. */
export const themes: readonly Theme[] = [
  { name: "light", title: "Light 2026", className: "vscode-light" },
  { name: "dark", title: "Dark 2026", className: "vscode-dark" },
  {
    name: "high contrast",
    title: "Default High Contrast",
    className: "vscode-high-contrast:not(.vscode-high-contrast-light)",
  },
  { name: "high contrast light", title: "Default High Contrast Light", className: "vscode-high-contrast-light" },
];

/** Has VS Code and its panel take a theme. */
export async function useTheme({ title, className }: Theme, workbench: Workbench): Promise<void> {
  await mkdir(`${workbench.folder}/.vscode`, { recursive: true });
  await writeFile(`${workbench.folder}/.vscode/settings.json`, JSON.stringify({ "workbench.colorTheme": title }));
  const frame = await panelFrame(workbench);
  await frame.locator(`body.${className}`).waitFor();
}

/** What axe finds in the panel that is serious or critical, with the elements. */
export async function seriousViolations(workbench: Workbench): Promise<readonly string[]> {
  const frame = await panelFrame(workbench);
  await frame.evaluate(await readFile(`${root}/node_modules/axe-core/axe.min.js`, "utf8"));
  const results = await frame.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  assert.ok(results.passes.length > 0);
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** What can have the focus in the panel, in the order of the page. */
export async function focusable(workbench: Workbench): Promise<readonly string[]> {
  const frame = await panelFrame(workbench);
  return names(frame.locator(":is(button:not(:disabled), a, summary, pre, input, select):visible"));
}

/** What has the focus when the Tab key is pressed so often, from the heading on. Fails where one does not show it. */
export async function reachedWithTab(presses: number, workbench: Workbench): Promise<readonly string[]> {
  const frame = await panelFrame(workbench);
  await workbench.panel.getByRole("heading", { level: 1 }).click();
  const reached: string[] = [];
  for (let press = 0; press < presses; press++) {
    await workbench.page.keyboard.press("Tab");
    const focused = frame.locator(":focus");
    reached.push(...(await names(focused)));
    assert.notEqual(await focused.evaluate("element => getComputedStyle(element).outlineStyle"), "none");
  }
  return reached;
}

/** The document of the panel. */
export async function panelFrame({ panel }: Workbench): Promise<Frame> {
  const frame = await (await panel.locator("body").elementHandle())?.ownerFrame();
  assert.ok(frame);
  return frame;
}

function names(locator: Locator): Promise<readonly string[]> {
  return locator.evaluateAll(elements =>
    elements.map(one => `${one.tagName} ${one.getAttribute("aria-label") ?? one.textContent}`),
  );
}
