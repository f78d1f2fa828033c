import { mkdir, readFile, rm } from "node:fs/promises";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { launchBrowser } from "../host/browser.ts";
import { startCodeServer } from "../host/codeServer.ts";
import { cache } from "../host/paths.ts";
import { calmSettings } from "../host/settings.ts";
import { copySample, stageExtension } from "../host/stage.ts";

/** A VS Code with the extension as it is shipped, on a copy of the sample. */
export interface Workbench {
  readonly page: Page;
  /** The workspace folder. */
  readonly folder: string;
  /** The document of the preview panel. */
  readonly panel: FrameLocator;
  readonly openFile: (name: string) => Promise<void>;
  /** Leaves the panel for the editor. */
  readonly focusEditor: () => Promise<void>;
  /** Runs a command of the palette by its title. */
  readonly run: (title: string) => Promise<void>;
  /** Clicks the first code lens of that title until something is asked: a lens that is laid out anew meanwhile loses a click. */
  readonly clickCodeLens: (title: string) => Promise<void>;
  /** Types into the open quick input and takes the row that has the text. */
  readonly pick: (typed: string, row: string) => Promise<void>;
  /** Puts the cursor behind a text of the file on the disk. */
  readonly cursorBehind: (name: string, text: string) => Promise<void>;
  /** Keeps a picture in .vscode-test/screenshots. */
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens it. Settings are laid over those of a calm workbench. With a folder of its own the window is empty, and the test opens that. */
export async function openWorkbench(settings: object = {}, own?: string): Promise<Workbench> {
  const [extensions, folder] = await Promise.all([stageExtension(), own ?? copySample()]);
  const server = await startCodeServer(extensions, { ...calmSettings, ...settings });
  const browser = await launchBrowser();
  const page = await browser.newPage({
    viewport: { width: 1400, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page.setDefaultTimeout(20_000);
  await page.goto(`${server.origin}/?${own === undefined ? `folder=${folder}` : "ew=true"}`);
  if (own === undefined) await page.getByRole("tree", { name: "Files Explorer" }).waitFor();
  else await page.getByRole("tab", { name: "Mapwright" }).waitFor();
  return {
    ...actions(page, folder),
    page,
    folder,
    panel: page.frameLocator("iframe.webview.ready").frameLocator("#active-frame"),
    close: async () => {
      await browser.close();
      await server.stop();
      await Promise.all([extensions, folder].map(path => rm(path, { recursive: true, force: true })));
    },
  };
}

/** Keeps a picture of a test that failed: called after each. */
export async function pictureOfFailure(test: Mocha.Runnable | undefined, { picture }: Workbench): Promise<void> {
  if (test?.isFailed()) await picture(`failed ${test.title.replace(/\W+/g, " ")}`);
}

function actions(
  page: Page,
  folder: string,
): Pick<Workbench, "openFile" | "focusEditor" | "run" | "clickCodeLens" | "pick" | "cursorBehind" | "picture"> {
  const input = page.locator(".quick-input-widget input");

  async function pick(typed: string, row: string): Promise<void> {
    await input.fill(typed);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: row }).first().click();
  }

  return {
    pick,
    openFile: async name => {
      await page.keyboard.press("ControlOrMeta+P");
      await pick(name, name);
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator(".editor-instance .view-line").first().waitFor();
    },
    focusEditor: async () => {
      const focused = page.locator(".editor-instance .monaco-editor.focused");
      await untilSeen(focused, () => page.keyboard.press("ControlOrMeta+1"));
    },
    run: async title => {
      await page.keyboard.press("F1");
      await pick(`>${title}`, title);
    },
    clickCodeLens: async title => {
      const lens = page.locator(".codelens-decoration a", { hasText: title }).first();
      await untilSeen(input, () => lens.click());
    },
    cursorBehind: async (name, text) => {
      const before = (await readFile(`${folder}/${name}`, "utf8")).split(text)[0] ?? "";
      const line = before.split("\n").length;
      const column = before.length - before.lastIndexOf("\n") + text.length;
      await page.keyboard.press("Control+G");
      await input.fill(`:${line}:${column}`);
      await page.keyboard.press("Enter");
      await input.waitFor({ state: "hidden" });
    },
    picture: async name => {
      await mkdir(`${cache}/screenshots`, { recursive: true });
      await page.screenshot({ path: `${cache}/screenshots/${name}.png` });
    },
  };
}

/** Does something until it is seen to have had its effect: while VS Code lays out or gives the focus back, an input may be lost. */
async function untilSeen(effect: Locator, act: () => Promise<void>): Promise<void> {
  const isSeen = () =>
    effect.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  do await act();
  while (!(await isSeen()));
}
