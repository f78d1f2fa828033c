import assert from "node:assert/strict";
import type { Directory } from "../../server/src/connectors/directory/directory.ts";
import { InputError } from "../../server/src/connectors/inputError.ts";
import { loadWorkspace, type Workspace } from "../../server/src/connectors/workspace/loadWorkspace.ts";
import type { SourceObject } from "../../server/src/engine/ports.ts";
import { createDocument } from "../../server/src/model/document.ts";
import { chooseEnvironment, chooseMapping, chooseUser } from "../../server/src/session/choose.ts";

function object(objectType: "User" | "Group", key: string): SourceObject {
  return { id: key, objectType, attributes: new Map([["userPrincipalName", key]]), state: "present", assigned: true };
}

type MappingRow = readonly [name: string, source: string, enabled: boolean];

/** The configuration of a file with these mappings. */
function configurationOf(...mappings: readonly MappingRow[]) {
  const blocks = mappings.map(
    ([name, source, enabled]) =>
      `mapping "${name}" {\n  source: ${source}\n  target: "User"\n  enabled: ${enabled}\n}\n`,
  );
  return createDocument("file:///a.provmap", 0, blocks.join("\n")).configuration;
}

function refuses(choose: () => unknown, message: RegExp): void {
  assert.throws(choose, error => error instanceof InputError && message.test(error.message));
}

suite("choosing a mapping", () => {
  const ada = object("User", "ada");
  const choices: readonly (readonly [
    title: string,
    name: string | undefined,
    mappings: readonly MappingRow[],
    chosen: string,
  ])[] = [
    [
      "the named one",
      "B",
      [
        ["A", "User", true],
        ["B", "User", false],
      ],
      "B",
    ],
    [
      "the first enabled one for users",
      undefined,
      [
        ["G", "Group", true],
        ["A", "User", false],
        ["B", "User", true],
      ],
      "B",
    ],
    [
      "the first one where none is enabled",
      undefined,
      [
        ["A", "User", false],
        ["B", "User", false],
      ],
      "A",
    ],
  ];
  for (const [title, name, mappings, chosen] of choices) {
    test(title, () => assert.equal(chooseMapping(name, ada, configurationOf(...mappings)).name.text, chosen));
  }

  test("an unknown name is refused with those there are", () =>
    refuses(
      () => chooseMapping("Usres", ada, configurationOf(["Users", "User", true], ["Groups", "Group", true])),
      /"Usres"\. Did you mean 'Users'\? It has "Users", "Groups"\.$/,
    ));

  test("a file with no mapping for users is refused", () =>
    refuses(
      () => chooseMapping(undefined, ada, configurationOf(["G", "Group", true])),
      /no mapping with "source: User"/,
    ));
});

suite("choosing a user", () => {
  const users = [object("User", "ada@contoso.com"), object("User", "bob@contoso.com")];
  const groups = [object("Group", "engineers")];
  const directory: Directory = {
    users,
    groups,
    find: key => [...users, ...groups].find(({ id }) => id === key),
    locate: async () => undefined,
  };

  test("one that there is", () => assert.equal(chooseUser("bob@contoso.com", "people.json", directory), users[1]));

  test("a misspelt one is refused with the likeliest", () =>
    refuses(
      () => chooseUser("bbo@contoso.com", "people.json", directory),
      /in people\.json\. Did you mean 'bob@contoso\.com'\?$/,
    ));

  test("a group is refused", () => refuses(() => chooseUser("engineers", "people.json", directory), /is a group/));
});

suite("choosing an environment", () => {
  let workspace: Workspace;
  suiteSetup(async () => {
    workspace = await loadWorkspace("/");
  });

  test("the sandbox is always there", () => assert.equal(chooseEnvironment("sandbox", workspace).endpoint, "sandbox"));

  for (const name of ["sandbx", "toString", "__proto__"]) {
    test(`${name} is refused with those there are`, () =>
      refuses(() => chooseEnvironment(name, workspace), /There is "sandbox"\.$/));
  }
});
