import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "../../server/src/connectors/inputError.ts";
import { createSandboxes, type Sandboxes } from "../../server/src/session/sandboxes.ts";
import { openSession, type Session } from "../../server/src/session/session.ts";
import { copyOfSamples, type TemporaryFolder } from "../harness/temporaryFolder.ts";

suite("groups of the samples, provisioned on demand into the sandbox", () => {
  let folder: TemporaryFolder;
  let sandboxes: Sandboxes;
  let session: Session;

  suiteSetup(async () => {
    folder = await copyOfSamples();
    sandboxes = createSandboxes();
    const file = join(folder.path, "fabrikam-learning.provmap");
    session = await openSession({ file, secret: async () => undefined, sandboxes });
  });
  suiteTeardown(async () => {
    await sandboxes.stop();
    await folder.remove();
  });

  test("a user first, with the manager in a second step, and the group with that user then", async () => {
    for (const user of ["marcus.webb@contoso.com", "zoe.lindqvist@contoso.com"]) {
      const { action, summary } = await session.run({ user, provision: true });
      assert.ok(action === "create" || action === "update", summary);
    }
    const zoe = await session.run({ user: "zoe.lindqvist@contoso.com", provision: false });
    assert.equal(zoe.onDemand.statusInfo.skipReason, "RedundantExport", zoe.summary);
    const manager = zoe.attributes.find(({ target }) => target.endsWith(":manager"));
    assert.deepEqual([manager?.why, manager?.references?.[0]?.displayName], ["unchanged", "Marcus Webb"]);

    const group = await session.run({
      group: "Engineering",
      members: ["zoe.lindqvist@contoso.com"],
      provision: true,
    });
    assert.equal(group.action, "create", group.summary);
    const members = group.attributes.find(({ target }) => target === "members");
    assert.deepEqual(
      members?.references?.map(({ displayName, outcome }) => [displayName, outcome]),
      [["Zoë Lindqvist", "added"]],
    );
    assert.match(group.notes.join(" "), /Provisioned on demand with 1 of its 8 members\./);
  });

  test("without a choice the first five members come along", async () => {
    const { attributes } = await session.run({ group: "Engineering", provision: false });
    assert.equal(attributes.find(({ target }) => target === "members")?.references?.length, 5);
  });

  const refused: readonly [sentence: string, group: string, members: readonly string[], message: RegExp][] = [
    ["an unknown group", "Enginering", [], /There is no group "Enginering".*Did you mean 'Engineering'\?/],
    ["a user in the place of a group", "zoe.lindqvist@contoso.com", [], /is a user in .*Name a group\./],
    [
      "a sixth member",
      "Engineering",
      ["1", "2", "3", "4", "5", "6"],
      /takes up to 5 members of a group, and these are 6/,
    ],
    [
      "somebody who is no member",
      "Engineering",
      ["camila.duarte@contoso.com"],
      /is no direct member of the group Engineering/,
    ],
    ["an unknown member", "Engineering", ["nobody@contoso.com"], /There is no user "nobody@contoso\.com"/],
  ];
  for (const [sentence, group, members, message] of refused) {
    test(`${sentence} is refused`, async () => {
      await assert.rejects(session.run({ group, members, provision: false }), error => {
        assert.ok(error instanceof InputError);
        assert.match(error.message, message);
        return true;
      });
    });
  }

  test("roles are refused where the scope is all users and groups", async () => {
    const file = join(folder.path, "fabrikam-learning.provmap");
    const text = `application "A" { scope: all }
mapping "M" {
  source: User
  target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
  userName <- [userPrincipalName] match 1
  roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments])
}
`;
    const all = await openSession({ file, text, secret: async () => undefined, sandboxes });
    await assert.rejects(
      all.run({ user: "zoe.lindqvist@contoso.com", provision: false }),
      /scope of all users and groups/,
    );
  });

  test("a guest is matched by the address of home", async () => {
    const { match } = await session.run({ user: "owen.carter@fabrikam.com", provision: false });
    assert.equal(match?.attempts[0]?.value, "owen.carter@fabrikam.com");
  });
});
