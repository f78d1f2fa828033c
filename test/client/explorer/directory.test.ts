import assert from "node:assert/strict";
import { nameDirectory } from "../../../client/src/explorer/directory/directoryMember.ts";
import { listNode, objectNodes } from "../../../client/src/explorer/directory/nodes.ts";
import { createPages } from "../../../client/src/explorer/directory/pages.ts";
import { sampleOf } from "../../../client/src/liveValues/sampleOf.ts";
import type { DirectoryAnswer, DirectoryParams } from "../../../server/src/protocol/views.ts";

const ada = { id: "1", displayName: "Ada", userPrincipalName: "ada@contoso.com", mail: "ada@contoso.com" };
const bob = { id: "2", displayName: "Bob", userPrincipalName: "bob@contoso.com", department: "Sales" };
const team = { id: "3", displayName: "Team", members: 1 };
const loaded = { total: 2, found: 2, users: [ada, bob], groups: [] };
const rows = (nodes: ReturnType<typeof objectNodes>) =>
  nodes.map(({ label, description, icon, context }) => [label, description, icon, context]);

suite("view of the sample users and groups", () => {
  test("people are shown by name and user principal name; the pinned one says so", () =>
    assert.deepEqual(rows(objectNodes("User", loaded, "2")), [
      ["Ada", "ada@contoso.com", "account", "mapwright.user"],
      ["Bob", "pinned · bob@contoso.com", "pinned", "mapwright.user.pinned"],
    ]));

  test("groups are shown with the number of their members, and pinned by their name", () => {
    const [node] = objectNodes("Group", { total: 1, found: 1, users: [], groups: [team] }, undefined);
    assert.deepEqual([node?.label, node?.description], ["Team", "1 member"]);
    assert.deepEqual(sampleOf({ kind: "group", group: team }), {
      id: "3",
      displayName: "Team",
      userPrincipalName: "Team",
    });
  });

  test("a page that is not the last ends with the row that shows more", () => {
    const nodes = objectNodes("User", { ...loaded, total: 100_000, found: 100_000 }, undefined);
    const more = nodes.at(-1);
    assert.deepEqual(
      [more?.label, more?.description, more?.command],
      ["Show more…", "2 of 100,000", "mapwright.showMoreOfDirectory"],
    );
  });

  test("the row above tells how many there are, and how many have the text", () => {
    assert.equal(listNode("User", { ...loaded, total: 100_000 }, "").description, "100,000");
    assert.equal(listNode("User", { ...loaded, total: 27 }, "sal").description, "2 of 27 with “sal”");
  });
});

suite("pages of a directory", () => {
  const asked: DirectoryParams[] = [];
  const many = Array.from({ length: 250 }, (_, index) => ({ ...ada, id: `${index}` }));
  const pages = (refuses = false) =>
    createPages({
      directory: async (params): Promise<DirectoryAnswer> => {
        asked.push(params);
        if (refuses) return { kind: "refused", message: "No." };
        const users = params.type === "User" ? many.slice(params.offset, params.offset + params.limit) : [];
        return { kind: "page", total: users.length && 250, found: users.length && 250, users, groups: [] };
      },
    });
  setup(() => {
    asked.length = 0;
  });

  test("come as they are asked for, and never all at once", async () => {
    const { begin, more, of } = pages();
    await begin("file:///a", "x");
    assert.equal(of("User").users.length, 100);
    await more("User");
    assert.equal(of("User").users.length, 200);
    await more("User");
    assert.equal(of("User").users.length, 250);
    assert.deepEqual(
      asked.map(({ type, offset, search }) => [type, offset, search]),
      [
        ["User", 0, "x"],
        ["Group", 0, "x"],
        ["User", 100, "x"],
        ["User", 200, "x"],
      ],
    );
  });

  test("begin anew where another text is looked for", async () => {
    const { begin, more, of } = pages();
    await begin("file:///a", "");
    await more("User");
    await begin("file:///a", "y");
    assert.equal(of("User").users.length, 100);
  });

  test("a refusal is handed on, and nothing is shown", async () => {
    const { begin, of } = pages(true);
    assert.deepEqual(await begin("file:///a", ""), { kind: "refused", message: "No." });
    assert.equal(of("User").users.length, 0);
  });
});

suite("the directory in mapwright.json", () => {
  const rows: readonly (readonly [before: string, after: string])[] = [
    ["{}", '{\n  "directory": "d.json"\n}'],
    ['{\n  "rules": {}\n}', '{\n  "directory": "d.json",\n  "rules": {}\n}'],
    ['{ "directory": "old.json" }', '{ "directory": "d.json" }'],
    ['{ "directory" :\n"a\\"b.json", "rules": {} }', '{ "directory" :\n"d.json", "rules": {} }'],
    ['// { a comment }\n{\n  "rules": {}\n}', '// { a comment }\n{\n  "directory": "d.json",\n  "rules": {}\n}'],
  ];
  for (const [before, after] of rows) {
    test(JSON.stringify(before), () => {
      const { start, end, text } = nameDirectory(before, "d.json");
      assert.equal(before.slice(0, start) + text + before.slice(end), after);
    });
  }
});
