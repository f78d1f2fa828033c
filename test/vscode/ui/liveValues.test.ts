import type { Locator } from "playwright-core";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { untilSeen } from "./untilSeen.ts";

const file = "servicenow.provmap";

suite("live values in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    await workbench.openFile(file);
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  /** A line with its value. */
  function line(statement: string, value: string): Locator {
    return workbench.page
      .locator(".editor-instance .view-line")
      .filter({ hasText: statement })
      .filter({ hasText: value });
  }
  const status = (name: string) => workbench.page.locator(".statusbar-item").getByRole("button", { name });

  test("the status bar pins a user, whose values stand at the ends of the lines", async () => {
    await untilSeen(workbench.input, patience => status("Pin a sample user").click(patience));
    await workbench.pick("zoe", "Lindqvist");
    await status("Sample user: Zoë Lindqvist").waitFor();
    await line("displayName <- Join(", '→ "Zoë Lindqvist"').waitFor();
    await line("department EQUALS", 'passes: department is "Engineering".').waitFor();
    await line("mapping ", "Zoë Lindqvist: in scope").waitFor();
    await workbench.picture("live-values");
  });

  test("they change while one types", async () => {
    await workbench.cursorBehind(file, 'displayName <- Join(" ", [givenName], [surname]');
    await workbench.page.keyboard.type(', "MD');
    await line("displayName <- Join(", '→ "Zoë Lindqvist MD"').waitFor();
    await workbench.picture("live-values-typed");
  });

  test("a hover tells what each part gives", async () => {
    const argument = line("displayName <- Join(", "Zoë").getByText("[surname]").first();
    await workbench.hover(argument, '[surname] → "Lindqvist"');
    await workbench.picture("live-values-hover");
  });

  test("someone out of scope is said to be so, with the clause that says why", async () => {
    await workbench.run("Mapwright: Pin Sample User…");
    await workbench.pick("camila", "Duarte");
    await line("mapping ", "Camila Duarte: out of scope: No scoping filter passes.").waitFor();
    await line("department EQUALS", 'fails: department is "Sales".').waitFor();
    await workbench.picture("live-values-out-of-scope");
  });

  test("the workspace remembers the user", async () => {
    await workbench.revert();
    await workbench.page.reload();
    await line("mapping ", "Camila Duarte: out of scope").waitFor();
  });

  test("a group is pinned from the same list", async () => {
    await workbench.openFile("fabrikam-learning.provmap");
    await workbench.run("Mapwright: Pin Sample User…");
    await workbench.pick("fabrikam", "Fabrikam Partners");
    await status("Sample user: Fabrikam Partners").waitFor();
    await workbench.cursorBehind("fabrikam-learning.provmap", "source: Group");
    await line("displayName <- [displayName]", '→ "Fabrikam Partners"').waitFor();
    await workbench.picture("live-values-group");
    await workbench.run("Mapwright: Pin Sample User…");
    await workbench.pick("camila", "Duarte");
    await workbench.openFile(file);
  });

  test("the status bar unpins the user", async () => {
    await untilSeen(workbench.input, patience => status("Sample user: Camila Duarte").click(patience));
    await workbench.pick("", "Unpin Camila Duarte");
    await status("Pin a sample user").waitFor();
    await line("department EQUALS", "department is").waitFor({ state: "detached" });
  });
});
