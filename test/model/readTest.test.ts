import assert from "node:assert/strict";
import { parseProvmap } from "../../server/src/language/provmap/parse.ts";
import type { MappingTest } from "../../server/src/model/mappingTest.ts";
import { readProvmap } from "../../server/src/model/readProvmap.ts";

function read(members: string): MappingTest {
  const [test] = readProvmap(parseProvmap(`test "T" { ${members} }`).file).tests;
  return test ?? assert.fail();
}

/** The written values by name. */
function valuesOf(members: MappingTest["existing"] = []): Record<string, unknown> {
  return Object.fromEntries(members.map(({ name, value }) => [name.text, value]));
}

suite("A test", () => {
  test("names its mapping, or leaves it open", () => {
    assert.equal(read('mapping: "Users" user: "ada" expect create').mapping?.text, "Users");
    assert.equal(read('user: "ada"').mapping, undefined);
  });

  test("writes its object out", () => {
    const { subjects } = read(
      'user: { mail: "a", emails: ["b"], accountEnabled: false, age: 7, code: 007, city: absent, team: Red }',
    );
    assert.deepEqual(
      subjects.map(({ objectType, key }) => [objectType, key]),
      [["User", undefined]],
    );
    assert.deepEqual(valuesOf(subjects[0]?.attributes), {
      mail: "a",
      emails: ["b"],
      accountEnabled: false,
      age: 7,
      code: "007",
      city: null,
      team: "Red",
    });
  });

  test("names an object of the directory, with changes", () => {
    const [subject] = read('group: "Staff" with { mail: "a" }').subjects;
    assert.deepEqual([subject?.objectType, subject?.key?.text], ["Group", "Staff"]);
    assert.deepEqual(valuesOf(subject?.attributes), { mail: "a" });
  });

  test("has as many objects as it names", () => {
    assert.deepEqual(
      read('user: "a" group: "b"').subjects.map(({ objectType }) => objectType),
      ["User", "Group"],
    );
    assert.deepEqual(read("user: [a] group:").subjects, []);
  });

  test("is about somebody who is assigned, unless it says otherwise", () => {
    assert.equal(read("").assigned, true);
    assert.equal(read("assigned: false").assigned, false);
  });

  test("says what the target holds, flat and nested", () => {
    assert.equal(read("existing: none").existing, undefined);
    assert.deepEqual(
      valuesOf(
        read('existing: { name: { givenName: "Ada" }, emails: [{ value: "a" }], name.familyName: "L" }').existing,
      ),
      {
        name: { givenName: "Ada" },
        emails: [{ value: "a" }],
        "name.familyName": "L",
      },
    );
  });

  test("expects texts, lists and nothing", () => {
    const [expectation] = read(
      'expect create { a: "x" b: true c: 7 d: ["x", true, absent] e: absent f: { g: "x" } h: [["x"]] reason: "r" }',
    ).expectations;
    assert.deepEqual(valuesOf(expectation?.attributes as MappingTest["existing"]), {
      a: "x",
      b: "True",
      c: "7",
      d: ["x", "True"],
      e: null,
      f: undefined,
      h: undefined,
      reason: "r",
    });
  });

  test("expects a reason of what is skipped and of what fails", () => {
    for (const action of ["skip", "fail"]) {
      const [expectation] = read(`expect ${action} { reason: "r" title: "x" }`).expectations;
      assert.equal(expectation?.reason?.value, "r");
      assert.deepEqual(
        expectation?.attributes.map(({ name }) => name.text),
        ["title"],
      );
    }
  });

  test("may be half typed", () => {
    for (const half of [
      "user: {",
      "user: { mail:",
      "existing: { a: [",
      "expect",
      "expect create { title:",
      "now:",
      'user: "a" with {',
    ]) {
      assert.equal(read(half).name.text, "T");
    }
  });
});
