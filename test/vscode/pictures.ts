import { root } from "./host/paths.ts";
import { openWorkbench } from "./ui/openWorkbench.ts";

/** Takes the README's picture from the running extension: the sample's mapping and the preview of a user who is created. */
export async function takePictures(): Promise<void> {
  const workbench = await openWorkbench({ "workbench.colorTheme": "Light 2026", "editor.fontSize": 13 });
  try {
    const { page, panel } = workbench;
    await workbench.openFile("servicenow.provmap");
    await page.keyboard.press("ControlOrMeta+B");
    await workbench.clickCodeLens("Preview Provisioning…");
    await workbench.pick("zoe.lindqvist@", "Lindqvist");
    await workbench.pick("sandbox", "sandbox");
    await panel.getByRole("heading", { level: 1 }).waitFor();
    await page.locator(".notification-toast").waitFor({ state: "detached" });
    await page.screenshot({ path: `${root}/client/media/preview.png` });
  } finally {
    await workbench.close();
  }
}
