import { rm } from "node:fs/promises";
import { runTests } from "@vscode/test-electron";
import { cache, root } from "./paths.ts";
import { copySample } from "./stage.ts";
import { suiteModule } from "./suite.ts";

const releases = "https://update.code.visualstudio.com/api/releases/stable";

/** Whether a desktop VS Code is named or can be downloaded, and has a display to run on. */
export async function desktopIsAvailable(): Promise<boolean> {
  if (process.env.VSCODE_EXECUTABLE_PATH) return true;
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  try {
    return (await fetch(releases, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

/** Runs the suite in the extension host of a desktop VS Code. Gives the host's exit code. */
export async function runInDesktop(): Promise<number> {
  const folder = await copySample();
  const executable = process.env.VSCODE_EXECUTABLE_PATH;
  try {
    return await runTests({
      ...(executable ? { vscodeExecutablePath: executable } : {}),
      cachePath: cache,
      extensionDevelopmentPath: root,
      extensionTestsPath: suiteModule,
      launchArgs: [folder, "--disable-extensions", "--disable-workspace-trust"],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
