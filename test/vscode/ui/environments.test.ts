import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { type ScimServer, scimServer } from "../../harness/scimServer.ts";
import { endAtFailure, openWorkbench, type Workbench } from "./openWorkbench.ts";
import { untilSeen } from "./untilSeen.ts";

const file = "servicenow.provmap";
const token = "t0ken-of-the-endpoint";
const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
const nobody = JSON.stringify({ schemas, totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] });

suite("environments in VS Code", () => {
  let workbench: Workbench;
  let endpoint: ScimServer;
  let other: ScimServer;
  let refuses = true;

  suiteSetup(async () => {
    endpoint = await scimServer(({ method }) => {
      if (refuses) return { status: 401 };
      return method === "POST"
        ? { status: 201, body: JSON.stringify({ id: "26118915" }) }
        : { status: 200, body: nobody };
    });
    other = await scimServer(() => ({ status: 200, body: nobody }));
    workbench = await openWorkbench({ "mapwright.preview.followEdits": "always" });
    const authentication = { type: "bearer", secret: "servicenow-test" };
    const environments = {
      test: { endpoint: endpoint.url, authentication, write: true },
      production: { endpoint: endpoint.url, authentication },
      elsewhere: { endpoint: other.url, authentication },
    };
    const configuration = JSON.stringify({ directory: "directory/contoso.json", environments });
    await writeFile(`${workbench.folder}/mapwright.json`, configuration);
    await workbench.openFile(file);
    await workbench.page.getByText("Preview Provisioning…").first().waitFor();
  });
  suiteTeardown(async () => {
    await workbench.close();
    await endpoint.stop();
    await other.stop();
  });
  teardown(function () {
    return endAtFailure(this.currentTest, workbench);
  });

  async function preview(environment: string): Promise<void> {
    await workbench.run("Mapwright: Preview Provisioning…");
    await workbench.pick("zoe.lindqvist@", "Lindqvist");
    await workbench.pick(environment, environment);
  }

  async function connect(environment: string): Promise<void> {
    await workbench.run("Notifications: Clear All Notifications");
    await workbench.run("Mapwright: Test Connection…");
    await workbench.pick(environment, environment);
  }

  async function enter(secret: string): Promise<void> {
    await password().fill(secret);
    await password().press("Enter");
  }

  const password = () => workbench.page.locator(".quick-input-widget input[type=password]");
  const sent = (method: string) => endpoint.received.filter(request => request.method === method);
  const provision = () => workbench.panel.getByRole("button", { name: "Provision", exact: true });
  const origin = ({ url }: ScimServer) => new URL(url).origin;
  const sending = () =>
    workbench.page.getByRole("dialog").filter({ hasText: "The secret “servicenow-test” was given" });
  const dialog = () => workbench.page.getByRole("dialog").filter({ hasText: `into ${endpoint.url}?` });

  test("a missing secret is asked for, and an endpoint that refuses it makes a failed step with its remedy", async () => {
    await preview("test");
    await workbench.question(`The secret token for ${origin(endpoint)}.`).waitFor();
    await workbench.picture("secret-missing");
    await enter(token);
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

  test("an environment that names the secret for another address is asked about, and Cancel sends nothing", async () => {
    await workbench.focusEditor();
    await preview("elsewhere");
    await sending()
      .getByText(`was given for ${origin(endpoint)}. Send it to ${origin(other)} too?`)
      .waitFor();
    await workbench.picture("secret-elsewhere");
    await sending().getByRole("button", { name: "Cancel" }).click();
    await workbench
      .toast(`Nothing was sent: the secret “servicenow-test” was not given for ${origin(other)}.`)
      .getByRole("button", { name: "Try Again" })
      .waitFor();
    await workbench.toast("Set Credentials…").waitFor();
    await workbench.picture("secret-not-sent");
    assert.deepEqual(other.received, []);
  });

  test("the view of the environments says so", async () => {
    await workbench.run("Mapwright: Focus on Environments View");
    const rows = workbench.page.getByRole("treeitem");
    const credentials = rows.filter({ hasText: `is kept, but was not given for ${origin(other)}` });
    await untilSeen(credentials, patience => rows.filter({ hasText: "elsewhere" }).first().click(patience));
    await workbench.picture("secret-elsewhere-view");
  });

  test("Send sends it, and is remembered", async () => {
    await workbench.toast("Nothing was sent").getByRole("button", { name: "Try Again" }).click();
    await sending().getByRole("button", { name: "Send", exact: true }).click();
    await workbench.panel.getByText("The environment elsewhere is read-only").waitFor();
    assert.equal(other.received[0]?.headers.authorization, `Bearer ${token}`);
    const before = other.received.length;
    await connect("elsewhere");
    await workbench.toast("Connected to elsewhere").waitFor();
    assert.ok(other.received.length > before);
  });

  test("a new value is given for the address of its environment alone", async () => {
    await workbench.run("Mapwright: Set Credentials…");
    await workbench.pick("elsewhere", "elsewhere");
    await workbench.question(`The secret token for ${origin(other)}.`).waitFor();
    await workbench.question(`It takes the place of the one for ${origin(endpoint)}.`).waitFor();
    await workbench.picture("secret-replaced");
    await enter("another");
    await workbench.toast("is kept in VS Code's secret storage").waitFor();
    const before = other.received.length;
    await connect("elsewhere");
    await workbench.toast("Connected to elsewhere").waitFor();
    assert.equal(other.received[before]?.headers.authorization, "Bearer another");
  });

  test("at its old address it is asked about again, and another one may take its place there", async () => {
    const before = endpoint.received.length;
    await connect("production");
    await sending()
      .getByText(`was given for ${origin(other)}. Send it to ${origin(endpoint)} too?`)
      .waitFor();
    assert.equal(endpoint.received.length, before);
    await sending().getByRole("button", { name: "Enter Another Secret…" }).click();
    await workbench.question(`The secret token for ${origin(endpoint)}.`).waitFor();
    await enter(token);
    await workbench.toast("Connected to production").waitFor();
    assert.equal(endpoint.received[before]?.headers.authorization, `Bearer ${token}`);
  });

  test("a preview that follows the file asks nobody, sends nothing and says why", async () => {
    const before = other.received.length;
    await workbench.focusEditor();
    await workbench.page.keyboard.type(" ");
    await workbench.panel
      .getByText(`cannot be previewed now: Nothing was sent: the secret “servicenow-test” was not given for`)
      .waitFor();
    await workbench.picture("secret-not-followed");
    assert.equal(await sending().count(), 0);
    assert.equal(other.received.length, before);
    await workbench.revert();
  });

  test("a deleted secret is asked for again, and without it nothing is sent", async () => {
    const before = other.received.length;
    await workbench.run("Mapwright: Delete Secret…");
    await workbench.pick("servicenow", "servicenow-test");
    await workbench.toast("is deleted").waitFor();
    await workbench.run("Notifications: Clear All Notifications");
    await workbench.panel.getByRole("button", { name: "Retest" }).click();
    await password().waitFor();
    await password().press("Escape");
    await workbench.toast("Try Again").waitFor();
    await workbench.picture("no-secret");
    assert.equal(other.received.length, before);
  });
});
