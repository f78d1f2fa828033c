import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator } from "playwright-core";
import { mapwright } from "../../harness/commandLine.ts";
import { type ScimServer, scimServer } from "../../harness/scimServer.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";

const file = "servicenow.provmap";

suite("jobs in VS Code", () => {
  let workbench: Workbench;
  let endpoint: ScimServer;
  const silent = createServer(() => {});
  const hang = async () => {
    await new Promise<void>(resolve => silent.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  };

  suiteSetup(async () => {
    endpoint = await scimServer(() => ({ status: 401 }));
    workbench = await openWorkbench();
    const path = `${workbench.folder}/mapwright.json`;
    const configuration = JSON.parse(await readFile(path, "utf8"));
    configuration.environments.test = { endpoint: endpoint.url, write: true };
    configuration.environments.hanging = { endpoint: await hang(), write: true };
    await writeFile(path, JSON.stringify(configuration, undefined, 2));
    await edit("deleteThreshold: 50", "deleteThreshold: 2");
    await workbench.openFile(file);
  });
  suiteTeardown(async () => {
    await workbench.close();
    await endpoint.stop();
    silent.closeAllConnections();
    silent.close();
  });
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  const section = (name: string): Locator =>
    workbench.page.getByRole("button", { name: `${name} Section`, exact: true });
  const row = (text: string): Locator =>
    workbench.page
      .locator(".pane", { has: section("Jobs") })
      .getByRole("treeitem")
      .filter({ hasText: text })
      .first();
  const toast = (text: string): Locator => workbench.page.locator(".notification-toast", { hasText: text });
  const dialog = (): Locator => workbench.page.getByRole("dialog");
  const dismiss = () => workbench.run("Notifications: Clear All Notifications");
  async function edit(from: string, to: string): Promise<void> {
    const path = `${workbench.folder}/${file}`;
    const text = await readFile(path, "utf8");
    assert.ok(text.includes(from));
    await writeFile(path, text.replace(from, to));
  }
  /** Starts a cycle, and waits until its end is told. */
  async function cycle(environment: string): Promise<void> {
    await workbench.run("Mapwright: Start Provisioning…");
    await workbench.pick(environment, environment);
  }

  test("a view without jobs names the next step", async () => {
    await workbench.run("View: Show Mapwright");
    for (const other of ["Applications", "Sample Users and Groups", "Environments"]) await section(other).click();
    await workbench.run("Mapwright: Focus on Jobs View");
    await workbench.page.getByText("No cycle has run yet.").waitFor();
    await workbench.picture("jobs-none");
  });

  test("a job is started on the sandbox, and its counts are shown", async () => {
    await cycle("sandbox");
    await toast("Initial cycle of servicenow.provmap in sandbox:").waitFor();
    await row("ServiceNow")
      .getByText(/sandbox · Succeeded: \d+ created/)
      .waitFor();
    await row("ServiceNow").click();
    await row("Last cycle").click();
    await row("Last cycle").getByText("initial, Succeeded").waitFor();
    await row("Provisioned")
      .getByText(/\d+ users, 0 groups/)
      .waitFor();
    await workbench.picture("jobs-ended");
  });

  test("its log is opened, filtered, and searched", async () => {
    await toast("Initial cycle").getByRole("button", { name: "Show Log" }).click();
    await workbench.page.locator(".view-line", { hasText: "Provisioning log of ServiceNow" }).waitFor();
    await workbench.page.locator(".view-line", { hasText: "create success" }).first().waitFor();
    await workbench.picture("jobs-log");
    await workbench.run("Mapwright: Filter Provisioning Log…");
    await workbench.pick("update", "update");
    await workbench.page.locator(".view-line", { hasText: "· update ·" }).waitFor();
    assert.equal(await workbench.page.locator(".view-line", { hasText: "create success" }).count(), 0);
    await workbench.run("Mapwright: Find in Provisioning Log…");
    await workbench.pick("Lindqvist", "Zoë Lindqvist");
    await workbench.page
      .locator(".view-line", { hasText: /create.success.*Zoë.Lindqvist/ })
      .first()
      .waitFor();
    await workbench.picture("jobs-log-found");
  });

  test("a filter that leaves everybody out has deletions staged; the job is in quarantine and says what to do", async () => {
    await edit('EQUALS "Engineering"', 'EQUALS "Nobody"');
    await cycle("sandbox");
    await toast("more than the deleteThreshold").waitFor();
    await row("Staged deletions").waitFor();
    await row("TooManyDeletes").waitFor();
    await workbench.picture("jobs-staged");
  });

  test("they are rejected, with the number and the first of them named, and staged again by the next cycle", async () => {
    await dismiss();
    await workbench.run("Mapwright: Reject Deletions…");
    await dialog()
      .getByText(/Let \d+ accounts of ServiceNow in sandbox stay as they are\?/)
      .waitFor();
    await dialog().getByText("Zoë Lindqvist (to be disabled)").waitFor();
    await workbench.picture("jobs-reject");
    await dialog().getByRole("button", { name: "Reject" }).click();
    await toast("rejected").getByRole("button", { name: "Start Cycle" }).click();
    await row("Staged deletions").waitFor();
  });

  test("they are allowed, and done", async () => {
    await dismiss();
    await row("Staged deletions").hover();
    await row("Staged deletions").getByRole("button", { name: "Allow Deletions…" }).click();
    await dialog()
      .getByText(/be disabled or deleted\?/)
      .waitFor();
    await workbench.picture("jobs-allow");
    await dialog().getByRole("button", { name: "Allow" }).click();
    await toast("allowed").getByRole("button", { name: "Start Cycle" }).click();
    await row("ServiceNow")
      .getByText(/sandbox · Succeeded: \d+ disabled/)
      .waitFor();
    assert.equal(await row("Staged deletions").count(), 0);
  });

  test("a real endpoint is asked for by its address, and one that refuses is quarantined with the remedy", async () => {
    await dismiss();
    await cycle("test");
    await dialog().getByText(`everybody in scope of ${file} into ${endpoint.url}?`).waitFor();
    await dialog().getByText("the environment “test”").waitFor();
    await workbench.picture("jobs-question");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().waitFor({ state: "detached" });
    assert.deepEqual(endpoint.received, []);
    await cycle("test");
    await dialog().getByRole("button", { name: "Start" }).click();
    await toast("401").waitFor();
    await row("test · in quarantine").waitFor();
    await workbench.picture("jobs-quarantine");
  });

  test("a cycle under way is in the status bar, and ends where it is cancelled", async () => {
    await dismiss();
    await cycle("hanging");
    await dialog().getByRole("button", { name: "Start" }).click();
    await workbench.page.getByRole("button", { name: "Provisioning jobs: ServiceNow: 0 %" }).waitFor();
    await row("hanging · 0 % · 0 read").waitFor();
    await workbench.picture("jobs-running");
    await toast("Provisioning servicenow.provmap in hanging").getByRole("button", { name: "Cancel" }).click();
    await toast("in hanging: did not go through. The cycle of ServiceNow was interrupted.").waitFor();
    await row("hanging · Failed: nothing to do").waitFor();
  });

  test("a restart lets the person choose what is reset", async () => {
    await dismiss();
    await workbench.run("Mapwright: Restart Provisioning…");
    await workbench.page.locator(".quick-input-widget", { hasText: "Breaks the links" }).waitFor();
    await workbench.picture("jobs-restart");
    await workbench.page.keyboard.press("Enter");
    await toast("Reset: Escrows, Watermark, QuarantineState.").waitFor();
  });

  test("a job that runs in a terminal is shown, too", async () => {
    const { code } = await mapwright(["run", "fabrikam-learning.provmap"], { cwd: workbench.folder });
    assert.equal(code, 0);
    await workbench.run("Mapwright: Refresh Jobs");
    await row("Fabrikam Learning").getByText("sandbox · Succeeded").waitFor();
  });

  test("the walkthrough knows that provisioning was started and has ended a cycle", async () => {
    await dismiss();
    await workbench.run("Mapwright: Set Up Provisioning");
    for (const title of ["Start provisioning", "Monitor"])
      await workbench.page
        .locator(".getting-started-step", { hasText: title })
        .locator(".codicon.complete")
        .waitFor({ state: "attached" });
  });
});

suite("jobs in a workspace that is not trusted", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await openWorkbench({
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
    });
  });
  suiteTeardown(() => workbench.close());
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  test("are not run, and the view says why", async () => {
    await workbench.page.getByRole("tab", { name: "Mapwright" }).first().click();
    await workbench.page.getByText("Nothing is run before the workspace is trusted").waitFor();
    await workbench.page.keyboard.press("F1");
    await workbench.page.locator(".quick-input-widget input").fill(">Mapwright: Start Provisioning");
    await workbench.page.locator(".quick-input-list", { hasText: "Set Up Provisioning" }).waitFor();
    assert.equal(await workbench.page.locator(".quick-input-list", { hasText: "Start Provisioning…" }).count(), 0);
    await workbench.picture("jobs-not-trusted");
  });
});
