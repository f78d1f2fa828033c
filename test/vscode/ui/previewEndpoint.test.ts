import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import { mapwright } from "../../harness/commandLine.ts";
import { type Reply, type ScimServer, scimServer } from "../../harness/scimServer.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { readPanel, toldBy } from "./readPanel.ts";

const file = "servicenow.provmap";

suite("preview of an endpoint in VS Code", () => {
  let workbench: Workbench;
  let endpoint: ScimServer;
  let isSilent = false;

  suiteSetup(async () => {
    workbench = await openWorkbench();
    const known = JSON.parse(await readFile(`${workbench.folder}/target/existing.json`, "utf8")).users;
    endpoint = await scimServer(({ url }) => (isSilent ? "silence" : found(known, url)));
    const environments = { test: { endpoint: endpoint.url, write: true } };
    const configuration = JSON.stringify({ directory: "directory/contoso.json", environments });
    await writeFile(`${workbench.folder}/mapwright.json`, configuration);
    await workbench.openFile(file);
  });
  suiteTeardown(async () => {
    await workbench.close();
    await endpoint.stop();
  });
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  const button = (name: string) => workbench.panel.getByRole("button", { name, exact: true });
  const state = () => workbench.panel.locator("#state");
  const heading = (text: string) => workbench.panel.getByRole("heading", { level: 1, name: text });

  for (const [whom, typed, row] of [
    ["who is created", "zoe.lindqvist@contoso.com", "Lindqvist"],
    ["who is updated", "marcus.webb@contoso.com", "Webb"],
    ["who is out of scope", "camila.duarte@contoso.com", "Duarte"],
  ] as const) {
    test(`the panel and its text twin tell of a user ${whom} what the command line tells as JSON`, async () => {
      await preview(typed, row);
      const { stdout } = await mapwright(
        ["preview", file, "--user", typed, "--environment", "test", "--wire", "--changed", "", "--format", "json"],
        { cwd: workbench.folder },
      );
      const result: ProvisioningResult = JSON.parse(stdout);
      assert.deepEqual(await readPanel(workbench.panel), toldBy(result));
      await button("Open as text").click();
      await workbench.page.locator(".tab.active", { hasText: ".txt" }).waitFor();
      await workbench.page.locator(".editor-instance .monaco-editor.focused", { hasText: row }).waitFor();
      await workbench.page.keyboard.press("ControlOrMeta+A");
      await workbench.page.keyboard.press("ControlOrMeta+C");
      const twin = await copied(result.summary);
      for (const text of textsOf(result)) assert.ok(twin.includes(text), `${text} is not in\n${twin}`);
      await workbench.run("View: Close Editor");
      await heading(row).waitFor();
    });
  }

  test("a request is copied as cURL, with the address and without a secret", async () => {
    await preview("marcus.webb@", "Webb");
    await button("Copy as cURL: GET /Users?filter=userName+eq+%22marcus.webb%40contoso.com%22").click();
    await workbench.page.locator(".statusbar-item", { hasText: "Copied as cURL" }).waitFor();
    const line = await copied("curl");
    assert.ok(line.startsWith(`curl '${endpoint.url}/Users?filter=`), line);
  });

  test("the target before and after is in the diff editor", async () => {
    await button("Open target before/after").click();
    await workbench.page.locator(".tab.active", { hasText: "target as it is ↔ as it would be" }).waitFor();
    await workbench.page.locator(".monaco-diff-editor .view-line", { hasText: /Engineering\sManager/ }).waitFor();
    await workbench.picture("preview-target-diff");
    await workbench.run("View: Close Editor");
    await heading("Webb").waitFor();
  });

  test("an edit makes the preview old: nothing is sent, nothing is provisioned from it, and a Retest shows what is new", async () => {
    const before = endpoint.received.length;
    await workbench.focusEditor();
    await workbench.cursorBehind(file, "title <- [jobTitle");
    await workbench.page.keyboard.type("x");
    await workbench.panel.getByText("Retest shows what it gives now.").waitFor();
    assert.equal(await button("Provision").getAttribute("aria-disabled"), "true");
    await workbench.page.keyboard.press("Backspace");
    await workbench.panel.getByText("Retest shows what it gives now.").waitFor({ state: "hidden" });
    assert.equal(await button("Provision").getAttribute("aria-disabled"), "false");
    assert.equal(endpoint.received.length, before);
    await workbench.cursorBehind(file, 'userType <- "Employee');
    await workbench.page.keyboard.type(" of ours");
    await button("Retest").click();
    await heading("userType").waitFor();
    await workbench.picture("preview-retested");
  });

  test("what cannot be retested is told, and the preview stays old", async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.press("End");
    await workbench.page.keyboard.type("]");
    await button("Retest").click();
    await workbench.toast(`${file}:39`).waitFor();
    await workbench.panel.getByText("Retest shows what it gives now.").waitFor();
    assert.equal(await button("Provision").getAttribute("aria-disabled"), "true");
    await workbench.run("Notifications: Clear All Notifications");
    await workbench.focusEditor();
    await workbench.page.keyboard.press("Backspace");
  });

  test("a run that takes long is cancelled in the panel, which keeps the one before", async () => {
    isSilent = true;
    await button("Retest").click();
    await button("Cancel").click();
    await workbench.panel.getByText("The run was cancelled: this is the one before.").waitFor();
    await heading("userType").waitFor();
    isSilent = false;
    await button("Retest").click();
    await state().waitFor({ state: "hidden" });
  });

  test("retesting from the editor asks nothing", async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.type(" ");
    await workbench.panel.getByText("Retest shows what it gives now.").waitFor();
    const before = endpoint.received.length;
    await workbench.run("Mapwright: Retest with the Last User");
    await state().waitFor({ state: "hidden" });
    assert.ok(endpoint.received.length > before);
  });

  /** The clipboard, once the text is in it. */
  async function copied(text: string): Promise<string> {
    const read = `navigator.clipboard.readText().then(copied => copied.includes(${JSON.stringify(text)}) && copied)`;
    return String(await (await workbench.page.waitForFunction(read)).jsonValue());
  }

  async function preview(typed: string, row: string): Promise<void> {
    await workbench.focusEditor();
    await workbench.run("Mapwright: Preview Provisioning…");
    await workbench.pick(typed, row);
    await workbench.pick("test", "test");
    await heading(row).waitFor();
  }
});

/** Answers a query over these users, and takes every write. */
function found(users: readonly { readonly userName: string }[], url: string): Reply {
  const filter = new URL(url, "http://localhost").searchParams.get("filter") ?? "";
  const wanted = /^userName eq "(.*)"$/.exec(filter)?.[1];
  const Resources = users.filter(({ userName }) => userName === wanted);
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
  return { status: 200, body: JSON.stringify({ schemas, totalResults: Resources.length, Resources }) };
}

/** Texts that nobody may be kept from reading. */
function textsOf({ summary, scope, match, attributes, requests, assumptions, wire }: ProvisioningResult): string[] {
  const clauses = scope.filters.flatMap(filter => filter.clauses);
  return [
    summary,
    ...[...scope.conditions, ...clauses].map(({ reason }) => reason),
    ...(match?.attempts ?? []).map(({ targetAttribute, value }) => `${targetAttribute} eq ${JSON.stringify(value)}`),
    ...attributes.flatMap(({ target, source }) => [target, source]),
    ...attributes.flatMap(({ oldValue, newValue }) => [oldValue ?? [], newValue ?? []].flat(2)),
    ...requests.map(({ method, path }) => `${method} ${path}`),
    ...(wire?.differences ?? []).flatMap(({ text, consequence }) => [text, consequence]),
    ...assumptions.map(({ text }) => text),
  ];
}
