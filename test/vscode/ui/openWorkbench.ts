import { rm } from "node:fs/promises";
import type { FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "../host/browser.ts";
import { startCodeServer } from "../host/codeServer.ts";
import { calmSettings } from "../host/settings.ts";
import { copySample, stagedExtension } from "../host/stage.ts";
import { type Actions, actions } from "./actions.ts";
import { patienceOfPage } from "./untilSeen.ts";

/** A VS Code with the extension as it is shipped, on a copy of the sample. */
export interface Workbench extends Actions {
  readonly page: Page;
  /** The workspace folder. */
  readonly folder: string;
  /** The document of the preview panel. */
  readonly panel: FrameLocator;
  readonly close: () => Promise<void>;
}

/** Opens it. Settings are laid over those of a calm workbench. With a folder of its own the window is empty, and the test opens that. */
export async function openWorkbench(settings: object = {}, own?: string): Promise<Workbench> {
  const [extensions, folder] = await Promise.all([stagedExtension(), own ?? copySample()]);
  const server = await startCodeServer(extensions, { ...calmSettings, ...settings });
  const browser = await launchBrowser();
  const page = await browser.newPage({
    viewport: { width: 1400, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page.setDefaultTimeout(patienceOfPage);
  const workbench: Workbench = {
    ...actions(page, folder),
    page,
    folder,
    panel: page.frameLocator("iframe.webview.ready").frameLocator("#active-frame"),
    close: async () => {
      await browser.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await page.goto(`${server.origin}/?${own === undefined ? `folder=${folder}` : "ew=true"}`);
    if (own === undefined) await page.getByRole("tree", { name: "Files Explorer" }).waitFor();
    else await page.getByRole("tab", { name: "Mapwright" }).waitFor();
  } catch (error) {
    await workbench.picture("failed to open");
    await workbench.close();
    throw error;
  }
  return workbench;
}

/** Called after each test. One that failed leaves a picture, and ends its suite: the next would find the window in a state that it does not know, and wait long for what does not come. */
export async function endAtFailure(test: Mocha.Runnable | undefined, { picture }: Workbench): Promise<void> {
  if (!test?.isFailed()) return;
  await picture(`failed ${test.title.replace(/\W+/g, " ")}`);
  throw new Error("What comes after it in the same window is not run.");
}
