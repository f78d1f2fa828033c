import assert from "node:assert/strict";
import { openDirectory } from "../../../server/src/connectors/directory/openDirectory.ts";
import { openSource, type SourceSettings } from "../../../server/src/connectors/directory/openSource.ts";
import type { Unreadable } from "../../../server/src/connectors/directory/unreadable.ts";
import type { SourceObject } from "../../../server/src/engine/ports.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../../harness/workspace.ts";

const people = [
  {
    id: "1",
    userPrincipalName: "ada@contoso.com",
    displayName: "Ada Lovelace",
    mail: "ada@contoso.com",
    accountEnabled: true,
    mobilePhone: "+1",
    otherMails: ["a@x", "b@x"],
    onPremisesExtensionAttributes: { extensionAttribute1: "CC-1" },
    badge: "7",
  },
  {
    id: "2",
    userPrincipalName: "bo_home.example#EXT#@contoso.com",
    displayName: 'Bo "B", jr.',
    manager: "1",
    accountEnabled: false,
    deletedDateTime: "2026-01-01T00:00:00Z",
  },
  { id: "3", userPrincipalName: "cy@contoso.com", permanentlyDeleted: true },
];
const groups = [{ id: "g", displayName: "Team", members: ["1", "2"] }];

const ndjson = [...people, ...groups.map(one => ({ objectType: "Group", ...one }))]
  .map(one => JSON.stringify(one))
  .join("\n");

const csv = `id,objectType,userPrincipalName,displayName,mail,accountEnabled,mobilePhone,otherMails,onPremisesExtensionAttributes.extensionAttribute1,badge,manager,deletedDateTime,permanentlyDeleted,members
1,User,ada@contoso.com,Ada Lovelace,ada@contoso.com,true,+1,a@x; b@x,CC-1,7,,,,
2,,bo_home.example#EXT#@contoso.com,"Bo ""B"", jr.",,FALSE,,,,,1,2026-01-01T00:00:00Z,,
3,,cy@contoso.com,,,,,,,,,,true,
g,Group,,Team,,,,,,,,,,1;2
`;

suite("openSource", () => {
  let files: TemporaryWorkspace;
  suiteSetup(async () => {
    files = await temporaryWorkspace({
      "people.json": { users: people, groups },
      "people.ndjson": ndjson,
      "people.JSONL": ndjson.replaceAll("\n", "\r\n"),
      "people.csv": csv,
      "people.tsv": csv
        .replaceAll("; ", "|")
        .replaceAll(";", "|")
        .replaceAll(",", "\t")
        .replace("otherMails", "otherMails[|]")
        .replace("members", "members[|]")
        .replace('"Bo ""B""\t jr."', '"Bo ""B"", jr."'),
    });
  });
  suiteTeardown(() => files.remove());

  const read = async (name: string, settings?: SourceSettings, takeNote?: (one: Unreadable) => void) => {
    const source = openSource(`${files.folder}/${name}`, settings);
    const all: SourceObject[] = [];
    for await (const block of source.read(undefined, takeNote)) all.push(...block);
    assert.equal(source.share(), 1);
    return all;
  };
  const plain = (objects: readonly SourceObject[]) =>
    objects.map(({ attributes, ...rest }) => ({ ...rest, attributes: Object.fromEntries([...attributes].toSorted()) }));

  for (const name of ["people.json", "people.ndjson", "people.JSONL", "people.csv", "people.tsv"]) {
    test(`reads the same people from ${name} as a directory of JSON has`, async () => {
      const directory = await openDirectory(`${files.folder}/people.json`);
      assert.deepEqual(plain(await read(name)), plain([...directory.users, ...directory.groups]));
    });
  }

  suite("a large JSON file, which is not held", () => {
    const assignments = [
      { application: "A", user: "ADA@contoso.com", roles: ["admin"] },
      { application: "A", group: "Team", roles: ["user"] },
      { application: "B", user: "3" },
    ];
    const users = people.map(({ manager: _, ...one }) => one);
    const forms: readonly (readonly [what: string, content: unknown])[] = [
      ["the three lists", { users, groups, assignments }],
      ["its assignments first", { assignments, groups, $schema: "x", users }],
      ["users alone", users],
      ["Graph's answer", { "@odata.context": "x", value: users }],
      [
        "comments and commas",
        `// people\n{ "users": [ ${users.map(one => JSON.stringify(one)).join(", /* next */ ")}, ], }`,
      ],
    ];
    for (const [what, content] of forms) {
      test(`has the same people: ${what}`, async () => {
        const path = await files.write("large.json", content);
        for (const application of ["A", "B", "C", undefined]) {
          const directory = await openDirectory(path, application);
          const streamed = await read("large.json", { application, largeFile: 0 });
          const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
          assert.deepEqual(
            plain(streamed).toSorted(byId),
            plain([...directory.users, ...directory.groups]).toSorted(byId),
          );
        }
      });
    }

    const mistakes: readonly (readonly [content: unknown, message: RegExp])[] = [
      ['{"users": [\n  {"id": "1"}\n]}', /:2:3: userPrincipalName has no value\./],
      ['{"users": [\n  {"id": "1" "mail": "x"}\n]}', /:2:14: a comma is missing\. Correct the JSON there\.$/],
      ['{"users": [\n  {"id": "1"', /:2:3: the file ends too early\. Correct the JSON there\.$/],
      ['{"users" [', /:1:2: a colon is missing\./],
      ["[] x", /:1:4: something follows the end of the JSON\./],
      ['"users"', /:1:1: this is no list of users and no object with lists\./],
      ["", /:1:1: the file is empty\./],
      ['{"usrs": [{}]}', /:1:1: the file has no users\. Give it a list "users"/],
      [
        { users, assignments: [{ application: "A", user: "nobody" }] },
        /the assignment is to "nobody", which is no user or group of the file\./,
      ],
      [{ users, assignments: [{ application: "A" }] }, /must name either a "user" or a "group"\.$/],
    ];
    for (const [content, message] of mistakes) {
      test(`${JSON.stringify(content).slice(0, 50)} is refused with its place`, async () => {
        await files.write("large.json", content);
        await assert.rejects(read("large.json", { largeFile: 0 }), { name: "InputError", message });
      });
    }
  });

  test("reads only the attributes that are wanted", async () => {
    const wanted = new Set(["userPrincipalName", "badge", "mobile", "none"]);
    for (const name of ["people.ndjson", "people.csv"]) {
      const [ada, bo] = await read(name, { wanted });
      assert.deepEqual([...(ada?.attributes.keys() ?? [])].toSorted(), ["badge", "mobile", "userPrincipalName"]);
      assert.deepEqual([bo?.attributes.get("userPrincipalName"), bo?.state], ["bo@home.example", "softDeleted"]);
    }
  });

  suite("assignments", () => {
    const cases: readonly (readonly [
      json: unknown,
      field: string,
      application: string | undefined,
      assigned: boolean,
    ])[] = [
      [true, "true", "A", true],
      [false, "False", "A", false],
      [["A"], "A", "A", true],
      [["A", "B"], "A; B", "B", true],
      [["A"], "A", "B", false],
      [["A"], "A", undefined, true],
      [[], ";", undefined, false],
      [null, "", "A", false],
    ];
    for (const [json, field, application, assigned] of cases) {
      test(`${JSON.stringify(json)} is ${assigned ? "" : "not "}an assignment to ${application ?? "any"}`, async () => {
        await files.write("one.ndjson", JSON.stringify({ id: "1", userPrincipalName: "a@b", assigned: json }));
        await files.write("one.csv", `id,userPrincipalName,assigned\n1,a@b,${field}\n`);
        for (const name of ["one.ndjson", "one.csv"])
          assert.deepEqual(
            (await read(name, { application })).map(one => one.assigned),
            [assigned],
            name,
          );
      });
    }
  });

  suite("objects that cannot be read", () => {
    const lines: readonly (readonly [line: string, reason: RegExp])[] = [
      ['{"userPrincipalName":"a@b"}', /:2:1: the object needs an "id": add the id that the object has in Entra\.$/],
      ['{"id":"9"}', /:2:1: userPrincipalName has no value\. Give the object one\.$/],
      ['{"id":"9","userPrincipalName":7}', /:2:1: userPrincipalName must be a text in double quotes\.$/],
      ['{"id":"9","userPrincipalName":"a@b","manager":7}', /:2:1: manager must be an id, or an object with an "id"/],
      ['{"id":"9","userPrincipalName":"a@b","assigned":7}', /:2:1: assigned must be true, false, or a list/],
      ['{"id":"9","objectType":"Device"}', /:2:1: objectType must be "User" or "Group"\.$/],
      ['{"id":"9","objectType":"Group","members":"1"}', /:2:1: members must be a list of ids\.$/],
      ['{"id":"9"', /:2:10: a closing "}" is missing\. Write one JSON object on the line\.$/],
    ];
    for (const [line, reason] of lines) {
      test(`${line} ends the reading, or is taken note of`, async () => {
        const path = await files.write("bad.ndjson", `{"id":"1","userPrincipalName":"a@b"}\n${line}\n`);
        await assert.rejects(read("bad.ndjson"), (error: Error) => {
          assert.equal(error.name, "InputError");
          assert.ok(error.message.startsWith(`${path}:`), error.message);
          assert.match(error.message, reason);
          return true;
        });
        const noted: Unreadable[] = [];
        assert.deepEqual(
          (await read("bad.ndjson", {}, one => noted.push(one))).map(({ id }) => id),
          ["1"],
        );
        assert.deepEqual(
          noted.map(({ line, id }) => [line, id]),
          [[2, line.includes('"id"') ? "9" : undefined]],
        );
      });
    }

    const rows: readonly (readonly [text: string, reason: RegExp])[] = [
      ["id,mail\n1,a@b\n", /:2:1: userPrincipalName has no value\./],
      ["userPrincipalName,id\na@b,\n", /:2:1: the object needs an "id"/],
      ["id,userPrincipalName\n1,a@b,c\n", /:2:1: the row has 3 fields and the header 2\./],
      [
        "id,userPrincipalName,assigned,permanentlyDeleted\n1,a@b,true,maybe\n",
        /:2:1: permanentlyDeleted must be true or/,
      ],
      ["mail\na@b\n", /:1:1: there is no column "id"\./],
      ["id,Mobile,mobilePhone\n1,2,3\n", /:1:1: two columns are called mobile\. Remove one of them\.$/],
      ["id,,mail\n1,2,3\n", /:1:1: column 2 has no name\. Name the attribute that it holds\.$/],
    ];
    for (const [text, reason] of rows) {
      test(`${JSON.stringify(text)} is refused with its place`, async () => {
        await files.write("bad.csv", text);
        await assert.rejects(read("bad.csv"), { name: "InputError", message: reason });
      });
    }
  });

  test("stops when it is told to, and reads again from the start", async () => {
    const line = (index: number) =>
      `${JSON.stringify({ id: `${index}`, userPrincipalName: `u${index}@contoso.com` })}\n`;
    await files.write("many.ndjson", Array.from({ length: 20_000 }, (_, index) => line(index)).join(""));
    const source = openSource(`${files.folder}/many.ndjson`);
    const stop = new AbortController();
    await assert.rejects(
      (async () => {
        for await (const _ of source.read(stop.signal)) stop.abort();
      })(),
      { name: "AbortError" },
    );
    assert.ok(source.share() < 1);
    assert.equal((await read("many.ndjson")).length, 20_000);
  });
});
