import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "../../server/src/connectors/inputError.ts";
import { runTests, type TestSettings } from "../../server/src/session/runTests.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const groups = `
mapping "Groups" {
  source: Group
  target: "urn:ietf:params:scim:schemas:core:2.0:Group"

  displayName <- [displayName] match 1
}

test "written out" { user: { userPrincipalName: "eve", department: "Engineering" } expect create }
test "of the directory" { user: "bob@contoso.com" expect skip }
test "a group" { group: "staff" expect create { displayName: "Staff" } }
test "a group that is a user" { group: "bob@contoso.com" expect create }
`;

suite("session: running tests", () => {
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({
      "a.provmap": smallMapping + groups,
      "people.json": { ...smallDirectory, groups: [{ id: "9", displayName: "Staff" }] },
      "mapwright.json": { directory: "people.json" },
    });
  });
  suiteTeardown(() => workspace.remove());
  const run = (settings: Partial<TestSettings> = {}) =>
    runTests({ file: join(workspace.folder, "a.provmap"), ...settings });
  const outcomes = async (settings: Partial<TestSettings> = {}) =>
    (await run(settings)).results.map(result => `${result.name}: ${result.kind}`);

  test("runs all of them in the order of the file", async () =>
    assert.deepEqual(await outcomes(), [
      "written out: passed",
      "of the directory: passed",
      "a group: passed",
      "a group that is a user: error",
    ]));

  test("runs those that are named", async () =>
    assert.deepEqual(await outcomes({ tests: ["a group", "no such test"] }), ["a group: passed"]));

  test("the text of the editor counts, not the file", async () => {
    const text = (smallMapping + groups).replace('displayName: "Staff"', 'displayName: "Stuff"');
    assert.deepEqual(await outcomes({ text, tests: ["a group"] }), ["a group: failed"]);
  });

  test("says why an object of the directory is not there", async () => {
    const [result] = (await run({ tests: ["a group that is a user"] })).results;
    assert.match(result?.kind === "error" ? result.reason : "", /is a user in .*people\.json\. Name a group\.$/);
  });

  test("opens the directory only for a test that names somebody of it", async () => {
    const directory = join(workspace.folder, "nobody.json");
    assert.deepEqual(await outcomes({ directory, tests: ["written out"] }), ["written out: passed"]);
    await assert.rejects(run({ directory }), InputError);
  });

  test("a test with an error in it is not run, and its neighbours are", async () => {
    const text = (smallMapping + groups).replace("expect skip", "expect skp");
    const { results } = await run({ text });
    assert.deepEqual(results.map(({ kind }) => kind).slice(0, 3), ["passed", "error", "passed"]);
  });

  test("what is aborted has no results", async () =>
    assert.deepEqual(await outcomes({ signal: AbortSignal.abort() }), []));
});
