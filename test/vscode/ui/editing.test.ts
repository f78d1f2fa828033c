import type { Locator } from "playwright-core";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { untilSeen } from "./untilSeen.ts";

const file = "servicenow.provmap";

suite("editing in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
  });
  suiteTeardown(() => workbench.close());

  setup(async () => {
    await workbench.openFile(file);
    await workbench.cursorBehind(file, "externalId <- [objectId]");
    await workbench.page.keyboard.press("Enter");
  });
  teardown(async function () {
    await endAtFailure(this.currentTest, workbench);
    await workbench.page.keyboard.press("Escape");
    await workbench.revert();
  });

  function line(text: string): Locator {
    return workbench.page.locator(".editor-instance .view-line").filter({ hasText: text });
  }

  test("a wrong function name is underlined, and its quick fix mends it", async () => {
    const { page } = workbench;
    await page.keyboard.insertText('nickName <- Joim("-", [mail])');
    await page.locator(".squiggly-error").first().waitFor();
    await workbench.picture("problem");
    await line("nickName").getByText("Joim", { exact: true }).click();
    const fix = page.locator(".action-widget").getByText("Join");
    await untilSeen(fix, () => page.keyboard.press("ControlOrMeta+."));
    await untilSeen(line('nickName <- Join("-", [mail])'), patience => fix.click(patience));
    await page.locator(".squiggly-error").waitFor({ state: "detached" });
  });

  test("completion inserts a call with placeholders, and tells of its parameters", async () => {
    const { page } = workbench;
    await page.keyboard.insertText("nickName <- ");
    await page.keyboard.type("Repl");
    await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "Replace" }).first().waitFor();
    await workbench.picture("completion");
    await workbench.acceptSuggestion("Replace");
    await line("nickName <- Replace(").waitFor();
    await page.locator(".snippet-placeholder").first().waitFor();
    await page.locator(".parameter-hints-widget.visible", { hasText: "Replace(" }).waitFor();
    await workbench.picture("signature");
    // The text takes the place of the argument's name, and its quotes do not come twice.
    await page.keyboard.type('"a b"');
    await line('nickName <- Replace("a b")').waitFor();
  });

  test("a target attribute that is accepted opens what may flow into it", async () => {
    const { page } = workbench;
    await page.keyboard.type("nickN");
    await workbench.acceptSuggestion("nickName");
    await line("nickName <- ").waitFor();
    await page.locator(".suggest-widget .monaco-list-row", { hasText: "Append" }).first().waitFor();
  });

  test("hovering a function tells what it does", async () => {
    await workbench.hover(line("displayName <- Join(").getByText("Join", { exact: true }), "Join(");
    await workbench.picture("hover");
  });
});
