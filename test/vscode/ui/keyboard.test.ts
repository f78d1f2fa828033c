import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { untilSeen } from "./untilSeen.ts";

const file = "servicenow.provmap";

suite("the views with the keyboard alone in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    await workbench.openFile(file);
    await workbench.focusEditor();
    // Menus offer nothing that runs before VS Code knows that the workspace is trusted.
    await located(".editor-actions").getByRole("button", { name: "Preview Provisioning…" }).waitFor();
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  const located = (selector: string): Locator => workbench.page.locator(selector);
  const tree = (name: string): Locator => located(`[role=tree][aria-label="${name}"]:focus`);
  /** The row that the keys act on, whose label begins so. */
  const row = (name: string, label: string): Locator =>
    tree(name).locator(`.monaco-list-row.focused[aria-label^="${label}"]`);
  const button = (label: string): Locator => located(`:focus[aria-label^="${label}"]`);
  const menuItems = (): Locator => located(".monaco-menu [role=menuitem] .action-label");

  /** Presses a key whose effect is there at once until that is seen. */
  async function press(key: string, effect: Locator): Promise<void> {
    for (let left = 40; !(await effect.isVisible()); left--) {
      if (left === 0) await effect.waitFor({ timeout: 1_000 });
      await workbench.page.keyboard.press(key);
    }
  }
  /** Goes to the side bar, where the focus is in the view that had it last, up to the first view and down to the row. */
  async function goTo(name: string, label: string): Promise<void> {
    await untilSeen(located(".part.sidebar :focus"), () => workbench.page.keyboard.press("Control+0"));
    await press("Shift+Tab", tree("Applications"));
    await press("Tab", tree(name));
    await workbench.page.keyboard.press("Home");
    await press("ArrowDown", row(name, label));
  }
  async function openMenu(): Promise<readonly string[]> {
    await untilSeen(menuItems().first(), () => workbench.page.keyboard.press("Shift+F10"));
    return menuItems().allTextContents();
  }
  /** Takes an action of the row's menu, until what it does is seen. */
  const choose = (title: string, effect: Locator): Promise<void> =>
    untilSeen(effect, async () => {
      await openMenu();
      await press("ArrowDown", located(".monaco-menu [role=menuitem]:focus").filter({ hasText: title }));
      await workbench.page.keyboard.press("Enter");
      await menuItems().first().waitFor({ state: "detached" });
    });
  /** Types into the quick pick of that title and takes the row that it leads to. */
  async function pick(title: string, typed: string): Promise<void> {
    await workbench.question(title).waitFor();
    await workbench.page.keyboard.type(typed);
    await located(".quick-input-list .monaco-list-row.focused").filter({ hasText: typed }).waitFor();
    await workbench.page.keyboard.press("Enter");
  }

  test("F6 and the arrows lead to them", async () => {
    const { keyboard } = workbench.page;
    const item = ".activitybar .action-item:focus";
    await untilSeen(located(item), () => keyboard.press("F6"), { timeout: 1_000 });
    await press("ArrowDown", located(item).filter({ has: located("[aria-label=Mapwright]") }));
    await keyboard.press("Enter");
    await workbench.page.getByRole("treeitem", { name: `ServiceNow, ${file}` }).waitFor();
    await goTo("Applications", "ServiceNow");
  });

  test("a user is pinned", async () => {
    await goTo("Sample Users and Groups", "Marcus Webb");
    await choose("Pin as Sample", row("Sample Users and Groups", "Marcus Webb, pinned"));
  });

  test("a user is previewed", async () => {
    await goTo("Sample Users and Groups", "Zoë Lindqvist");
    await choose("Preview Provisioning…", workbench.question("Environment"));
    await pick("Environment", "sandbox");
    await workbench.panel.getByRole("heading", { level: 1, name: "would be created" }).waitFor();
  });

  test("a job is started", async () => {
    await goTo("Environments", "sandbox");
    await press("Tab", button("Start Provisioning…"));
    await workbench.page.keyboard.press("Enter");
    await pick("Start Provisioning", file);
    await pick("Environment", "sandbox");
    await workbench.toast("Initial cycle of servicenow.provmap in sandbox:").waitFor();
    await workbench.page.getByRole("treeitem", { name: "ServiceNow, sandbox · Succeeded" }).waitFor();
  });

  test("the sandbox is unfolded", async () => {
    await goTo("Jobs", "ServiceNow");
    await press("Tab", button("Sandbox Section"));
    await workbench.page.keyboard.press("Enter");
    await workbench.page.getByRole("treeitem", { name: /^zoe\.lindqvist@/ }).waitFor();
    await goTo("Sandbox", "zoe.lindqvist@contoso.com");
  });

  for (const [name, label, actions] of [
    ["Applications", "ServiceNow", ["Preview Provisioning…", "Provision on Demand…", "Go to Definition"]],
    ["Sample Users and Groups", "Marcus Webb", ["Preview Provisioning…", "Unpin Sample User"]],
    [
      "Environments",
      "test",
      [
        "Select Environment…",
        "Test Connection…",
        "Set Credentials…",
        "Delete Credentials…",
        "Open Environment in mapwright.json…",
      ],
    ],
    [
      "Jobs",
      "ServiceNow",
      [
        "Start Provisioning…",
        "Restart Provisioning…",
        "Show Provisioning Log",
        "Filter Provisioning Log…",
        "Find in Provisioning Log…",
      ],
    ],
    ["Sandbox", "zoe.lindqvist@contoso.com", ["Open Resource"]],
  ] as const) {
    test(`what can be done with ${label} of ${name} is in its menu`, async () => {
      await goTo(name, label);
      assert.deepEqual(await openMenu(), actions);
      await untilSeen(tree(name), () => workbench.page.keyboard.press("Escape"));
    });
  }
});
