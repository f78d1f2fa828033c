import { mkdir } from "node:fs/promises";
import { cache, root } from "./host/paths.ts";
import { openWorkbench, type Workbench } from "./ui/openWorkbench.ts";
import { type Frame, writeAnimation, writePicture } from "./webp.ts";

const file = "servicenow.provmap";
const folder = `${cache}/pictures`;
const picture = `${root}/client/media/preview.webp`;
const tour = `${root}/client/media/tour.webp`;

/** Takes the README's picture and its tour from the running extension: what a person sees who goes from a mapping to its first cycle. */
export async function takePictures(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const workbench = await openWorkbench({
    "workbench.colorTheme": "Light 2026",
    "editor.fontSize": 13,
    "workbench.activityBar.location": "top",
  });
  const frames: Frame[] = [];
  const shoot = async (duration: number) => {
    const png = `${folder}/${String(frames.length).padStart(2, "0")}.png`;
    await workbench.page.screenshot({ path: png });
    frames.push({ file: png, duration });
  };
  try {
    await workbench.page.setViewportSize({ width: 1240, height: 760 });
    await workbench.openFile(file);
    await workbench.page.keyboard.press("ControlOrMeta+B");
    await showLiveValues(workbench, shoot);
    await showPreview(workbench, shoot);
    writePicture(frames.at(-1)?.file ?? "", picture);
    await showTests(workbench, shoot);
    await showImpact(workbench, shoot);
    await showJobs(workbench, shoot);
    writeAnimation(frames, tour);
  } finally {
    await workbench.close();
  }
}

type Shoot = (duration: number) => Promise<void>;

/** A user is pinned, and a mapping is typed with completion: its value follows. */
async function showLiveValues(
  { page, run, pick, cursorBehind, acceptSuggestion, save }: Workbench,
  shoot: Shoot,
): Promise<void> {
  const line = (text: string) => page.locator(".editor-instance .view-line", { hasText: text });
  await line("mapping ").first().waitFor();
  await shoot(1200);
  await run("Mapwright: Pin Sample User…");
  await pick("zoe", "Lindqvist");
  await line("Zoë Lindqvist: in scope").waitFor();
  await cursorBehind(file, "title <- [jobTitle]");
  await shoot(2400);
  await page.keyboard.press("Enter");
  await page.keyboard.type("nickName <- ToU");
  await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "ToUpper" }).first().waitFor();
  await shoot(1600);
  await acceptSuggestion("ToUpper");
  await page.keyboard.type("[giv");
  await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "givenName" }).first().waitFor();
  await shoot(1200);
  await acceptSuggestion("givenName");
  await line("nickName").getByText("ZOË").waitFor();
  await page.keyboard.press("Escape");
  await shoot(2000);
  await save();
}

/** Her provisioning is previewed, step by step. */
async function showPreview({ panel, run, pick, cursorBehind }: Workbench, shoot: Shoot): Promise<void> {
  await cursorBehind(file, 'mapping "Provision');
  await run("Mapwright: Preview Provisioning…");
  await pick("zoe.lindqvist@", "Lindqvist");
  await pick("sandbox", "sandbox");
  await panel.getByRole("heading", { level: 1, name: "would be created" }).waitFor();
  await run("Notifications: Clear All Notifications");
  await shoot(3200);
}

/** The preview is saved as a test, which is run. */
async function showTests({ page, panel, run, input, answer, save }: Workbench, shoot: Shoot): Promise<void> {
  await panel.getByRole("button", { name: "Save as test" }).click();
  await input.fill("Zoë is hired");
  await shoot(1400);
  await answer("What the test shows");
  await page.locator(".view-line", { hasText: "Zoë is hired" }).first().waitFor();
  await save();
  await run("Test: Run Tests in Current File");
  await page.locator(".test-output-peek-tree .monaco-list-row", { hasText: "Zoë is hired" }).waitFor();
  await run("Notifications: Clear All Notifications");
  await shoot(2400);
  await run("View: Toggle Panel Visibility");
}

/** A filter is edited: who would fall out, and why. */
async function showImpact(
  { page, panel, run, cursorBehind, focusEditor, revert }: Workbench,
  shoot: Shoot,
): Promise<void> {
  await cursorBehind(file, 'department EQUALS "Engineering');
  for (const _ of "Engineering") await page.keyboard.press("Backspace");
  await page.keyboard.type("Sales");
  const lens = page.locator(".codelens-decoration a", { hasText: "would fall out" }).first();
  await lens.waitFor();
  await shoot(1800);
  await lens.click();
  await panel.getByRole("heading", { level: 1, name: "would be" }).waitFor();
  await panel.locator(".people tbody tr").first().waitFor();
  await shoot(3200);
  await focusEditor();
  await revert();
  await run("View: Close All Editors");
}

/** A cycle is run in the sandbox; the view of the jobs tells what it did, and its log why. */
async function showJobs({ page, run, pick, toast }: Workbench, shoot: Shoot): Promise<void> {
  await run("Mapwright: Start Provisioning…");
  await pick("servicenow", file);
  await pick("sandbox", "sandbox");
  await toast("Initial cycle").getByRole("button", { name: "Show Log" }).click();
  await page.locator(".view-line", { hasText: "create success" }).first().waitFor();
  await run("Mapwright: Focus on Jobs View");
  const row = page.getByRole("treeitem").filter({ hasText: "Succeeded" }).first();
  await row.click();
  await page.getByRole("treeitem").filter({ hasText: "Last cycle" }).first().waitFor();
  await run("Notifications: Clear All Notifications");
  await shoot(3600);
}
