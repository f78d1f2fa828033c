import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "../../server/src/connectors/inputError.ts";
import { chooseEnvironment, chooseMapping } from "../../server/src/session/choose.ts";
import { chooseChanged } from "../../server/src/session/chooseChanged.ts";
import { impactOf } from "../../server/src/session/impact.ts";
import { markdownLines } from "../../server/src/session/impactMarkdown.ts";
import { locateJob, locateJobThatRan } from "../../server/src/session/jobFile.ts";
import { createApplication } from "../../server/src/session/newApplication.ts";
import { openDocument } from "../../server/src/session/openDocument.ts";
import { openJob } from "../../server/src/session/openJob.ts";
import { openUsers } from "../../server/src/session/openUsers.ts";
import { refuseErrors, refuseReadOnly } from "../../server/src/session/refuse.ts";
import { runTests } from "../../server/src/session/runTests.ts";
import { createSandboxes } from "../../server/src/session/sandboxes.ts";
import { sandboxOf } from "../../server/src/session/sandboxOf.ts";
import { englishInSentences } from "../harness/pseudo.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const sales = smallMapping.replace('EQUALS "Engineering"', 'EQUALS "Sales"');
const people = { ...smallDirectory, groups: [{ id: "9", displayName: "Staff" }] };
const tests = `
test "a group that is a user" { group: "bob@contoso.com" expect create }
test "a user who is a group" { user: "Staff" expect create }
test "nobody" { user: "zzzzzzzzzzzzzzz" expect create }
test "likely" { user: "bob@contosi.com" expect create }
test "no group" { group: "zzzzzzzzzzzzzzz" expect create }
`;

suite("A session in the person's language", () => {
  let files: TemporaryWorkspace;
  suiteSetup(async () => {
    files = await temporaryWorkspace({
      "a.provmap": smallMapping + tests,
      "wrong.provmap": smallMapping.replace("[displayName]", "Nothing([mail])"),
      "manual.provmap": smallMapping.replace("automatic", "manual"),
      "library.provmap": 'test "T" { expect create }',
      "plain.json": { a: 1 },
      "people.json": people,
      "mapwright.json": {
        directory: "people.json",
        environments: { test: { endpoint: "https://scim.example", authentication: { type: "none" } } },
      },
    });
  });
  suiteTeardown(() => files.remove());
  const file = (name: string) => join(files.folder, name);
  const opened = (name = "a.provmap") => openDocument(file(name));
  const user = async () => (await openUsers(file("people.json"), undefined)).find("ada@contoso.com");
  const first = async (name?: string) => {
    const [mapping] = (await opened(name)).document.configuration.mappings;
    assert.ok(mapping);
    return mapping;
  };

  const refusals: Readonly<Record<string, () => unknown>> = {
    "an unknown environment": async () => chooseEnvironment("tests", (await opened()).workspace),
    "an unknown mapping": async () => chooseMapping("User", await user(), (await opened()).document.configuration),
    "a mapping where there is none": async () =>
      chooseMapping("Users", await user(), (await opened("library.provmap")).document.configuration),
    "no mapping for the object": async () =>
      chooseMapping(undefined, await user(), (await opened("library.provmap")).document.configuration),
    "an attribute that nobody has": async () => chooseChanged(["mial"], await first()),
    "nobody's directory": async () => (await openUsers(undefined, undefined)).find("ada"),
    "a mapping with an error": async () => refuseErrors(await first("wrong.provmap"), await opened("wrong.provmap")),
    "an environment that is read": async () => {
      const { workspace } = await opened();
      return refuseReadOnly("test", chooseEnvironment("test", workspace), workspace);
    },
    "JSON that is no schema": () => opened("plain.json"),
    "a job of no application": () => locateJob({ file: file("library.provmap"), environment: "sandbox" }),
    "a job that never ran": () => locateJobThatRan({ file: file("a.provmap"), environment: "sandbox" }),
    "a job that is run by hand": async () =>
      openJob({
        file: file("manual.provmap"),
        environment: "sandbox",
        sandboxes: createSandboxes(),
        secret: async () => undefined,
      }),
    "an environment that is no sandbox": async () =>
      sandboxOf({
        file: file("a.provmap"),
        environment: "test",
        sandboxes: createSandboxes(),
      }),
    "an unknown template": () =>
      createApplication({ template: "nothing", folder: files.folder, readSecret: async () => undefined }),
    "an impact of an unknown mapping": () =>
      impactOf({ file: file("a.provmap"), against: { kind: "text", text: sales }, mapping: "Nobody" }),
  };
  for (const [sentence, run] of Object.entries(refusals)) {
    test(`refuses ${sentence}`, async () => {
      const told = async () => {
        const error = await Promise.resolve(run()).catch(caught => caught);
        assert.ok(error instanceof InputError, String(error));
        return { message: error.message };
      };
      assert.deepEqual(await englishInSentences(told), []);
    });
  }

  test("says why tests cannot run", async () =>
    assert.deepEqual(await englishInSentences(async () => (await runTests({ file: file("a.provmap") })).results), []));

  test("writes the impact for a pull request", async () => {
    const lines = async () => {
      const report = await impactOf({ file: file("a.provmap"), against: { kind: "text", text: sales } });
      return { text: markdownLines(report, "a.provmap") };
    };
    assert.deepEqual(await englishInSentences(lines), []);
  });
});
