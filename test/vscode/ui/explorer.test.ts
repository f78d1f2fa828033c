import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { type ScimServer, scimServer } from "../../harness/scimServer.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";

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
  const open = (tree: string, label: string) => row(tree, label).locator(".monaco-tl-twistie").click();
  const action = async (tree: string, label: string, name: string) => {
    await row(tree, label).hover();
    await row(tree, label).getByRole("button", { name }).click();
  };
  const status = (text: string) => workbench.page.locator("footer .statusbar-item", { hasText: text }).first();
  const toast = (text: string) => workbench.page.locator(".notification-toast", { hasText: text });

  test("an application shows its mappings, and a click goes to the line", async () => {
    await open("Applications", "ServiceNow");
    await open("Applications", "Provision Microsoft Entra ID Users");
    await row("Applications", "externalId").click();
    const line = (await readFile(`${workbench.folder}/${file}`, "utf8")).split("externalId")[0]?.split("\n").length;
    await status(`Ln ${line}, Col 3`).waitFor();
  });

  test("a mistake is told in words and by a badge as it is typed, and goes with it", async () => {
    const { page } = workbench;
    await workbench.focusEditor();
    await workbench.cursorBehind(file, "externalId <- [objectId]");
    await page.keyboard.insertText("\n  nickName <- Joim([mail])");
    await row("Applications", "nickName, 1 error").waitFor();
    await row("Applications", "ServiceNow, 1 error").waitFor();
    const label = await row("Applications", "nickName").locator(".monaco-icon-label").elementHandle();
    await page.waitForFunction("label => getComputedStyle(label, '::after').content === '\"1\"'", label);
    await workbench.picture("views");
    await workbench.revert();
    await row("Applications", `ServiceNow, ${file}`).waitFor();
  });

  test("a user is pinned from the view, and previewed", async () => {
    await action("Sample Users and Groups", "Marcus Webb", "Pin as Sample");
    await status("Marcus Webb").waitFor();
    await row("Sample Users and Groups", "Marcus Webb, pinned").waitFor();
    await action("Sample Users and Groups", "Zoë Lindqvist", "Preview Provisioning…");
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
    await action("Environments", "test", "Test Connection…");
    const password = workbench.page.locator(".quick-input-widget input[type=password]");
    await password.fill("t0ken");
    await password.press("Enter");
    await toast("No connection to test.").getByRole("button", { name: "Try Again" }).waitFor();
    await row("Environments", "test, can be written to · failed at").waitFor();
    await workbench.picture("connection-failed");
    refuses = false;
    await toast("No connection to test.").getByRole("button", { name: "Try Again" }).click();
    await toast("Connected to test").waitFor();
    await row("Environments", "test, can be written to · connected at").waitFor();
    assert.equal(endpoint.received.at(-1)?.headers.authorization, "Bearer t0ken");
  });

  test("what is known of a connection goes with its credentials", async () => {
    await workbench.run("Mapwright: Delete Credentials…");
    await workbench.pick("test", "test");
    await toast("is deleted").waitFor();
    await row("Environments", "test, can be written to · not tested").waitFor();
  });

  test("an environment that can be written to is selected in words and in colour", async () => {
    await action("Environments", "test", "Select Environment…");
    await status("test: can be written to").waitFor();
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
    await page.getByRole("button", { name: "Sandbox Section" }).click();
    await row("Sandbox", "Users, 2").waitFor();
    await workbench.openFile(file);
    await workbench.run("Mapwright: Provision on Demand…");
    await workbench.pick("zoe.lindqvist@", "Lindqvist");
    await workbench.pick("sandbox", "sandbox");
    await row("Sandbox", "Users, 3").waitFor();
    await workbench.focusEditor();
    await row("Sandbox", "zoe.lindqvist@contoso.com").click();
    await page.getByText('"userName": "zoe.lindqvist@contoso.com"').waitFor();
    await workbench.picture("sandbox-resource");
    await workbench.run("Mapwright: Reset Sandbox…");
    const dialog = page.getByRole("dialog").filter({ hasText: "Reset the sandbox of ServiceNow" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await row("Sandbox", "Users, 3").waitFor();
    await workbench.run("Mapwright: Reset Sandbox…");
    await dialog.getByRole("button", { name: "Reset" }).click();
    await toast("it holds 2 users and 0 groups").waitFor();
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
    await row("Environments", "Go to mapwright.json").click();
    await status("Ln 1, Col 16").waitFor();
  });

  test("an empty window is told to open a folder", async () => {
    const { page } = workbench;
    await page.goto(`${new URL(page.url()).origin}/?ew=true`);
    await page.getByRole("tab", { name: "Mapwright" }).first().click();
    await page.getByText("Open the folder that holds your applications").first().waitFor();
    await workbench.picture("view-no-folder");
  });
});
