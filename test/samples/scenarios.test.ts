import assert from "node:assert/strict";
import { join } from "node:path";
import type { ProvisioningResult } from "../../server/src/engine/result.ts";
import { createSandboxes, type Sandboxes } from "../../server/src/session/sandboxes.ts";
import { openSession } from "../../server/src/session/session.ts";
import { copyOfSamples, type TemporaryFolder } from "../harness/temporaryFolder.ts";

type Row = readonly [
  file: string,
  user: string,
  action: ProvisioningResult["action"],
  changes: Readonly<Record<string, string | null>>,
];

const learner = "urn:ietf:params:scim:schemas:extension:fabrikam:2.0:User:learnerId";

const rows: readonly Row[] = [
  ["servicenow", "zoe.lindqvist@contoso.com", "create", { displayName: "Zoë Lindqvist", timezone: "Europe/Stockholm" }],
  ["servicenow", "marcus.webb@contoso.com", "update", { title: "Engineering Manager" }],
  ["servicenow", "camila.duarte@contoso.com", "skip", {}],
  ["servicenow", "tomasz.wrobel@contoso.com", "disable", { active: "False" }],
  ["fabrikam-learning", "zoe.lindqvist@contoso.com", "create", { "name.givenName": "Zoe", [learner]: "E10002" }],
  ["fabrikam-learning", "lukasz.zielinski@contoso.com", "create", { "name.familyName": "Zielinski", locale: "pl_PL" }],
  ["fabrikam-learning", "mai.dang@contoso.com", "create", { "name.familyName": "Đặng" }],
  ["fabrikam-learning", "helena.kovac@contoso.com", "create", { 'roles[primary eq "True"].value': "Instructor" }],
  ["fabrikam-learning", "owen.carter@fabrikam.com", "create", { userType: "Guest" }],
  ["fabrikam-learning", "leila.farouk@contoso.com", "skip", {}],
];

suite("samples/contoso, previewed against its sandbox", () => {
  let folder: TemporaryFolder;
  let sandboxes: Sandboxes;

  suiteSetup(async () => {
    folder = await copyOfSamples();
    sandboxes = createSandboxes();
  });
  suiteTeardown(async () => {
    await sandboxes.stop();
    await folder.remove();
  });

  for (const [name, user, action, changes] of rows) {
    test(`${name}: ${user} is to ${action}`, async () => {
      const file = join(folder.path, `${name}.provmap`);
      const session = await openSession({ file, secret: async () => undefined, sandboxes });
      const result = await session.run({ user, provision: false });
      assert.equal(result.action, action, result.summary);
      const values = new Map(result.attributes.map(({ target, newValue }) => [target, newValue]));
      for (const [target, value] of Object.entries(changes)) assert.equal(values.get(target), value, target);
    });
  }

  test("the account that exists differs in its title and its work phone number alone", async () => {
    const file = join(folder.path, "servicenow.provmap");
    const session = await openSession({ file, secret: async () => undefined, sandboxes });
    const { attributes } = await session.run({ user: "marcus.webb@contoso.com", provision: false });
    assert.deepEqual(
      attributes.filter(({ why }) => why === "changed").map(({ target }) => target),
      ['phoneNumbers[type eq "work"].value', "title"],
    );
  });
});
