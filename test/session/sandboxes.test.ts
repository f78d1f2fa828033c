import assert from "node:assert/strict";
import type { WorkspaceEnvironment } from "../../server/src/connectors/workspace/loadWorkspace.ts";
import { createSandboxes } from "../../server/src/session/sandboxes.ts";

const environment: WorkspaceEnvironment = {
  endpoint: "sandbox",
  authentication: { type: "none" },
  write: true,
  mode: "lenient",
};

suite("sandboxes", () => {
  test("an environment has one sandbox, even when it is asked for twice at once", async () => {
    const sandboxes = createSandboxes();
    try {
      const [first, second] = await Promise.all([sandboxes.for(environment), sandboxes.for({ ...environment })]);
      assert.equal(first, second);
      const strict = await sandboxes.for({ ...environment, mode: "strict" });
      assert.notEqual(strict.url, first.url);
    } finally {
      await sandboxes.stop();
    }
  });

  test("after stop nothing listens, and the next call starts anew", async () => {
    const sandboxes = createSandboxes();
    const { url } = await sandboxes.for(environment);
    await sandboxes.stop();
    await assert.rejects(fetch(url));
    const again = await sandboxes.for(environment);
    assert.equal((await fetch(again.url)).status > 0, true);
    await sandboxes.stop();
  });

  test("one that cannot start is tried again", async () => {
    const sandboxes = createSandboxes();
    const broken = { ...environment, seed: "/nowhere/seed.json" };
    await assert.rejects(sandboxes.for(broken));
    await assert.rejects(sandboxes.for(broken), /seed\.json/);
    await sandboxes.stop();
  });
});
