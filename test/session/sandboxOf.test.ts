import assert from "node:assert/strict";
import { join } from "node:path";
import { describeResource } from "../../server/src/session/describeResource.ts";
import { createSandboxes, type Sandboxes } from "../../server/src/session/sandboxes.ts";
import { sandboxOf } from "../../server/src/session/sandboxOf.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
const people = ["ada", "bob", "cyd"].map(userName => ({ schemas, userName }));

suite("the sandbox of an application", () => {
  let files: TemporaryWorkspace;
  let sandboxes: Sandboxes;
  suiteSetup(async () => {
    sandboxes = createSandboxes();
    files = await temporaryWorkspace({
      "a.provmap": smallMapping,
      "seed.json": { users: people },
      "mapwright.json": {
        environments: {
          sandbox: { endpoint: "sandbox", seed: "seed.json" },
          strict: { endpoint: "sandbox", mode: "strict" },
          test: { endpoint: "https://scim.example" },
        },
      },
      "real/mapwright.json": { environments: { sandbox: { endpoint: "https://scim.example" } } },
      "real/a.provmap": smallMapping,
    });
  });
  suiteTeardown(async () => {
    await sandboxes.stop();
    await files.remove();
  });
  const open = (environment?: string, file = "a.provmap") =>
    sandboxOf({ file: join(files.folder, file), sandboxes, ...(environment !== undefined && { environment }) });

  test("is that of the first environment with such an endpoint, and tells whose it is", async () => {
    const { application, environment } = await open();
    assert.deepEqual([application, environment], ["Learning", "sandbox"]);
  });

  test("is read page by page, and one by one", async () => {
    const { page, read } = await open();
    const { total, resources } = await page("User", 1, 1);
    assert.equal(total, 3);
    assert.deepEqual(
      resources.map(({ userName }) => userName),
      ["bob"],
    );
    assert.deepEqual(await read("User", String(resources[0]?.id)), resources[0]);
    assert.deepEqual(await page("Group", 0, 0), { total: 0, resources: [] });
  });

  test("of another environment is another one, and is reset alone", async () => {
    const { page, reset } = await open("strict");
    assert.equal((await page("User", 0, 10)).total, 0);
    await reset();
    assert.equal((await (await open()).page("User", 0, 0)).total, 3);
  });

  test("an environment that is none is refused", () =>
    assert.rejects(open("test"), { name: "InputError", message: /"test" is no sandbox: its endpoint is https/ }));

  test("so is a workspace that has none", () =>
    assert.rejects(open(undefined, "real/a.provmap"), { name: "InputError", message: /no environment has the/ }));

  test("a resource that is gone is refused with the sandbox's words", async () => {
    const { read } = await open();
    await assert.rejects(read("User", "none"), { name: "InputError", message: /There is no User with the id "none"/ });
  });
});

suite("what a resource is recognised by", () => {
  const rows = [
    [
      { id: "1", userName: "ada", displayName: "Ada" },
      { id: "1", name: "ada", displayName: "Ada", active: true },
    ],
    [
      { id: "1", userName: "ada", displayName: "ada" },
      { id: "1", name: "ada", active: true },
    ],
    [
      { id: "1", userName: "ada", active: false },
      { id: "1", name: "ada", active: false },
    ],
    [
      { id: "1", userName: "ada", active: "False" },
      { id: "1", name: "ada", active: false },
    ],
    [
      { id: "2", displayName: "Engineering" },
      { id: "2", name: "Engineering", active: true },
    ],
    [
      { id: "3", userName: "" },
      { id: "3", name: "3", active: true },
    ],
  ] as const;
  for (const [resource, expected] of rows) {
    test(JSON.stringify(resource), () => assert.deepEqual(describeResource(resource), expected));
  }
});
