import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import type { AttributeFact } from "../../server/src/catalogue/attribute.ts";
import type { Sandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import type { WorkspaceEnvironment } from "../../server/src/connectors/workspace/loadWorkspace.ts";
import { createSandboxes } from "../../server/src/session/sandboxes.ts";
import { temporaryWorkspace } from "../harness/workspace.ts";

const environment: WorkspaceEnvironment = {
  endpoint: "sandbox",
  authentication: { type: "none" },
  write: true,
  mode: "lenient",
  testsConnection: false,
  verifies: false,
  limits: {},
  wire: {},
};

const badge: AttributeFact = {
  name: "urn:example:User:badge",
  type: "String",
  multivalued: false,
  description: "",
  source: "https://example.com",
};

suite("sandboxes", () => {
  test("an environment has one sandbox, even when it is asked for twice at once", async () => {
    const sandboxes = createSandboxes();
    try {
      const [first, second] = await Promise.all([
        sandboxes.for("ServiceNow", environment, {}),
        sandboxes.for("ServiceNow", { ...environment }, {}),
      ]);
      assert.equal(first, second);
      const strict = await sandboxes.for("ServiceNow", { ...environment, mode: "strict" }, {});
      assert.notEqual(strict.url, first.url);
    } finally {
      await sandboxes.stop();
    }
  });

  test("after stop nothing listens, and the next call starts anew", async () => {
    const sandboxes = createSandboxes();
    const { url } = await sandboxes.for("ServiceNow", environment, {});
    await sandboxes.stop();
    await assert.rejects(fetch(url));
    const again = await sandboxes.for("ServiceNow", environment, {});
    assert.equal((await fetch(again.url)).status > 0, true);
    await sandboxes.stop();
  });

  test("one that needs the folder of another waits until that has stopped", async () => {
    const workspace = await temporaryWorkspace({});
    const sandboxes = createSandboxes();
    const kept = { ...environment, data: workspace.folder };
    try {
      const first = await sandboxes.for("ServiceNow", kept, {});
      const second = await sandboxes.for("ServiceNow", kept, { attributes: [badge] });
      await assert.rejects(fetch(first.url));
      assert.equal(await sandboxes.for("ServiceNow", kept, { attributes: [badge] }), second);
    } finally {
      await sandboxes.stop();
      await workspace.remove();
    }
  });

  test("content that no folder keeps outlives a change of the attributes", async () => {
    const sandboxes = createSandboxes();
    const send = async ({ url, token }: Sandbox, method: string, body?: object) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/Users`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      return (await answer.json()) as { readonly Resources?: readonly { readonly id: string }[]; readonly id: string };
    };
    try {
      const first = await sandboxes.for("ServiceNow", environment, {});
      const { id } = await send(first, "POST", { userName: "ada@contoso.com" });
      const second = await sandboxes.for("ServiceNow", environment, { attributes: [badge] });
      await assert.rejects(fetch(first.url));
      assert.deepEqual(
        (await send(second, "GET")).Resources?.map(one => one.id),
        [id],
      );
      const strict = await sandboxes.for("ServiceNow", { ...environment, mode: "strict" }, {});
      assert.deepEqual((await send(strict, "GET")).Resources, []);
    } finally {
      await sandboxes.stop();
    }
  });

  test("two applications never share one, nor the folder that it keeps", async () => {
    const workspace = await temporaryWorkspace({});
    const sandboxes = createSandboxes();
    const kept = { ...environment, data: workspace.folder };
    try {
      const urls = await Promise.all(
        ["ServiceNow", "A/B:C"].flatMap(name => [kept, environment].map(one => sandboxes.for(name, one, {}))),
      );
      assert.equal(new Set(urls.map(({ url }) => url)).size, 4);
      assert.deepEqual((await readdir(workspace.folder)).sort(), ["A_B_C", "ServiceNow"]);
    } finally {
      await sandboxes.stop();
      await workspace.remove();
    }
  });

  test("one that cannot start is tried again", async () => {
    const sandboxes = createSandboxes();
    const broken = { ...environment, seed: "/nowhere/seed.json" };
    await assert.rejects(sandboxes.for("ServiceNow", broken, {}));
    await assert.rejects(sandboxes.for("ServiceNow", broken, {}), /seed\.json/);
    await sandboxes.stop();
  });
});
