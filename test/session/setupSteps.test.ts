import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createDocument } from "../../server/src/model/document.ts";
import type { SetupStep } from "../../server/src/protocol/applications.ts";
import { setupSteps } from "../../server/src/session/setupSteps.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const assigned = smallMapping.replace("scope: all", "scope: assigned");
const bare = 'application "Learning" {\n}\n';
const [ada] = smallDirectory.users;
const assignments = [{ application: "Learning", user: ada?.id }];

suite("steps of setting up provisioning", () => {
  let files: TemporaryWorkspace;
  setup(async () => {
    files = await temporaryWorkspace({
      "mapwright.json": { directory: "directory.json" },
      "directory.json": { ...smallDirectory, assignments: [] },
    });
  });
  teardown(() => files.remove());
  const document = (text: string) => createDocument(pathToFileURL(join(files.folder, "a.provmap")).href, 0, text);
  const steps = (texts: readonly string[], known: readonly SetupStep[] = []) => setupSteps(texts.map(document), known);

  const rows: readonly (readonly [what: string, texts: readonly string[], expected: readonly SetupStep[]])[] = [
    ["no file", [], []],
    ["a file of mappings alone", [smallMapping.replace(/application[^}]*}/, "")], []],
    ["an application without mappings", [bare], ["application"]],
    ["one for all users", [smallMapping], ["application", "mode", "scope", "mappings", "assigned"]],
    [
      "manual provisioning",
      [smallMapping.replace("automatic", "manual")],
      ["application", "scope", "mappings", "assigned"],
    ],
    [
      "a mistake",
      [smallMapping.replace("[userPrincipalName]", "[userPrincpalName]")],
      ["application", "mode", "scope", "assigned"],
    ],
    ["nothing that matches", [smallMapping.replace(" match 1", "")], ["application", "mode", "scope", "assigned"]],
    ["two files, each with a part", [bare, assigned], ["application", "mode", "scope", "mappings"]],
  ];
  for (const [what, texts, expected] of rows) {
    test(`${what}: ${expected.join(", ") || "none is done"}`, async () =>
      assert.deepEqual(await steps(texts), expected));
  }

  test("somebody is assigned where the directory says so", async () => {
    assert.ok(!(await steps([assigned])).includes("assigned"));
    await files.write("directory.json", { ...smallDirectory, assignments });
    assert.ok((await steps([assigned])).includes("assigned"));
  });

  test("a directory that cannot be read shows nobody, and hinders no other step", async () => {
    await files.write("directory.json", "{");
    assert.deepEqual(await steps([assigned]), ["application", "mode", "scope", "mappings"]);
  });

  test("what is known stays done", async () =>
    assert.deepEqual(await steps([bare], ["started", "monitored"]), ["started", "monitored", "application"]));
});
