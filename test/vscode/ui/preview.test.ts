import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";

const file = "servicenow.provmap";

suite("preview in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    await workbench.openFile(file);
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  async function preview(typed: string, displayName: string): Promise<void> {
    await workbench.clickCodeLens("Preview Provisioning…");
    await workbench.pick(typed, displayName);
    await workbench.pick("sandbox", "sandbox");
  }

  const heading = (text: string): Locator => workbench.panel.getByRole("heading", { level: 1, name: text });

  test("a user who is found by mail would be created, and the POST is shown", async () => {
    await preview("zoe.lindqvist@", "Lindqvist");
    await heading("would be created").waitFor();
    const body = await workbench.panel.getByLabel("Body of POST /Users").textContent();
    assert.equal(JSON.parse(body ?? "").userName, "zoe.lindqvist@contoso.com");
    await workbench.picture("preview-create");
  });

  test("words stand whole: a short one in the table beside long ones, and a clause in a narrow panel", async () => {
    const { page, panel } = workbench;
    const linesOf = (one: Locator) => one.evaluate(node => node.getClientRects().length);
    assert.equal(await linesOf(panel.getByText("no value", { exact: true }).first()), 1);
    await page.setViewportSize({ width: 900, height: 900 });
    const clause = panel.getByRole("link", { name: "department EQUALS 'Engineering'" });
    assert.ok((await linesOf(clause)) <= 2);
    await workbench.picture("preview-narrow");
    await page.setViewportSize({ width: 1400, height: 900 });
  });

  test("a target attribute leads to its line", async () => {
    await workbench.panel.getByRole("link", { name: "displayName", exact: true }).click();
    await workbench.page.getByRole("button", { name: /^Ln 27, Col/ }).waitFor();
  });

  test("the text twin tells the same", async () => {
    await workbench.panel.getByRole("button", { name: "Open as text" }).click();
    await workbench.page.locator(".editor-instance .view-line", { hasText: "would be created" }).first().waitFor();
    await workbench.picture("preview-text");
    await workbench.run("View: Close Editor");
  });

  test("Provision creates the user in the sandbox, and a preview shows no change then", async () => {
    await workbench.panel.getByRole("button", { name: "Provision", exact: true }).click();
    await heading("was created").waitFor();
    await workbench.panel.getByText("Provisioned for real").waitFor();
    await workbench.panel.getByRole("button", { name: "Retest" }).click();
    await workbench.panel.getByText("Dry run: nothing was written").waitFor();
    await workbench.panel.getByText("There is nothing to provision.").waitFor();
    assert.equal(await workbench.panel.getByRole("button", { name: "Provision", exact: true }).count(), 0);
    await workbench.picture("preview-no-change");
  });

  test("the last user comes first, and someone out of scope is skipped with the clause that says so", async () => {
    await workbench.panel.getByRole("button", { name: "Change user…" }).click();
    const first = workbench.page.locator(".quick-input-list .monaco-list-row").first();
    await first.filter({ hasText: "Lindqvist" }).waitFor();
    await workbench.pick("camila", "Duarte");
    await workbench.panel.getByText("department EQUALS 'Engineering'").first().waitFor();
    await workbench.panel.getByText("not passed").first().waitFor();
    await workbench.picture("preview-skip");
  });

  test("the preview follows an edit, while one types on", async () => {
    await workbench.focusEditor();
    await workbench.cursorBehind(file, 'department EQUALS "Engineering');
    for (const _ of "Engineering") await workbench.page.keyboard.press("Backspace");
    await workbench.page.keyboard.type("Sales");
    await heading("would be created").waitFor();
    await workbench.panel.getByText("department EQUALS 'Sales'").first().waitFor();
    await workbench.page.keyboard.type(" typed on");
    await workbench.page.locator(".editor-instance .view-line", { hasText: /Sales\styped\son/ }).waitFor();
    await workbench.panel.getByText("department EQUALS 'Sales typed on'").first().waitFor();
    await workbench.picture("preview-followed");
  });

  test("what cannot be previewed while one types is told in the panel, and the preview before stays", async () => {
    await workbench.page.keyboard.press("End");
    await workbench.page.keyboard.type(" ]");
    await workbench.panel.getByText("and cannot be previewed now").waitFor();
    await heading("is skipped").waitFor();
    assert.equal(await workbench.toast("").locator(".codicon-error").count(), 0);
    await workbench.page.keyboard.press("Backspace");
    await workbench.panel.getByText("and cannot be previewed now").waitFor({ state: "hidden" });
    await workbench.revert();
    await workbench.panel.getByText("department EQUALS 'Engineering'").first().waitFor();
  });

  test("changed attributes are chosen, and the panel tells what an incremental cycle may do", async () => {
    await workbench.panel.getByRole("button", { name: "Changed attributes…" }).click();
    const attribute = workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "jobTitle" });
    await workbench.input.fill("jobTitle");
    await attribute.click();
    await attribute.and(workbench.page.getByRole("checkbox", { checked: true })).waitFor();
    await workbench.input.press("Enter");
    await workbench.panel.getByText("When only jobTitle has changed:").waitFor();
  });

  test("a group is previewed with the members that are chosen, and each is told by name", async () => {
    await workbench.focusEditor();
    await workbench.openFile("fabrikam-learning.provmap");
    await workbench.cursorBehind("fabrikam-learning.provmap", 'mapping "Provision Microsoft Entra ID Groups');
    await workbench.run("Mapwright: Preview Provisioning…");
    await workbench.pick("Engineering", "Engineering");
    await workbench.answer("Members of Engineering");
    await workbench.pick("sandbox", "sandbox");
    await heading("Engineering").waitFor();
    await workbench.panel.getByText("(5 of 8)").waitFor();
    const members = workbench.panel.locator("[aria-labelledby=attributes] tr", { hasText: "members" });
    await members.getByText(/^Marcus Webb: /).waitFor();
    await workbench.picture("preview-group");
    await workbench.run("View: Close Editor");
  });

  test("a broken directory gives one message that names the file, and the editor stays usable", async () => {
    await writeFile(`${workbench.folder}/directory/contoso.json`, '{ "users": [');
    await workbench.run("Mapwright: Preview Provisioning…");
    await workbench.toast("contoso.json").waitFor();
    await workbench.picture("refused");
    await workbench.page.locator(".editor-instance .view-line").first().click();
    await workbench.page.keyboard.press("End");
    await workbench.page.keyboard.type("still typing");
    await workbench.page.locator(".editor-instance .view-line", { hasText: "still typing" }).waitFor();
  });
});
