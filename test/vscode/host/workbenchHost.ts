import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { type CodeServer, startCodeServer } from "./codeServer.ts";
import { root } from "./paths.ts";
import { calmSettings } from "./settings.ts";
import { copySample } from "./stage.ts";
import { suiteModule } from "./suite.ts";

/** Runs the suite in the extension host of a VS Code that a browser shows. Gives the host's exit code. */
export async function runInWorkbench(): Promise<number> {
  const folder = await copySample();
  const server = await startCodeServer(`${folder}/.extensions`, calmSettings);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await developExtension(page, server);
    const exit = exitCode(page);
    await page.goto(`${server.origin}/?folder=${folder}`);
    return await exit;
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The page calls these two: for each line of the extension host's console, and at the end. */
async function exitCode(page: Page): Promise<number> {
  const exit = Promise.withResolvers<number>();
  await page.exposeFunction("codeAutomationLog", () => undefined);
  await page.exposeFunction("codeAutomationExit", exit.resolve);
  const limit = AbortSignal.timeout(600_000);
  limit.addEventListener("abort", () => exit.reject(new Error("The suite did not end within ten minutes.")));
  page.once("crash", () => exit.reject(new Error("The page of VS Code crashed.")));
  return exit.promise;
}

/** Makes the page's configuration name the extension and its tests: the server reads neither from the address. */
async function developExtension(page: Page, { authority, origin }: CodeServer): Promise<void> {
  const uri = (path: string) => ({ scheme: "vscode-remote", authority, path });
  const developmentOptions = {
    enableSmokeTestDriver: true,
    extensions: [uri(root)],
    extensionTestsPath: uri(suiteModule),
    logLevel: 2,
  };
  await page.route(
    url => url.origin === origin && url.searchParams.has("folder"),
    async route => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
        (_tag, opening: string, settings: string) => `${opening}${withOptions(settings, developmentOptions)}"`,
      );
      await route.fulfill({ response, body });
    },
  );
}

function withOptions(settings: string, developmentOptions: object): string {
  const configuration = JSON.parse(settings.replaceAll("&quot;", '"'));
  return JSON.stringify({ ...configuration, developmentOptions }).replaceAll('"', "&quot;");
}
