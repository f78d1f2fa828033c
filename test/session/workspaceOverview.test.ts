import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { workspaceOverview } from "../../server/src/session/workspaceOverview.ts";
import { temporaryWorkspace } from "../harness/workspace.ts";

suite("overview of a workspace", () => {
  const overview = async (files: Readonly<Record<string, unknown>>) => {
    const { folder, remove } = await temporaryWorkspace(files);
    return { folder, told: await workspaceOverview(folder).finally(remove) };
  };

  test("without a mapwright.json has the sandbox, and names no file", async () => {
    const { told } = await overview({});
    const sandbox = { name: "sandbox", endpoint: "sandbox", write: true };
    assert.deepEqual(told, { kind: "workspace", environments: [sandbox] });
  });

  test("names the directory, and each environment with its place", async () => {
    const { folder, told } = await overview({
      "mapwright.json": `{
  "directory": "people.json",
  "environments": {
    "test": { "endpoint": "https://scim.example/v2", "authentication": { "type": "bearer", "secret": "t" } }
  }
}`,
    });
    assert.equal(told.configuration, pathToFileURL(join(folder, "mapwright.json")).href);
    assert.equal(told.directory, pathToFileURL(join(folder, "people.json")).href);
    assert.deepEqual(told.environments, [
      { name: "sandbox", endpoint: "sandbox", write: true },
      {
        name: "test",
        endpoint: "https://scim.example/v2",
        write: false,
        secret: "t",
        secretOrigins: ["https://scim.example"],
        place: { line: 3, character: 12 },
      },
    ]);
  });

  test("a mapwright.json with a mistake is refused with its place", () =>
    assert.rejects(overview({ "mapwright.json": { directory: 7 } }), {
      name: "InputError",
      message: /directory must be/,
    }));
});
