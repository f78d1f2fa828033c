import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator } from "playwright-core";
import { mapwright } from "../../harness/commandLine.ts";
import { type ScimServer, scimServer } from "../../harness/scimServer.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { untilSeen } from "./untilSeen.ts";

const file = "servicenow.provmap";
const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
const nobody = JSON.stringify({ schemas, totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] });

suite("jobs in VS Code", () => {
  let workbench: Workbench;
  let endpoint: ScimServer;
  let guarded: ScimServer;
  const silent = createServer(() => {});
  const hang = async () => {
    await new Promise<void>(resolve => silent.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  };

  suiteSetup(async () => {
    endpoint = await scimServer(() => ({ status: 401 }));
    guarded = await scimServer(({ method }) =>
      method === "POST" ? { status: 201, body: '{"id":"1"}' } : { status: 200, body: nobody },
    );
    workbench = await openWorkbench();
    const path = `${workbench.folder}/mapwright.json`;
    const configuration = JSON.parse(await readFile(path, "utf8"));
    configuration.environments.test = { endpoint: endpoint.url, write: true };
    const authentication = { type: "bearer", secret: "hr" };
    configuration.environments.guarded = { endpoint: guarded.url, authentication, write: true };
    configuration.environments.elsewhere = { endpoint: endpoint.url, authentication };
    configuration.environments.hanging = { endpoint: await hang(), write: true };
    await writeFile(path, JSON.stringify(configuration, undefined, 2));
    await edit("deleteThreshold: 50", "deleteThreshold: 2");
    await workbench.openFile(file);
  });
  suiteTeardown(async () => {
    await workbench.close();
    await endpoint.stop();
    await guarded.stop();
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
  const line = (text: string | RegExp): Locator =>
    workbench.page.locator(".editor-instance .view-line", { hasText: text });
  /** The modal one: notifications are dialogs, too. */
  const dialog = (): Locator => workbench.page.locator(".monaco-dialog-box");
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

  test("a job is started on the sandbox, and its log is opened", async () => {
    await cycle("sandbox");
    await workbench
      .toast("Initial cycle of servicenow.provmap in sandbox:")
      .getByRole("button", { name: "Show Log" })
      .click();
    await line("Provisioning log of ServiceNow").waitFor();
    await line("create success").first().waitFor();
    await workbench.picture("jobs-log");
  });

  test("its counts are shown", async () => {
    await row("ServiceNow")
      .getByText(/sandbox · Succeeded: \d+ created/)
      .waitFor();
    await untilSeen(row("Last cycle"), patience => row("ServiceNow").click(patience));
    await row("Last cycle").getByText("initial, Succeeded").waitFor();
    await untilSeen(row("Read from the source"), patience => row("Last cycle").click(patience));
    await row("Provisioned")
      .getByText(/\d+ users, 0 groups/)
      .waitFor();
    await workbench.picture("jobs-ended");
  });

  test("its log is filtered, and searched", async () => {
    await workbench.run("Mapwright: Filter Provisioning Log…");
    await workbench.pick("update", "update");
    await line("· update ·").waitFor();
    assert.equal(await line("create success").count(), 0);
    await workbench.run("Mapwright: Find in Provisioning Log…");
    await workbench.pick("create success", "Zoë Lindqvist");
    await workbench.page.getByRole("button", { name: /^Ln \d+, Col \d+ \(\d+ selected\)/ }).waitFor();
    await line(/create.success.*Zoë.Lindqvist/).waitFor();
    await workbench.picture("jobs-log-found");
  });

  test("a filter that leaves everybody out has deletions staged; the job is in quarantine and says what to do", async () => {
    await edit('EQUALS "Engineering"', 'EQUALS "Nobody"');
    await cycle("sandbox");
    await workbench.toast("more than the deleteThreshold").waitFor();
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
    await workbench.toast("rejected").getByRole("button", { name: "Start Cycle" }).click();
    await workbench.toast("more than the deleteThreshold").waitFor();
    await row("Staged deletions").waitFor();
  });

  test("they are allowed, and done", async () => {
    await dismiss();
    await untilSeen(dialog().getByText(/be disabled or deleted\?/), async patience => {
      await row("Staged deletions").hover(patience);
      await row("Staged deletions").getByRole("button", { name: "Allow Deletions…" }).click(patience);
    });
    await workbench.picture("jobs-allow");
    await dialog().getByRole("button", { name: "Allow" }).click();
    await workbench.toast("allowed").getByRole("button", { name: "Start Cycle" }).click();
    await row("ServiceNow")
      .getByText(/sandbox · Succeeded: \d+ disabled/)
      .waitFor();
    await row("Staged deletions").waitFor({ state: "detached" });
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
    await workbench.toast("401").waitFor();
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
    await workbench.toast("Provisioning servicenow.provmap in hanging").getByRole("button", { name: "Cancel" }).click();
    await workbench.toast("in hanging: did not go through. The cycle of ServiceNow was interrupted.").waitFor();
    await row("hanging · Failed: nothing was done").waitFor();
  });

  test("a cycle that comes by itself asks nobody for a secret that is not for its endpoint: its job says why nothing is sent", async () => {
    await dismiss();
    await mkdir(`${workbench.folder}/.vscode`);
    await writeFile(`${workbench.folder}/.vscode/settings.json`, '{ "mapwright.jobs.interval": 0.02 }');
    await untilSeen(
      dialog().getByText("A cycle follows every 0.02 minutes"),
      async () => {
        if (await dialog().isVisible()) await dialog().getByRole("button", { name: "Cancel" }).click();
        await cycle("guarded");
      },
      { timeout: 2_000 },
    );
    await dialog().getByRole("button", { name: "Start" }).click();
    await workbench.answer(`The secret token for ${new URL(guarded.url).origin}.`, "t0ken");
    await workbench.toast("Initial cycle of servicenow.provmap in guarded:").waitFor();
    await workbench.run("Mapwright: Set Credentials…");
    await workbench.pick("elsewhere", "elsewhere");
    await workbench.answer(`The secret token for ${new URL(endpoint.url).origin}.`, "another");
    const trouble = row("Nothing was sent: the secret “hr” was not given for");
    await untilSeen(trouble, patience => row("guarded · ").click(patience));
    await workbench.picture("jobs-secret");
    assert.equal(await dialog().filter({ hasText: "Send it" }).count(), 0);
    assert.deepEqual([...new Set(guarded.received.map(({ headers }) => headers.authorization))], ["Bearer t0ken"]);
    await rm(`${workbench.folder}/.vscode`, { recursive: true });
  });

  test("a restart lets the person choose what is reset", async () => {
    await dismiss();
    await workbench.run("Mapwright: Restart Provisioning…");
    await workbench.question("Breaks the links").waitFor();
    await workbench.picture("jobs-restart");
    await workbench.input.press("Enter");
    await workbench.toast("Reset: Escrows, Watermark, QuarantineState.").waitFor();
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
