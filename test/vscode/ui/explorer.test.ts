import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { type ScimServer, scimServer } from "../../harness/scimServer.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { untilSeen } from "./untilSeen.ts";

const file = "servicenow.provmap";
const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
const nobody = JSON.stringify({ schemas, totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] });

suite("views in VS Code", () => {
  let workbench: Workbench;
  let endpoint: ScimServer;
  let refuses = true;

  suiteSetup(async () => {
    endpoint = await scimServer(() => (refuses ? { status: 401 } : { status: 200, body: nobody }));
    workbench = await openWorkbench();
    const configuration = JSON.parse(await readFile(`${workbench.folder}/mapwright.json`, "utf8"));
    configuration.environments.test.endpoint = endpoint.url;
    await writeFile(`${workbench.folder}/mapwright.json`, JSON.stringify(configuration, null, 2));
    await workbench.page.getByRole("tab", { name: "Mapwright" }).first().click();
    await row("Applications", "ServiceNow").waitFor();
  });
  suiteTeardown(async () => {
    await workbench.close();
    await endpoint.stop();
  });
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  const view = (name: string) => workbench.page.getByRole("tree", { name, exact: true });
  /** The row of a view whose label begins so. */
  const row = (tree: string, label: string) =>
    view(tree)
      .getByRole("treeitem", { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`) })
      .first();
  const open = (tree: string, label: string, child: string) =>
    untilSeen(row(tree, child), patience => row(tree, label).locator(".monaco-tl-twistie").click(patience));
  /** Does what the button of a row does, until that is seen. */
  const action = (tree: string, label: string, name: string, effect: Locator) =>
    untilSeen(effect, async patience => {
      await row(tree, label).hover(patience);
      await row(tree, label).getByRole("button", { name }).click(patience);
    });
  const status = (text: string) => workbench.page.locator("footer .statusbar-item", { hasText: text }).first();

  test("an application shows its mappings, and a click goes to the line", async () => {
    await open("Applications", "ServiceNow", "Provision Microsoft Entra ID Users");
    await open("Applications", "Provision Microsoft Entra ID Users", "externalId");
    const line = (await readFile(`${workbench.folder}/${file}`, "utf8")).split("externalId")[0]?.split("\n").length;
    await untilSeen(status(`Ln ${line}, Col 3`), patience => row("Applications", "externalId").click(patience));
  });

  test("a mistake is told in words and by a badge as it is typed, and goes with it", async () => {
    const { page } = workbench;
    await workbench.focusEditor();
    await workbench.cursorBehind(file, "externalId <- [objectId]");
    await page.keyboard.insertText("\n  nickName <- Joim([mail])");
    await row("Applications", "nickName, 1 error").waitFor();
    await row("Applications", "ServiceNow, 1 error").waitFor();
    await page.waitForFunction(badgeOf("nickName"));
    await workbench.picture("views");
    await workbench.revert();
    await row("Applications", `ServiceNow, ${file}`).waitFor();
  });

  test("a user is pinned from the view, and previewed", async () => {
    await action("Sample Users and Groups", "Marcus Webb", "Pin as Sample", status("Marcus Webb"));
    await row("Sample Users and Groups", "Marcus Webb, pinned").waitFor();
    await action("Sample Users and Groups", "Zoë Lindqvist", "Preview Provisioning…", workbench.input);
    await workbench.pick("sandbox", "sandbox");
    await workbench.panel.getByRole("heading", { level: 1, name: "would be created" }).waitFor();
    await workbench.focusEditor();
  });

  test("what is looked for is found by the directory, and filters the view", async () => {
    await workbench.run("Mapwright: Find User or Group…");
    await workbench.pick("sales", "Filter the view by “sales”");
    await row("Sample Users and Groups", "Users, 3 of 27 with “sales”").waitFor();
    await row("Sample Users and Groups", "Camila Duarte").waitFor();
    await workbench.picture("view-filtered");
    await workbench.run("Mapwright: Show All Sample Users and Groups");
    await row("Sample Users and Groups", "Users, 27").waitFor();
  });

  test("a connection that is refused says so with the remedy, and one that works says so, too", async () => {
    const password = workbench.page.locator(".quick-input-widget input[type=password]");
    await action("Environments", "test", "Test Connection…", password);
    await password.fill("t0ken");
    await password.press("Enter");
    await workbench.toast("No connection to test.").getByRole("button", { name: "Try Again" }).waitFor();
    await row("Environments", "test, can be written to · failed at").waitFor();
    await workbench.picture("connection-failed");
    refuses = false;
    await workbench.toast("No connection to test.").getByRole("button", { name: "Try Again" }).click();
    await workbench.toast("Connected to test").waitFor();
    await row("Environments", "test, can be written to · connected at").waitFor();
    assert.equal(endpoint.received.at(-1)?.headers.authorization, "Bearer t0ken");
  });

  test("what is known of a connection goes with its credentials", async () => {
    await workbench.run("Mapwright: Delete Credentials…");
    await workbench.pick("test", "test");
    await workbench.toast("is deleted").waitFor();
    await row("Environments", "test, can be written to · not tested").waitFor();
  });

  test("an environment that can be written to is selected in words and in colour", async () => {
    await action("Environments", "test", "Select Environment…", status("test: can be written to"));
    await row("Environments", "test, selected").waitFor();
    assert.match((await status("test: can be written to").getAttribute("class")) ?? "", /warning-kind/);
    await workbench.picture("environment-selected");
    await workbench.run("Mapwright: Select Environment…");
    await workbench.pick("production", "production");
    await status("production: read-only").waitFor();
    await workbench.run("Mapwright: Select Environment…");
    await workbench.pick("sandbox", "sandbox");
    await status("sandbox").waitFor();
  });

  test("the sandbox shows what was provisioned, opens it, and is reset once the person agrees", async () => {
    const { page } = workbench;
    const section = page.getByRole("button", { name: "Sandbox Section" });
    await untilSeen(row("Sandbox", "Users, 2"), patience => section.click(patience));
    await workbench.openFile(file);
    await workbench.run("Mapwright: Provision on Demand…");
    await workbench.pick("zoe.lindqvist@", "Lindqvist");
    await workbench.pick("sandbox", "sandbox");
    await row("Sandbox", "Users, 3").waitFor();
    await workbench.focusEditor();
    await untilSeen(page.getByText('"userName": "zoe.lindqvist@contoso.com"'), patience =>
      row("Sandbox", "zoe.lindqvist@contoso.com").click(patience),
    );
    await workbench.picture("sandbox-resource");
    await workbench.run("Mapwright: Reset Sandbox…");
    const dialog = page.getByRole("dialog").filter({ hasText: "Reset the sandbox of ServiceNow" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await row("Sandbox", "Users, 3").waitFor();
    await workbench.run("Mapwright: Reset Sandbox…");
    await dialog.getByRole("button", { name: "Reset" }).click();
    await workbench.toast("it holds 2 users and 0 groups").waitFor();
    await row("Sandbox", "Users, 2").waitFor();
  });

  test("a workspace without a directory is told the next step", async () => {
    await writeFile(`${workbench.folder}/mapwright.json`, "{}");
    await workbench.page.getByRole("button", { name: "Choose Directory File…" }).waitFor();
    await workbench.picture("view-welcome");
  });

  test("a mapwright.json with a mistake is told in the views, and the applications are still there", async () => {
    await writeFile(`${workbench.folder}/mapwright.json`, '{ "directory": 7 }');
    await workbench.page.getByText("directory must be a text in double quotes").first().waitFor();
    await row("Applications", "ServiceNow").waitFor();
    await workbench.picture("views-with-mistake");
    await untilSeen(status("Ln 1, Col 16"), patience => row("Environments", "Go to mapwright.json").click(patience));
  });
});

/** Whether the label that begins so has the badge of one problem: what is drawn behind it. */
function badgeOf(label: string): string {
  return `[...document.querySelectorAll('[role=treeitem][aria-label^="${label}"] .monaco-icon-label')].some(
    shown => getComputedStyle(shown, "::after").content === '"1"')`;
}
