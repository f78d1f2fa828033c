import assert from "node:assert/strict";
import { cp, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { Locator } from "playwright-core";
import { type Sandbox, startSandbox } from "../../../server/src/connectors/sandbox/startSandbox.ts";
import { root } from "../host/paths.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";

const file = "our-learning.provmap";
const environment = "our-learning";
const token = "a-token-of-the-endpoint";

/** The way of one person from an empty window to a provisioning log, against a SCIM service that knows nothing of it. */
suite("the whole way in VS Code", () => {
  let workbench: Workbench;
  let target: Sandbox;

  suiteSetup(async () => {
    target = await startSandbox({ token });
    const folder = await mkdtemp(`${tmpdir()}/mapwright-empty-`);
    await cp(`${root}/samples/contoso/directory/contoso.json`, `${folder}/people.json`);
    workbench = await openWorkbench({}, folder);
  });
  suiteTeardown(async () => {
    await workbench.close();
    await target.stop();
  });
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  const dialog = (words: string): Locator => workbench.page.getByRole("dialog").filter({ hasText: words });
  const line = (text: string): Locator => workbench.page.locator(".editor-instance .view-line", { hasText: text });
  const heading = (text: string): Locator => workbench.panel.getByRole("heading", { level: 1, name: text });
  const people = async () => (await target.content()).users.length;

  test("an empty window says what is missing: a folder is opened", async () => {
    await workbench.page.getByRole("tab", { name: "Mapwright" }).click();
    await workbench.page
      .getByText("Open the folder that holds your applications, or is to hold them.")
      .first()
      .waitFor();
    await workbench.page.getByRole("button", { name: "Open Folder" }).first().click();
    await workbench.chooseFile("Open Folder", `${workbench.folder}/`, "OK");
    await workbench.page.getByRole("treeitem", { name: "people.json" }).waitFor();
    await workbench.page.getByRole("tab", { name: "Mapwright" }).click();
    await workbench.page.getByText("No application is here yet.").waitFor();
    await workbench.picture("journey-begun");
  });

  test("a custom SCIM application is added: its connection is tested, its attributes are read", async () => {
    await workbench.page.locator(".welcome-view-content").getByRole("button", { name: "New Application…" }).click();
    await workbench.pick("Custom", "Custom SCIM application");
    await workbench.answer("The application's name", "Our Learning");
    await workbench.answer("The tenant URL", target.url);
    await workbench.pick("Secret", "Secret token");
    await workbench.answer("The secret token", token);
    await workbench.pick("All", "All users and groups");
    await workbench.toast("Our Learning is added.").waitFor();
    await workbench.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
    await line("The attributes of the target are those of its /Schemas.").waitFor();
    await workbench.run("Notifications: Clear All Notifications");
    await workbench.picture("journey-added");
  });

  test("the connection to it is tested again from the palette", async () => {
    await workbench.run("Mapwright: Test Connection…");
    await workbench.pick(environment, environment);
    await workbench.toast(`Connected to ${environment}`).waitFor();
    await workbench.run("Notifications: Clear All Notifications");
  });

  test("the directory is chosen, and the environment allowed to write", async () => {
    await workbench.run("Mapwright: Choose Directory File…");
    await workbench.chooseFile("Choose Directory File", `${workbench.folder}/people.json`, "Choose");
    await workbench.page.locator('.tab.active[data-resource-name="mapwright.json"]').waitFor();
    await line('"directory": "people.json"').waitFor();
    await workbench.save();
    await workbench.cursorBehind("mapwright.json", `"endpoint": "${target.url}",`);
    await workbench.page.keyboard.insertText('\n      "write": true,');
    await workbench.save();
    const written = JSON.parse(await readFile(`${workbench.folder}/mapwright.json`, "utf8"));
    assert.deepEqual([written.directory, written.environments[environment].write], ["people.json", true]);
    assert.ok(!JSON.stringify(written).includes(token));
  });

  test("a mapping is typed with completion, and its value for the sample user stands beside it", async () => {
    const { keyboard } = workbench.page;
    await workbench.openFile(file);
    await workbench.run("Mapwright: Pin Sample User…");
    await workbench.pick("zoe", "Lindqvist");
    await line("Zoë Lindqvist: in scope").waitFor();
    await workbench.cursorBehind(file, "title <- [jobTitle]");
    await keyboard.press("Enter");
    await keyboard.type("nickName <- ToU");
    await workbench.acceptSuggestion("ToUpper");
    await keyboard.type("[giv");
    await workbench.acceptSuggestion("givenName");
    await line("nickName").getByText("ZOË").waitFor();
    await workbench.picture("journey-live-value");
    await workbench.save();
  });

  test("the preview tells what would be sent, and becomes a test, which passes", async () => {
    await workbench.cursorBehind(file, "source: User");
    await workbench.run("Mapwright: Preview Provisioning…");
    await workbench.pick("zoe.lindqvist@", "Lindqvist");
    await workbench.pick(environment, environment);
    await heading("would be created").waitFor();
    const body = await workbench.panel.getByLabel("Body of POST /Users").textContent();
    assert.equal(JSON.parse(body ?? "").nickName, "ZOË");
    await workbench.picture("journey-preview");
    await workbench.panel.getByRole("button", { name: "Save as test" }).click();
    await workbench.answer("What the test shows", "Zoë is hired");
    await line('test "Zoë is hired"').first().waitFor();
    await workbench.focusEditor();
    await workbench.save();
    await workbench.run("Test: Run Tests in Current File");
    await workbench.page.locator(".test-output-peek-tree .monaco-list-row", { hasText: "Zoë is hired" }).waitFor();
    await workbench.run("View: Show Testing");
    await workbench.page.locator(".result-summary", { hasText: "1/1" }).waitFor();
    await workbench.picture("journey-test");
    await workbench.run("View: Toggle Panel Visibility");
  });

  test("a filter is added: the impact says who falls out, and why", async () => {
    await workbench.focusEditor();
    await workbench.run("Notifications: Clear All Notifications");
    await workbench.cursorBehind(file, 'target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"');
    await workbench.page.keyboard.insertText('\n  filter "Engineers" {\n    department EQUALS "Engineering"\n  }');
    await workbench.run("Mapwright: Show Impact…");
    await workbench.pick("saved", "The saved file");
    await heading("would be disabled").waitFor();
    await workbench.panel.locator(".people tbody tr", { hasText: "department" }).first().waitFor();
    await workbench.picture("journey-impact");
    await workbench.focusEditor();
    await workbench.save();
  });

  test("Provision asks, and creates her in the target", async () => {
    await workbench.cursorBehind(file, "source: User");
    await workbench.run("Mapwright: Provision on Demand…");
    await workbench.pick("zoe.lindqvist@", "Lindqvist");
    await workbench.pick(environment, environment);
    await dialog(`Provision Zoë Lindqvist (zoe.lindqvist@contoso.com) into ${target.url}?`)
      .getByRole("button", { name: "Provision" })
      .click();
    await heading("was created").waitFor();
    assert.equal(await people(), 1);
    await workbench.picture("journey-provisioned");
  });

  test("a job provisions everybody in scope, and its log tells of her", async () => {
    await workbench.focusEditor();
    await workbench.run("Mapwright: Start Provisioning…");
    await workbench.pick(environment, environment);
    await dialog(`into ${target.url}?`).getByRole("button", { name: "Start" }).click();
    await workbench
      .toast(`Initial cycle of ${file} in ${environment}`)
      .getByRole("button", { name: "Show Log" })
      .click();
    await line(`Provisioning log of Our Learning in ${environment}`).waitFor();
    await workbench.run("Mapwright: Find in Provisioning Log…");
    await workbench.pick("Lindqvist", "Zoë Lindqvist");
    await workbench.page.getByRole("button", { name: /^Ln \d+, Col \d+ \(\d+ selected\)/ }).waitFor();
    await line("Zoë Lindqvist").first().waitFor();
    await workbench.run("Mapwright: Focus on Jobs View");
    await workbench.page.getByRole("treeitem", { name: /^Our Learning, our-learning · Succeeded/ }).waitFor();
    await workbench.picture("journey-job");
    assert.ok((await people()) > 1);
  });
});
