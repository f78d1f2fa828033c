import assert from "node:assert/strict";
import { compileFilter } from "../../../server/src/engine/filter/compileFilter.ts";
import { parseFilter } from "../../../server/src/engine/filter/parseFilter.ts";
import { findAttribute, urn } from "./people.ts";

const ada = {
  id: "A1",
  userName: "Ada@Contoso.com",
  title: "",
  active: true,
  shoeSize: 39,
  photo: "aGk=",
  hired: "2026-03-02T09:30:00+01:00",
  name: { givenName: "Zoë", familyName: "Lovelace" },
  emails: [
    { type: "work", value: "ada@contoso.com", primary: true },
    { type: "home", value: "ADA@home.example" },
  ],
  manager: { value: "M1" },
  [urn]: { badge: "B7", building: "North" },
};

const nobody = { id: "A2", emails: [], name: {} };

function read(text: string) {
  const filter = parseFilter(text);
  return filter.kind === "invalid" ? filter : compileFilter(filter, findAttribute);
}

function matches(text: string, resource: object): boolean {
  const compiled = read(text);
  assert.ok(compiled.kind === "compiled", JSON.stringify(compiled));
  return compiled.matches(resource);
}

suite("a filter over resources", () => {
  const rows: readonly (readonly [filter: string, ada: boolean, nobody: boolean])[] = [
    ['userName eq "ada@contoso.COM"', true, false],
    ['USERNAME EQ "ada@contoso.com"', true, false],
    ['userName ne "ada@contoso.com"', false, true],
    ['userName co "@CONTOSO"', true, false],
    ['userName sw "ADA"', true, false],
    ['userName sw "ada@contoso.com.example"', false, false],
    ['userName ew ".COM"', true, false],
    ['userName gt "ABC"', true, false],
    ['userName lt "abc"', false, false],
    ['id eq "a1"', false, false],
    ['id eq "A1"', true, false],
    ['id sw "a"', false, false],
    ['id ge "A1" and id le "A1"', true, false],
    ['name.givenName eq "ZOË"', true, false],
    ['name.givenName sw "ZO"', true, false],
    ['name.givenName ew "ë"', true, false],
    ["name pr", true, false],
    ["title pr", false, false],
    ["title eq null", false, true],
    ["userName ne null", true, false],
    ["active eq true", true, false],
    ['active eq "True"', true, false],
    ["active ne true", false, true],
    ["active pr", true, false],
    ["shoeSize gt 38 and shoeSize le 39", true, false],
    ['shoeSize eq "39"', true, false],
    ["shoeSize lt 39", false, false],
    ["shoeSize ne 39", false, true],
    ['hired eq "2026-03-02T08:30:00Z"', true, false],
    ['hired lt "2026-03-02T09:00:00Z"', true, false],
    ['hired sw "2026-03"', true, false],
    ['photo eq "agk="', false, false],
    ['emails eq "ada@home.example"', true, false],
    ['emails.type eq "HOME"', true, false],
    ['emails.value ne "ada@contoso.com"', true, true],
    ["emails pr", true, false],
    ["emails.primary pr", true, false],
    ['emails[type eq "work"].value eq "ada@contoso.com"', true, false],
    ['emails[type eq "home"].value eq "ada@contoso.com"', false, false],
    ['emails[type eq "home" and value co "HOME"]', true, false],
    ['emails[type eq "work" and value co "home"]', false, false],
    ['emails[primary eq "True"].type eq "work"', true, false],
    ['emails[not (type eq "work")]', true, false],
    ['not (emails[type eq "home"])', false, true],
    ['manager eq "M1"', true, false],
    ['manager eq "m1"', false, false],
    ['manager.value eq "M1"', true, false],
    ['manager[value eq "M1"]', true, false],
    ["manager eq null", false, true],
    [`${urn}:badge eq "B7"`, true, false],
    [`${urn.toUpperCase()}:BUILDING eq "north"`, true, false],
    [`${urn}:badge eq "b7" or ${urn}:building eq "north"`, true, false],
    ["id pr or userName pr and active eq false", true, true],
    ["(id pr or userName pr) and active eq false", false, false],
    ["not (userName pr) and id pr", false, true],
  ];
  for (const [filter, onAda, onNobody] of rows) {
    test(`${filter}: ${onAda}, ${onNobody}`, () => {
      assert.deepEqual([matches(filter, ada), matches(filter, nobody)], [onAda, onNobody]);
    });
  }

  const refused: readonly (readonly [filter: string, message: string])[] = [
    ['nickName eq "A"', 'there is no attribute "nickName"'],
    ["id pr and emails[kind pr]", 'there is no attribute "kind"'],
    ['name eq "Ada"', "name has parts, of which one must be named"],
    ["active gt true", "active has no order, so that gt cannot be asked of it"],
    ["active eq 1", "active is true or false"],
    ['photo lt "a"', "photo has no order, so that lt cannot be asked of it"],
    ['shoeSize eq "big"', "shoeSize is a number"],
    ["shoeSize co 3", "shoeSize is a number, of which co cannot be asked"],
    ['hired gt "yesterday"', "hired is a date, written as 2026-03-02T09:30:00Z"],
    ["userName eq 5", "userName is a text, written in double quotes"],
    ["userName gt null", "userName gt null compares with nothing"],
  ];
  for (const [filter, message] of refused) {
    test(`${filter} is refused`, () => assert.deepEqual(read(filter), { kind: "invalid", message }));
  }
});
