import assert from "node:assert/strict";
import { join } from "node:path";
import { galleryTemplates } from "../../server/src/catalogue/gallery/index.ts";
import type { GalleryTemplate } from "../../server/src/catalogue/gallery/template.ts";
import { fromTemplate } from "../../server/src/model/application/fromTemplate.ts";
import { writeApplication } from "../../server/src/model/application/writeApplication.ts";
import { createSandboxes, type Sandboxes } from "../../server/src/session/sandboxes.ts";
import { openSession } from "../../server/src/session/session.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const id = (number: number) => `00000000-0000-0000-0000-00000000000${number}`;
const person = (number: number, givenName: string, more: object) => ({
  id: id(number),
  userPrincipalName: `${givenName.toLowerCase()}@contoso.com`,
  displayName: givenName,
  givenName,
  surname: "Contoso",
  mail: `${givenName.toLowerCase()}@contoso.com`,
  accountEnabled: true,
  ...more,
});
const user = { role: { id: id(9), value: "user", displayName: "User" } };

const directory = {
  users: [
    person(1, "Ada", { jobTitle: "Engineer", department: "R&D", employeeId: "7", city: "Oslo", manager: id(2) }),
    person(2, "Bob", {}),
  ],
  groups: [{ id: id(3), displayName: "Engineering", mail: "engineering@contoso.com", members: [id(1)] }],
  assignments: galleryTemplates.flatMap(({ name }) => [
    ...[1, 2].map(number => ({ application: name, user: id(number), roles: [user.role] })),
    { application: name, group: id(3) },
  ]),
};

suite("gallery templates against the sandbox", () => {
  let files: TemporaryWorkspace;
  let sandboxes: Sandboxes;
  suiteSetup(async () => {
    files = await temporaryWorkspace({
      "mapwright.json": { directory: "directory.json" },
      "directory.json": directory,
    });
    sandboxes = createSandboxes();
  });
  suiteTeardown(async () => {
    await sandboxes.stop();
    await files.remove();
  });

  const open = (template: GalleryTemplate) => {
    const text = writeApplication(fromTemplate(template, { name: template.name, scope: "assigned" }));
    const file = join(files.folder, "new.provmap");
    return openSession({ file, text, secret: async () => undefined, sandboxes });
  };

  for (const template of galleryTemplates) {
    test(`a preview of ${template.name} would create a user, with a value for every mapping but that of the manager, who is not there yet`, async () => {
      const session = await open(template);
      const { action, attributes, requests } = await session.run({ user: "ada@contoso.com", provision: false });
      assert.equal(action, "create");
      assert.deepEqual(
        attributes.filter(({ problem, why }) => problem !== undefined && why !== "reference"),
        [],
      );
      assert.equal(requests.filter(({ method }) => method === "POST").length, 1);
    });

    if (!template.objects.some(({ source }) => source === "Group")) continue;
    test(`a preview of ${template.name} would create a group`, async () => {
      const session = await open(template);
      assert.equal((await session.run({ group: "Engineering", provision: false })).action, "create");
    });
  }
});
