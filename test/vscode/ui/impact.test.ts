import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { untilSeen } from "./untilSeen.ts";

const file = "servicenow.provmap";

suite("impact in VS Code", () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    const path = `${workbench.folder}/${file}`;
    await writeFile(path, (await readFile(path, "utf8")).replace("deleteThreshold: 50", "deleteThreshold: 1"));
    git("init", "--quiet");
    git("add", file);
    git("commit", "--quiet", "-m", "The mapping");
    await workbench.openFile(file);
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  function git(...args: readonly string[]): void {
    const author = ["-c", "user.name=Mapwright", "-c", "user.email=mapwright@example.com"];
    execFileSync("git", [...author, ...args], { cwd: workbench.folder, stdio: "pipe" });
  }
  const lens = (text: string): Locator => workbench.page.locator(".codelens-decoration a", { hasText: text }).first();
  const heading = (text: string): Locator => workbench.panel.getByRole("heading", { level: 1, name: text });
  const button = (name: string): Locator => workbench.panel.getByRole("button", { name, exact: true });
  const people = (): Locator => workbench.panel.locator(".people tbody tr");

  test("mappings and filters tell how many are in scope", async () => {
    const lenses = workbench.page.locator(".codelens-decoration a", { hasText: "in scope" });
    await lenses.nth(1).waitFor();
    assert.equal(await lenses.count(), 2);
  });

  test("they tell who would fall out as soon as a filter is edited", async () => {
    const { page } = workbench;
    await workbench.cursorBehind(file, 'department EQUALS "Engineering');
    for (const _ of "Engineering") await page.keyboard.press("Backspace");
    await page.keyboard.type("Sales");
    await lens("would fall out").waitFor();
    await workbench.picture("impact-lens");
  });

  test("a click shows who is affected, and why", async () => {
    await untilSeen(heading("would be"), patience => lens("would fall out").click(patience));
    await workbench.panel.getByText("more than the accidental-deletions threshold of 1").waitFor();
    await people().first().waitFor();
    await workbench.picture("impact-panel");
  });

  test("a person is found by name", async () => {
    const all = await people().count();
    await workbench.panel.getByRole("searchbox").fill("zoë lind");
    await workbench.panel.getByText("1 found").waitFor();
    assert.match((await people().textContent()) ?? "", /Zoë Lindqvist.*department/s);
    assert.ok(all > 1);
    await people().scrollIntoViewIfNeeded();
    await workbench.picture("impact-search");
    await workbench.panel.getByRole("searchbox").fill("");
    await workbench.panel.getByText(`${all} found`).waitFor();
  });

  test("a count shows those of its action", async () => {
    const count = workbench.panel.getByRole("button", { name: /of Create$/ });
    const number = await count.textContent();
    await count.click();
    await workbench.panel.getByText(`${number} found`).waitFor();
    assert.equal(await workbench.panel.getByRole("combobox").inputValue(), "create");
    await workbench.panel.getByRole("combobox").selectOption("All");
  });

  test("a clause leads to its line", async () => {
    await workbench.panel.locator(".scopes a", { hasText: "department EQUALS 'Sales'" }).click();
    await workbench.page.getByRole("button", { name: /^Ln 18, Col/ }).waitFor();
  });

  test("it is exported for a spreadsheet and for a pull request", async () => {
    for (const [name, extension, text] of [
      ["CSV", "csv", /^before,after,displayName,/],
      ["Markdown", "md", /^### ServiceNow: impact of `servicenow.provmap` against/],
    ] as const) {
      await button(`Export as ${name}…`).click();
      const path = `${workbench.folder}/servicenow.impact.${extension}`;
      await workbench.chooseFile(`Export Impact as ${name}`, path, "OK");
      await workbench.toast(`servicenow.impact.${extension}`).waitFor();
      assert.match(await readFile(path, "utf8"), text);
    }
  });

  test("the text twin tells the same", async () => {
    await button("Open as text").click();
    await workbench.page.locator(".editor-instance .view-line", { hasText: "6 would be disabled" }).first().waitFor();
    await workbench.picture("impact-text");
    await workbench.run("View: Close Editor");
  });

  test("a save that would disable more than the threshold is warned of, and goes through", async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.press("ControlOrMeta+S");
    await workbench.toast("more than the accidental-deletions threshold of 1").waitFor();
    await workbench.page.locator(".tab.dirty").waitFor({ state: "detached" });
    await workbench.picture("impact-warning");
    assert.match(await readFile(`${workbench.folder}/${file}`, "utf8"), /department EQUALS "Sales"/);
    await workbench.toast("more than").getByRole("button", { name: "Show Impact" }).click();
    await workbench.panel.getByText("against the file before it was saved").first().waitFor();
  });

  test("another version is chosen to compare with", async () => {
    await button("Compare with…").click();
    await workbench.pick("saved", "The saved file");
    await heading("Nothing would change for anybody").waitFor();
    await button("Compare with…").click();
    await workbench.pick("HEAD", "HEAD");
    await workbench.panel.getByText("servicenow.provmap against HEAD, over").waitFor();
    await button("Compare with…").click();
    await workbench.pick("revision", "A revision…");
    await workbench.answer("The revision to compare with", "nowhere");
    await workbench.panel.getByRole("alert").getByText('"nowhere" is no revision').waitFor();
    await workbench.picture("impact-refused");
  });

  test("an edit makes it old, and it is run again", async () => {
    await button("Compare with…").first().click();
    await workbench.pick("HEAD", "HEAD");
    await workbench.panel.getByText("servicenow.provmap against HEAD, over").waitFor();
    await workbench.focusEditor();
    await workbench.cursorBehind(file, 'application "ServiceNow" {');
    await workbench.page.keyboard.type(" ");
    await workbench.panel.getByText("The file has changed since this run.").waitFor();
    await button("Run again").first().click();
    await workbench.panel.getByText("The file has changed since this run.").waitFor({ state: "detached" });
  });

  test("of a large directory the first counts are shown at once; it is cancelled, and its people are read in pages", async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => lineOfPerson(index)).join("");
    await writeFile(`${workbench.folder}/directory/many.ndjson`, lines);
    await writeFile(`${workbench.folder}/mapwright.json`, '{ "directory": "directory/many.ndjson" }');
    await workbench.panel.getByText("The directory has changed since this run.").waitFor();
    await lens("100,000 in scope").waitFor();
    await button("Run again").first().click();
    await workbench.panel.getByText("objects so far").waitFor();
    await button("Cancel").click();
    await workbench.panel.getByText("was cancelled").waitFor();
    await button("Run again").first().click();
    await workbench.panel.getByText("1 to 100 of 200,000").waitFor();
    await button("Next page").click();
    await workbench.panel.getByText("101 to 200 of 200,000").waitFor();
    await workbench.panel.getByRole("searchbox").fill("person199998 fails");
    await workbench.panel.getByText("1 found").waitFor();
    await workbench.picture("impact-large");
  });

  test("held against HEAD, what is committed is no change any more", async () => {
    await mkdir(`${workbench.folder}/.vscode`);
    await writeFile(`${workbench.folder}/.vscode/settings.json`, '{ "mapwright.impact.against": "HEAD" }');
    await lens("would fall out").waitFor();
    git("commit", "--quiet", "--all", "-m", "Only Sales");
    await lens("would fall out").waitFor({ state: "detached" });
    await lens("in scope").waitFor();
  });
});

/** One of the people whom the edited filter lets in or keeps out, as a line of NDJSON. */
function lineOfPerson(index: number): string {
  const department = index % 2 === 0 ? "Engineering" : "Sales";
  const userPrincipalName = `person${index}@contoso.com`;
  const user = { id: `${index}`, objectType: "User", displayName: `Person${index}`, userPrincipalName, department };
  return `${JSON.stringify({ ...user, mail: userPrincipalName, accountEnabled: true, assignments: ["ServiceNow"] })}\n`;
}
