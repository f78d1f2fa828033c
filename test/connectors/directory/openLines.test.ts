import assert from "node:assert/strict";
import { openDirectory } from "../../../server/src/connectors/directory/openDirectory.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../../harness/workspace.ts";

interface Person {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly displayName: string;
  readonly manager: string | null;
}

/** So many that they do not fit one block, with a name that takes more lines than one in CSV. */
const people = Array.from(
  { length: 3000 },
  (_, index): Person => ({
    id: `id-${index}`,
    userPrincipalName: index === 7 ? "bo_home.example#EXT#@contoso.com" : `user${index}@contoso.com`,
    mail: index % 3 === 0 ? `mail${index}@contoso.com` : null,
    displayName: index % 500 === 0 ? `Åsa\n"${index}"` : `User ${index}`,
    manager: index === 0 ? null : index % 2 === 0 ? "USER0@contoso.com" : "id-0",
  }),
);
const group = { objectType: "Group", id: "g-1", displayName: "Team", members: ["user1@contoso.com", "id-2"] };

const ndjson = [...people, group].map(one => `${JSON.stringify(one)}\n`).join("");
const quoted = (text: string | null) => (/[",\n]/.test(text ?? "") ? `"${text?.replaceAll('"', '""')}"` : text);
const csv = [
  "id,userPrincipalName,mail,displayName,manager,objectType,members",
  ...people.map(one =>
    [one.id, one.userPrincipalName, one.mail, quoted(one.displayName), one.manager, "", ""].join(","),
  ),
  "g-1,,,Team,,Group,user1@contoso.com;id-2",
].join("\r\n");

suite("a directory in which every object stands by itself", () => {
  let files: TemporaryWorkspace;
  suiteSetup(async () => {
    files = await temporaryWorkspace({ "people.ndjson": ndjson, "people.csv": csv, "people.json": { users: people } });
  });
  suiteTeardown(() => files.remove());

  for (const name of ["people.ndjson", "people.csv"]) {
    const open = () => openDirectory(`${files.folder}/${name}`);

    test(`${name}: finds everybody by id, name and address, as JSON does`, async () => {
      const [directory, json] = [await open(), await openDirectory(`${files.folder}/people.json`)];
      for (const { id, userPrincipalName, mail } of people) {
        for (const key of [id.toUpperCase(), userPrincipalName, mail ?? id]) {
          const [found, expected] = [directory.find(key), json.find(key)];
          assert.deepEqual([found?.id, found?.state, found?.assigned], [id, "present", true], key);
          for (const attribute of ["displayName", "manager", "userPrincipalName", "mail"])
            assert.deepEqual(found?.attributes.get(attribute), expected?.attributes.get(attribute), attribute);
        }
      }
      assert.equal(directory.find("bo@home.example")?.id, "id-7");
      assert.equal(directory.find("nobody@contoso.com"), undefined);
    });

    test(`${name}: references are the ids of what they name`, async () => {
      const directory = await open();
      assert.equal(directory.find("id-2")?.attributes.get("manager"), "id-0");
      assert.deepEqual(directory.find("team")?.attributes.get("members"), ["id-1", "id-2"]);
    });

    test(`${name}: lists the first thousand users`, async () => {
      const { users, groups } = await open();
      assert.deepEqual([users.length, users[999]?.id, groups.map(({ id }) => id)], [1000, "id-999", ["g-1"]]);
    });
  }

  test("knows the line of everybody", async () => {
    const directory = await openDirectory(`${files.folder}/people.ndjson`);
    assert.deepEqual(await directory.locate("user2500@contoso.com"), { line: 2500, character: 0 });
    const table = await openDirectory(`${files.folder}/people.csv`);
    assert.deepEqual(await table.locate("id-2"), { line: 4, character: 0 });
    assert.equal(await table.locate("nobody"), undefined);
  });

  const refused: readonly (readonly [what: string, text: string, message: RegExp])[] = [
    [
      "an id twice",
      '{"id":"1","userPrincipalName":"a@b"}\n{"id":"1","userPrincipalName":"c@d"}',
      /:2:1: id is "1", as another/,
    ],
    ["a line that is no object", '{"id":"1","userPrincipalName":"a@b"}\n[]', /:2:1: this is no JSON object/],
    ["an object without a name", '{"id":"1"}', /:1:1: userPrincipalName has no value/],
  ];
  for (const [what, text, message] of refused) {
    test(`refuses ${what}`, async () => {
      await assert.rejects(openDirectory(await files.write("bad.ndjson", text)), { name: "InputError", message });
    });
  }

  test("refuses a name of two, unless it is the id of one", async () => {
    const twins = ["7", "8"].map(id => ({ id, userPrincipalName: `${id}@contoso.com`, mail: "twin@contoso.com" }));
    const all = [...twins, { id: "twin2@contoso.com", userPrincipalName: "9@contoso.com" }];
    const path = await files.write("twins.ndjson", all.map(one => JSON.stringify(one)).join("\n"));
    const directory = await openDirectory(path);
    assert.throws(() => directory.find("twin@contoso.com"), { name: "InputError", message: /is 2 objects: 7, 8\./ });
    assert.equal(directory.find("twin2@contoso.com")?.id, "twin2@contoso.com");
  });

  test("says so when the file has changed since it was read", async () => {
    const path = await files.write("changing.ndjson", ndjson);
    const directory = await openDirectory(path);
    await files.write("changing.ndjson", "");
    assert.throws(() => directory.find("id-2000"), { name: "InputError", message: /the file has changed since/ });
  });
});
