import assert from "node:assert/strict";
import { join } from "node:path";
import type { Directory } from "../../../server/src/connectors/directory/directory.ts";
import { openDirectory } from "../../../server/src/connectors/directory/openDirectory.ts";
import type { SourceObject } from "../../../server/src/engine/ports.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../../harness/workspace.ts";

const ada = { id: "1", userPrincipalName: "ada@contoso.com" };

suite("openDirectory", () => {
  let files: TemporaryWorkspace;
  suiteSetup(async () => {
    files = await temporaryWorkspace({});
  });
  suiteTeardown(() => files.remove());

  const open = async (content: unknown, application?: string): Promise<Directory> =>
    openDirectory(await files.write("directory.json", content), application);
  const only = async (user: object): Promise<SourceObject> => {
    const [found] = (await open([{ ...ada, ...user }])).users;
    assert.ok(found !== undefined);
    return found;
  };

  suite("attributes", () => {
    const flows: readonly (readonly [what: string, member: object, name: string, value: unknown])[] = [
      ["a Graph property", { mobilePhone: "+1" }, "mobile", "+1"],
      ["a provisioning name", { mobile: "+1" }, "mobile", "+1"],
      ["the first business phone", { businessPhones: ["+1", "+2"] }, "telephoneNumber", "+1"],
      ["no business phone", { businessPhones: [] }, "telephoneNumber", undefined],
      [
        "an extension attribute of Graph",
        { onPremisesExtensionAttributes: { extensionAttribute3: "x" } },
        "extensionAttribute3",
        "x",
      ],
      ["an extension attribute", { extensionAttribute3: "x" }, "extensionAttribute3", "x"],
      ["a member of a member", { employeeOrgData: { costCenter: "CC-1" } }, "employeeOrgData.costCenter", "CC-1"],
      ["a list", { otherMails: ["a", "b"] }, "otherMails", ["a", "b"]],
      ["a boolean", { accountEnabled: false }, "accountEnabled", false],
      ["a boolean as a text", { accountEnabled: "False" }, "accountEnabled", false],
      ["null", { department: null }, "department", undefined],
      ["an attribute of one's own", { badge: 7 }, "badge", 7],
      ["an object of one's own", { shoe: { size: 39 } }, "shoe", '{"size":39}'],
      ["objects of one's own", { keys: [{ n: 1 }, null] }, "keys", ['{"n":1}']],
      ["Graph's annotations", { "@odata.type": "#microsoft.graph.user" }, "@odata.type", undefined],
      ["the id", {}, "objectId", "1"],
      ["the raw name of a member", {}, "originalUserPrincipalName", "ada@contoso.com"],
      [
        "a guest's name",
        { userPrincipalName: "a_b_home.example#EXT#@contoso.com" },
        "userPrincipalName",
        "a_b@home.example",
      ],
      [
        "a guest's raw name",
        { userPrincipalName: "a_home.example#EXT#@c.com" },
        "originalUserPrincipalName",
        "a_home.example#EXT#@c.com",
      ],
      ["a manager outside the file", { manager: "9" }, "manager", "9"],
      ["a manager as Graph expands it", { manager: { id: "9", displayName: "B" } }, "manager", "9"],
      ["a manager by name", { manager: "ADA@contoso.com" }, "manager", "1"],
    ];
    for (const [what, member, name, value] of flows) {
      test(`${what} ${JSON.stringify(member)} is ${name} ${JSON.stringify(value)}`, async () => {
        assert.deepEqual((await only(member)).attributes.get(name), value);
      });
    }
  });

  suite("state", () => {
    const states: readonly (readonly [member: object, state: string])[] = [
      [{}, "present"],
      [{ deletedDateTime: null }, "present"],
      [{ deletedDateTime: "2026-01-01T00:00:00Z" }, "softDeleted"],
      [{ permanentlyDeleted: true }, "deleted"],
    ];
    for (const [member, state] of states) {
      test(`${JSON.stringify(member)} is ${state}`, async () => assert.equal((await only(member)).state, state));
    }
  });

  suite("forms of a file", () => {
    const forms: readonly (readonly [what: string, content: unknown])[] = [
      ["the three lists", { users: [ada], groups: [], assignments: [] }],
      ["users alone", [ada]],
      ["Graph's answer", { "@odata.context": "x", value: [ada] }],
    ];
    for (const [what, content] of forms) {
      test(what, async () =>
        assert.deepEqual(
          (await open(content)).users.map(({ id }) => id),
          ["1"],
        ),
      );
    }
  });

  suite("assignments", () => {
    const users = ["1", "2", "3", "4"].map(id => ({ id, userPrincipalName: `u${id}@contoso.com` }));
    const groups = [
      { id: "g1", displayName: "Engineers", members: ["2", { id: "g2" }] },
      { id: "g2", displayName: "Nested", members: ["3"] },
    ];
    const assignments = [
      {
        application: "ServiceNow",
        user: "u1@contoso.com",
        roles: ["admin", { id: "r", value: "itil", displayName: "ITIL" }],
      },
      { application: "ServiceNow", group: "Engineers", roles: ["user"] },
      { application: "ServiceNow", user: "2", roles: ["user", "admin"] },
      { application: "Other", user: "4" },
    ];
    const content = { users, groups, assignments };
    const assigned = ({ users, groups }: Directory) =>
      [...users, ...groups].filter(object => object.assigned).map(({ id }) => id);

    test("are direct, or through direct membership of a group", async () => {
      assert.deepEqual(assigned(await open(content, "ServiceNow")), ["1", "2", "g1", "g2"]);
    });

    test("of any application count where none is named", async () => {
      assert.deepEqual(assigned(await open(content)), ["1", "2", "4", "g1", "g2"]);
    });

    test("are everybody's where the file says nothing about them", async () => {
      assert.deepEqual(assigned(await open({ users, groups })), ["1", "2", "3", "4", "g1", "g2"]);
    });

    test("carry their roles as JSON texts, each once", async () => {
      const { find } = await open(content, "ServiceNow");
      assert.deepEqual(find("1")?.attributes.get("appRoleAssignments"), [
        '{"value":"admin","displayName":"admin"}',
        '{"id":"r","value":"itil","displayName":"ITIL"}',
      ]);
      assert.deepEqual(find("2")?.attributes.get("appRoleAssignments"), [
        '{"value":"user","displayName":"user"}',
        '{"value":"admin","displayName":"admin"}',
      ]);
      assert.equal(find("4")?.attributes.get("appRoleAssignments"), undefined);
    });

    test("leave a group its members", async () => {
      assert.deepEqual((await open(content)).find("Engineers")?.attributes.get("members"), ["2", "g2"]);
    });
  });

  suite("find", () => {
    const guest = { id: "G-2", userPrincipalName: "bo_home.example#EXT#@contoso.com", mail: "bo@mail.example" };
    const twins = ["7", "8"].map(id => ({ id, userPrincipalName: `${id}@contoso.com`, mail: "twin@contoso.com" }));
    for (const key of ["G-2", "g-2", "bo@home.example", "BO_home.example#ext#@contoso.com", "Bo@Mail.example"]) {
      test(`finds a guest by ${key}`, async () => {
        assert.equal((await open([ada, guest])).find(key)?.id, "G-2");
      });
    }

    test("finds nobody by another key", async () => {
      assert.equal((await open([ada, guest])).find("bo"), undefined);
    });

    test("refuses a key of two users, and names both", async () => {
      const { find } = await open(twins);
      assert.throws(() => find("twin@contoso.com"), {
        name: "InputError",
        message: /"twin@contoso\.com" is 2 objects: 7, 8\./,
      });
    });
  });

  suite("mistakes in a file", () => {
    const mistakes: readonly (readonly [what: string, text: string, message: RegExp])[] = [
      [
        "half a file",
        '{ "users": [\n  { "id": "1", ',
        /:2:16: a member name in double quotes is missing\. Correct the JSON there\.$/,
      ],
      [
        "a text",
        '"users"',
        /:1:1: the file must be an object with "users", "groups" and "assignments", or a list of users\.$/,
      ],
      ["no users", '{ "groups": [] }', /:1:1: users must be a list of users\.$/],
      ["a misspelt list", '{ "users": [], "grops": [] }', /the file must be an object with "users"/],
      ["a user that is a text", '[\n  "ada"\n]', /:2:3: \[0\] must be an object: one user\.$/],
      ["a user without an id", '{ "users": [\n  { "userPrincipalName": "a@b" }\n] }', /:2:3: users\[0\] needs an "id"/],
      [
        "a name that is a number",
        '{ "users": [\n  { "id": "1", "userPrincipalName": "a@b" },\n  { "id": "2", "userPrincipalName": 7 }\n] }',
        /:3:37: users\[1\]\.userPrincipalName must be a text in double quotes\.$/,
      ],
      ["a user without a name", '[{ "id": "1" }]', /: \[0\]\.userPrincipalName must be a text/],
      [
        "an id twice",
        '{ "users": [\n  { "id": "1", "userPrincipalName": "a@b" },\n  { "id": "1", "userPrincipalName": "c@d" } ] }',
        /:3:11: users\[1\]\.id is "1", as another object has\. Give each its own\.$/,
      ],
      [
        "members that are no list",
        '{ "users": [], "groups": [{ "id": "g", "members": "1" }] }',
        /groups\[0\]\.members must be a list of ids\.$/,
      ],
      [
        "an assignment of nobody",
        '{ "users": [], "assignments": [{ "application": "A" }] }',
        /assignments\[0\] must name either a "user" or a "group"\.$/,
      ],
      [
        "an assignment of a stranger",
        '{ "users": [], "assignments": [\n  { "application": "A", "user": "x@y" }\n] }',
        /:2:33: assignments\[0\]\.user is "x@y", which is no user or group of the file\./,
      ],
    ];
    for (const [what, text, message] of mistakes) {
      test(`${what}: one line with file, place, member and remedy`, async () => {
        const file = await files.write("directory.json", text);
        await assert.rejects(openDirectory(file), (error: Error) => {
          assert.equal(error.name, "InputError");
          assert.match(error.message, message);
          assert.ok(error.message.startsWith(`${file}:`) && !error.message.includes("\n"), error.message);
          return true;
        });
      });
    }

    test("no file", async () => {
      const path = join(files.folder, "none.json");
      await assert.rejects(openDirectory(path), {
        name: "InputError",
        message: `${path}: there is no such file. Correct the path, or create the file.`,
      });
    });
  });
});
