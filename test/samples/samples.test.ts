import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatProvmap } from "../../server/src/language/provmap/format.ts";
import { parseProvmap } from "../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../server/src/model/readProvmap.ts";
import { runTests } from "../../server/src/session/runTests.ts";
import { validate } from "../../server/src/validation/validate.ts";

const folder = join(import.meta.dirname, "../../samples/contoso");
const read = (name: string) => readFileSync(join(folder, name), "utf8");

interface Principal {
  readonly id: string;
  readonly userPrincipalName?: string;
  readonly manager?: string;
  readonly members?: readonly string[];
}

interface DirectoryFile {
  readonly users: readonly Principal[];
  readonly groups: readonly Principal[];
  readonly assignments: readonly { readonly application: string; readonly user?: string; readonly group?: string }[];
}

const directory: DirectoryFile = JSON.parse(read("directory/contoso.json"));
const provmaps = readdirSync(folder).filter(name => name.endsWith(".provmap"));
const configurations = provmaps.map(name => readProvmap(parseProvmap(read(name)).file));

suite("samples/contoso", () => {
  for (const name of provmaps) {
    test(`${name} has no problems`, () => {
      const { file, problems } = parseProvmap(read(name));
      assert.deepEqual(validate(readProvmap(file), problems), []);
    });

    test(`${name} has tests, and they pass`, async () => {
      const { results } = await runTests({ file: join(folder, name) });
      assert.ok(results.length > 0);
      assert.deepEqual(
        results.filter(({ kind }) => kind !== "passed"),
        [],
      );
    });

    test(`${name} has the canonical layout`, () => {
      assert.equal(formatProvmap(read(name)), read(name));
    });
  }

  test("managers, members and assignments are people and groups of the directory", () => {
    const { users, groups, assignments } = directory;
    const known = [...users, ...groups].map(({ id }) => id);
    const named = [
      ...users.flatMap(({ manager }) => manager ?? []),
      ...groups.flatMap(({ members = [] }) => members),
      ...assignments.flatMap(({ user, group }) => user ?? group ?? []),
    ];
    assert.equal(new Set(known).size, known.length);
    assert.deepEqual(
      named.filter(id => !known.includes(id)),
      [],
    );
  });

  test("every assignment is to an application of the samples, and every application has some", () => {
    const applications = configurations.map(({ application }) => application?.name.text);
    assert.deepEqual(new Set(directory.assignments.map(({ application }) => application)), new Set(applications));
  });

  test("the people that the README speaks of are in the directory", () => {
    const people = directory.users.map(({ userPrincipalName }) => userPrincipalName);
    const spokenOf = read("README.md").match(/[\w.]+@contoso\.com/g) ?? [];
    assert.equal(spokenOf.length, 4);
    for (const person of spokenOf) assert.ok(people.includes(person), person);
  });

  test("what the sandbox begins with is named after people of the directory", () => {
    const existing: { readonly users: readonly { readonly externalId: string }[] } = JSON.parse(
      read("target/existing.json"),
    );
    const ids = directory.users.map(({ id }) => id);
    for (const { externalId } of existing.users) assert.ok(ids.includes(externalId), externalId);
  });
});
