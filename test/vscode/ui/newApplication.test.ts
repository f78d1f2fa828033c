import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { type Sandbox, startSandbox } from "../../../server/src/connectors/sandbox/startSandbox.ts";
import { type ScimServer, scimServer } from "../../harness/scimServer.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";

suite("new applications in VS Code", () => {
  let workbench: Workbench;
  let sandbox: Sandbox;
  let issuer: ScimServer;

  suiteSetup(async () => {
    sandbox = await startSandbox({});
    issuer = await scimServer(() => ({
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ access_token: sandbox.token, token_type: "Bearer" }),
    }));
    workbench = await openWorkbench();
    await workbench.openFile("servicenow.provmap");
    await workbench.page.getByText("Preview Provisioning…").first().waitFor();
  });
  suiteTeardown(async () => {
    await workbench.close();
    await sandbox.stop();
    await issuer.stop();
  });
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  test("a custom application is asked for its attributes, and opens with Entra's defaults of them", async () => {
    await workbench.run("Mapwright: New Application…");
    await workbench.question("gallery templates").waitFor();
    await workbench.picture("new-application");
    await workbench.pick("Custom", "Custom SCIM application");
    await workbench.answer("The application's name", "Our Learning");
    await workbench.answer("The tenant URL", sandbox.url);
    await workbench.pick("Secret", "Secret token");
    await workbench.answer(`The secret token for ${new URL(sandbox.url).origin}.`, "wrong");
    await workbench.toast("401").getByRole("button", { name: "Try Again" }).waitFor();
    await workbench.toast("401").getByRole("button", { name: "Continue Anyway" }).click();
    await workbench.pick("All", "All users and groups");
    await workbench.toast("Our Learning is added.").waitFor();
    await workbench.page.locator('.tab.active[data-resource-name="our-learning.provmap"]').waitFor();
    await workbench.picture("new-application-added");
    const text = await readFile(`${workbench.folder}/our-learning.provmap`, "utf8");
    assert.match(text, /authentication: bearer secret\("our-learning"\)\n {2}scope: all\n/);
    const written = await readFile(`${workbench.folder}/mapwright.json`, "utf8");
    assert.match(written, /"our-learning": {\n {6}"endpoint": "http:\/\/127\.0\.0\.1:\d+\/scim",\n/);
    assert.ok(!written.includes("wrong"));
  });

  test("an OAuth client's secret is for its token endpoint and for the endpoint that gets the tokens, and no further question is asked", async () => {
    const origins = [issuer.url, sandbox.url].map(url => new URL(url).origin).join(", ");
    await workbench.run("Notifications: Clear All Notifications");
    await workbench.run("Mapwright: New Application…");
    await workbench.pick("Custom", "Custom SCIM application");
    await workbench.answer("The application's name", "Campus");
    await workbench.answer("The tenant URL", sandbox.url);
    await workbench.pick("OAuth", "OAuth client credentials");
    await workbench.answer("The token endpoint, which", issuer.url);
    await workbench.answer("The client identifier", "mapwright");
    await workbench.question(`The secret token for ${origins}.`).waitFor();
    await workbench.picture("new-application-secret");
    await workbench.answer("The secret token", "of-the-client");
    await workbench.pick("All", "All users and groups");
    await workbench.toast("Campus is added.").waitFor();
    assert.equal(new URLSearchParams(issuer.received[0]?.body).get("client_secret"), "of-the-client");
  });

  test("escape ends it, with nothing written", async () => {
    const before = await readdir(workbench.folder);
    await workbench.run("Mapwright: New Application…");
    await workbench.pick("Zoom", "Zoom");
    await workbench.question("The application's name").waitFor();
    await workbench.input.press("Escape");
    await workbench.input.waitFor({ state: "hidden" });
    assert.deepEqual(await readdir(workbench.folder), before);
  });

  test("the walkthrough completes what the workspace shows to be done", async () => {
    await workbench.run("Mapwright: Set Up Provisioning");
    const step = (title: string) => workbench.page.locator(".getting-started-step", { hasText: title });
    await step("Add the application").locator(".codicon.complete").waitFor();
    await step("Assign users").locator(".codicon.complete").waitFor();
    await workbench.picture("walkthrough");
    assert.equal(await step("Start provisioning").locator(".codicon.complete").count(), 0);
  });
});
