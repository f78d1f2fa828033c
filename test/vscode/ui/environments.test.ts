import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { type ScimServer, scimServer } from "../../harness/scimServer.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";

const file = "servicenow.provmap";
const token = "t0ken-of-the-endpoint";
const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
const nobody = JSON.stringify({ schemas, totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] });

suite("environments in VS Code", () => {
  let workbench: Workbench;
  let endpoint: ScimServer;
  let refuses = true;

  suiteSetup(async () => {
    endpoint = await scimServer(({ method }) => {
      if (refuses) return { status: 401 };
      return method === "POST"
        ? { status: 201, body: JSON.stringify({ id: "26118915" }) }
        : { status: 200, body: nobody };
    });
    workbench = await openWorkbench();
    const authentication = { type: "bearer", secret: "servicenow-test" };
    const environments = {
      test: { endpoint: endpoint.url, authentication, write: true },
      production: { endpoint: endpoint.url, authentication },
    };
    const configuration = JSON.stringify({ directory: "directory/contoso.json", environments });
    await writeFile(`${workbench.folder}/mapwright.json`, configuration);
    await workbench.openFile(file);
    await workbench.page.getByText("Preview Provisioning…").first().waitFor();
  });
  suiteTeardown(async () => {
    await workbench.close();
    await endpoint.stop();
  });
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  async function preview(environment: string): Promise<void> {
    await workbench.run("Mapwright: Preview Provisioning…");
    await workbench.pick("zoe.lindqvist@", "Lindqvist");
    await workbench.pick(environment, environment);
  }

  const password = () => workbench.page.locator(".quick-input-widget input[type=password]");
  const sent = (method: string) => endpoint.received.filter(request => request.method === method);
  const provision = () => workbench.panel.getByRole("button", { name: "Provision", exact: true });
  const dialog = () => workbench.page.getByRole("dialog").filter({ hasText: `into ${endpoint.url}?` });

  test("a missing secret is asked for, and an endpoint that refuses it makes a failed step with its remedy", async () => {
    await preview("test");
    await password().fill(token);
    await password().press("Enter");
    await workbench.panel.locator(".requests .failed", { hasText: "401" }).waitFor();
    await workbench.picture("preview-failed");
    assert.equal(endpoint.received[0]?.headers.authorization, `Bearer ${token}`);
    assert.doesNotMatch((await workbench.panel.locator("body").textContent()) ?? "", new RegExp(token));
    assert.equal(await provision().count(), 0);
  });

  test("the secret is kept: the next run does not ask", async () => {
    refuses = false;
    await workbench.panel.getByRole("button", { name: "Retest" }).click();
    await workbench.panel.getByRole("heading", { level: 1, name: "would be created" }).waitFor();
  });

  test("a real endpoint is written to only after the person has said so", async () => {
    await provision().click();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().waitFor({ state: "detached" });
    assert.deepEqual(sent("POST"), []);
    await provision().click();
    await dialog().getByText("zoe.lindqvist@contoso.com").waitFor();
    await workbench.picture("provision-question");
    await dialog().getByRole("button", { name: "Provision" }).click();
    await workbench.panel.getByText("Provisioned for real").waitFor();
    await workbench.panel.locator("[data-act=provision]:focus").waitFor();
    assert.equal(JSON.parse(sent("POST")[0]?.body ?? "").userName, "zoe.lindqvist@contoso.com");
  });

  test("a read-only environment is previewed, not provisioned", async () => {
    await workbench.focusEditor();
    await preview("production");
    await workbench.panel.getByText("The environment production is read-only").waitFor();
    assert.equal(await provision().count(), 0);
  });

  test("a deleted secret is asked for again, and without it nothing is sent", async () => {
    const before = endpoint.received.length;
    await workbench.run("Mapwright: Delete Secret…");
    await workbench.pick("servicenow", "servicenow-test");
    await workbench.toast("is deleted").waitFor();
    await workbench.panel.getByRole("button", { name: "Retest" }).click();
    await password().waitFor();
    await password().press("Escape");
    await workbench.toast("Try Again").waitFor();
    await workbench.picture("no-secret");
    assert.equal(endpoint.received.length, before);
  });
});
