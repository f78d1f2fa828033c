import { readFile, rm, writeFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { untilSeen } from "./untilSeen.ts";

const file = "servicenow.provmap";
const updated = "an account that exists is updated, not created again";

suite("tests in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    await workbench.page.getByRole("tab", { name: "Testing" }).waitFor();
    await workbench.openFile(file);
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  const row = (text: string): Locator => workbench.page.locator(".test-explorer .monaco-list-row", { hasText: text });
  const unfold = (text: string, child: Locator): Promise<void> =>
    untilSeen(child, patience => row(text).locator(".monaco-tl-twistie").click(patience));
  const passed = (count: string): Promise<void> =>
    workbench.page.locator(".result-summary", { hasText: count }).waitFor();

  test("all of them pass, also those of files that nothing has looked into yet", async () => {
    await workbench.run("Test: Run All Tests");
    await workbench.run("View: Show Testing");
    await passed("8/8");
    await row("ServiceNow").waitFor();
    await row("Fabrikam Learning").waitFor();
  });

  test("they are listed below their mapping, and follow what is typed", async () => {
    await workbench.openFile(file);
    await unfold("ServiceNow", row("Provision Microsoft Entra ID Users"));
    await unfold("Provision Microsoft Entra ID Users", row(updated));
    await workbench.cursorBehind(file, `test "${updated}`);
    await workbench.page.keyboard.type(" ever");
    await row(`${updated} ever`).waitFor();
    for (const _ of " ever") await workbench.page.keyboard.press("Backspace");
    await row(`${updated} ever`).waitFor({ state: "detached" });
  });

  test("a failure is a diff at the line of the expectation", async () => {
    const { page } = workbench;
    await workbench.cursorBehind(file, '"Engineering Manager');
    await page.keyboard.type("s");
    await workbench.run("Test: Run Tests in Current File");
    await passed("3/4");
    await workbench.run("Test: Peek Output");
    await page.getByText('title: expected "Engineering Managers", actual "Engineering Manager".').first().waitFor();
    await page.locator(".test-output-peek .monaco-diff-editor, .zone-widget .monaco-diff-editor").first().waitFor();
    await workbench.picture("test-failure");
    const peek = page.locator(".test-output-peek");
    await untilSeen(peek, () => page.keyboard.press("Escape"), { state: "hidden" });
  });

  test("a watched run repeats the tests of a file that is saved", async () => {
    const { page } = workbench;
    await workbench.run("Test: Start Continuous Run");
    await workbench.cursorBehind(file, '"Engineering Manager');
    await page.keyboard.press("Delete");
    await workbench.save();
    await passed("4/4");
    await workbench.run("Test: Stop Continuous Run");
  });

  test("coverage shows what no test reached", async () => {
    const { page } = workbench;
    await workbench.run("Test: Run All Tests with Coverage");
    await page.locator(".test-coverage-list-item, .test-coverage-tree .monaco-list-row").first().waitFor();
    await workbench.run("Test: Toggle Inline Coverage");
    await workbench.cursorBehind(file, "Etc/UTC");
    await page.locator(".coverage-deco-inline.coverage-deco-miss").first().waitFor();
    await workbench.picture("test-coverage");
    await workbench.cursorBehind(file, "department EQUALS");
    await workbench.picture("test-coverage-filter");
    await workbench.run("Test: Toggle Inline Coverage");
  });

  test("a preview becomes a test, which passes", async () => {
    await workbench.cursorBehind(file, 'mapping "Provision');
    await workbench.run("Mapwright: Preview Provisioning…");
    await workbench.pick("zoe.lindqvist@", "Lindqvist");
    await workbench.pick("sandbox", "sandbox");
    await workbench.panel.getByRole("button", { name: "Save as test" }).click();
    await workbench.answer("What the test shows", "Zoë is hired");
    await workbench.toast("a test holds no object but its own").waitFor();
    await row("Zoë is hired").waitFor();
    await workbench.picture("test-saved");
    await workbench.focusEditor();
    await workbench.run("Test: Run Tests in Current File");
    await passed("5/5");
  });

  test("a file that changes on the disk is followed: what cannot run says why, and a mistake may hide a test", async () => {
    const path = `${workbench.folder}/fabrikam-learning.provmap`;
    const broken = (await readFile(path, "utf8")).replace('user: "leila.farouk@', 'user: "nobody@');
    await writeFile(path, `${broken}\ntst "hidden" { }\n`);
    await unfold("Fabrikam Learning", workbench.page.locator(".test-explorer").getByText("may hide a test"));
    await workbench.run("Test: Run All Tests");
    await passed("8/9");
    const reason = workbench.page.getByText('There is no user "nobody@contoso.com"').first();
    await reason.waitFor({ state: "attached" });
    await workbench.picture("test-error");
  });

  test("a file that is deleted has none", async () => {
    await rm(`${workbench.folder}/fabrikam-learning.provmap`);
    await row("Fabrikam Learning").waitFor({ state: "detached" });
  });
});
