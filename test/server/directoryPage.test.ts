import assert from "node:assert/strict";
import { join } from "node:path";
import { openSource } from "../../server/src/connectors/directory/openSource.ts";
import { directoryPage, pageAttributes } from "../../server/src/requests/directoryPage.ts";
import { smallDirectory, temporaryWorkspace } from "../harness/workspace.ts";

suite("page of a directory", () => {
  const groups = [{ id: "g1", displayName: "Engineering", members: [smallDirectory.users[0]?.id] }];
  const page = async (search: string | undefined, offset = 0, limit = 10, type: "User" | "Group" = "User") => {
    const files = await temporaryWorkspace({ "people.json": { ...smallDirectory, groups } });
    const source = openSource(join(files.folder, "people.json"), { wanted: pageAttributes });
    const params = { type, offset, limit, ...(search !== undefined && { search }) };
    return directoryPage(source.read(), params).finally(files.remove);
  };
  const rows: readonly (readonly [
    search: string | undefined,
    offset: number,
    found: number,
    names: readonly string[],
  ])[] = [
    [undefined, 0, 2, ["Ada Lovelace", "Bob Builder"]],
    [undefined, 1, 2, ["Bob Builder"]],
    [undefined, 2, 2, []],
    ["LOVE", 0, 1, ["Ada Lovelace"]],
    ["sales", 0, 1, ["Bob Builder"]],
    ["@contoso", 1, 2, ["Bob Builder"]],
    ["-000000000002", 0, 1, ["Bob Builder"]],
    ["  ", 0, 2, ["Ada Lovelace", "Bob Builder"]],
    ["nobody", 0, 0, []],
  ];
  for (const [search, offset, found, names] of rows) {
    test(`${search ?? "everybody"} from ${offset}: ${names.join(", ") || "nobody"} of ${found}`, async () => {
      const told = await page(search, offset);
      assert.deepEqual([told.total, told.found, told.users.map(({ displayName }) => displayName)], [2, found, names]);
      assert.deepEqual(told.groups, []);
    });
  }

  test("no more than asked for", async () => assert.equal((await page(undefined, 0, 1)).users.length, 1));

  test("groups come with the number of their members", async () => {
    const { users, groups: told } = await page(undefined, 0, 10, "Group");
    assert.deepEqual([users, told], [[], [{ id: "g1", displayName: "Engineering", members: 1 }]]);
  });
});
