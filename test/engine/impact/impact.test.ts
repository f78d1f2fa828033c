import assert from "node:assert/strict";
import { openImpact } from "../../../server/src/engine/impact/impact.ts";
import type { ImpactPerson, ImpactResult } from "../../../server/src/engine/impact/result.ts";
import type { SourceObject } from "../../../server/src/engine/ports.ts";
import { stillWorld } from "../world.ts";
import { edition, user, usersFile } from "./editions.ts";

const matched = "userName <- [userPrincipalName] match 1";
const active = 'active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")';
const inDepartment = (name: string) => `filter "Staff" { department EQUALS "${name}" }`;

interface Facts {
  readonly before: string;
  readonly after: string;
  readonly application?: string;
  readonly people: readonly SourceObject[];
  readonly limit?: number;
  readonly onPerson?: (person: ImpactPerson) => void;
}

function impactOf({
  before,
  after,
  application = "",
  people,
  limit = 10,
  onPerson,
}: Facts): Omit<ImpactResult, "unreadable"> {
  const [was, is] = [before, after].map(mapping =>
    edition(mapping.startsWith("application") ? mapping : usersFile(mapping, application)),
  );
  assert.ok(was && is);
  const impact = openImpact({ before: was, after: is, world: stillWorld, limit, ...(onPerson && { onPerson }) });
  impact.take(people.slice(0, 2));
  impact.take(people.slice(2));
  if (impact.needsSecondReading()) impact.takeAgain(people);
  return impact.result();
}

const people = [
  user("ada", { displayName: "Ada", department: "Sales", jobTitle: "Boss", companyName: "Contoso" }),
  user("bob", { displayName: "Bob", department: "Sales", jobTitle: "Aide", companyName: "Contoso" }),
  user("cy", { displayName: "Cy", department: "IT", jobTitle: "Aide" }),
  user("dan", { displayName: "Dan", department: "IT", accountEnabled: false }),
];

suite("impact", () => {
  test("counts what either version would do", () => {
    const { objects, before, after } = impactOf({
      before: `${inDepartment("Sales")} ${matched} ${active}`,
      after: `${inDepartment("IT")} ${matched} ${active}`,
      people,
    });
    assert.equal(objects, 4);
    assert.deepEqual(before, { create: 0, update: 0, disable: 0, delete: 0, fail: 0, skip: 2, noChange: 2 });
    assert.deepEqual(after, { create: 1, update: 0, disable: 2, delete: 0, fail: 0, skip: 1, noChange: 0 });
  });

  test("says who is affected, with the reason and the clause that decided", () => {
    const after = `${inDepartment("IT")} ${matched} ${active}`;
    const { people: listed, clauses } = impactOf({
      before: `${inDepartment("Sales")} ${matched} ${active}`,
      after,
      people,
    });
    assert.deepEqual(
      listed.map(({ action, total, people }) => [action, total, people.map(({ displayName }) => displayName)]),
      [
        ["create", 1, ["Cy"]],
        ["disable", 2, ["Ada", "Bob"]],
      ],
    );
    const [created, disabled] = [listed[0]?.people[0], listed[1]?.people[0]];
    assert.equal(created?.reason, `The filter "Staff" passes. Before: department EQUALS 'Sales' fails.`);
    assert.equal(disabled?.reason, `In the filter "Staff", department EQUALS 'IT' fails: department is "Sales".`);
    assert.deepEqual([created?.clause?.version, disabled?.clause?.version], ["before", "after"]);
    const { start, end } = disabled?.clause?.span ?? { start: 0, end: 0 };
    assert.equal(usersFile(after).slice(start, end), 'department EQUALS "IT"');
    assert.deepEqual(
      clauses.map(({ clause, joins, leaves }) => [clause, joins, leaves]),
      [
        ["department EQUALS 'IT'", 0, 2],
        ["department EQUALS 'Sales'", 1, 0],
      ],
    );
  });

  test("names the clause of the filter that let the person in, where several filters fail", () => {
    const other = 'filter "Other" { companyName EQUALS "Fabrikam" }';
    const { people: listed } = impactOf({
      before: `${other} ${inDepartment("Sales")} ${matched} ${active}`,
      after: `${other} filter "Staff" { department EQUALS "Sales" jobTitle EQUALS "Boss" } ${matched} ${active}`,
      people,
    });
    assert.deepEqual(
      listed.flatMap(({ people }) =>
        people.map(({ displayName, clause }) => [displayName, clause?.filter, clause?.clause]),
      ),
      [["Bob", "Staff", "jobTitle EQUALS 'Boss'"]],
    );
  });

  test("tells an assignment that is asked for now", () => {
    const { people: listed } = impactOf({
      before: usersFile(`${matched} ${active}`, "scope: all"),
      after: usersFile(`${matched} ${active}`, "scope: assigned"),
      people: [user("ada", {}, { assigned: false })],
    });
    assert.match(listed[0]?.people[0]?.reason ?? "", /^It is not assigned/);
    assert.equal(listed[0]?.people[0]?.clause, undefined);
  });

  test("tells the values that differ, old and new, by attribute", () => {
    const { changes, people: listed } = impactOf({
      before: `${matched} title <- [jobTitle]`,
      after: `${matched} title <- Switch([jobTitle], [jobTitle], "Boss", "Chief") nickName <- [displayName]`,
      people,
    });
    assert.deepEqual(
      changes.map(({ target, total, examples }) => [target, total, examples[0]]),
      [
        ["nickName", 3, { displayName: "Ada", oldValue: null, newValue: "Ada" }],
        ["title", 1, { displayName: "Ada", oldValue: "Boss", newValue: "Chief" }],
      ],
    );
    assert.deepEqual(listed[0]?.people[0]?.changes, [
      { target: "title", oldValue: "Boss", newValue: "Chief" },
      { target: "nickName", oldValue: null, newValue: "Ada" },
    ]);
  });

  test("sees nothing in what Entra takes for the same", () => {
    const nothing: readonly (readonly [before: string, after: string])[] = [
      ["title <- [jobTitle]", "title <- ToUpper([jobTitle])"],
      ["title <- [jobTitle]", ""],
      ["title <- [jobTitle]", 'title <- [jobTitle] default "None"'],
      ["title <- [jobTitle]", "title <- Trim([jobTitle]) on create"],
      ["title <- [jobTitle]", "title <- none"],
    ];
    for (const [before, after] of nothing) {
      const result = impactOf({ before: `${matched} ${before}`, after: `${matched} ${after}`, people });
      assert.deepEqual(result.people, [], after);
      assert.equal(result.after.noChange, 3);
    }
  });

  test("takes another object for a change of a reference", () => {
    const manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
    const { changes, after } = impactOf({
      before: `${matched} ${manager} <- [manager]`,
      after: `${matched} ${manager} <- Coalesce([manager], [extensionAttribute1])`,
      people: [user("ada", { manager: "bob" }), user("bob", { extensionAttribute1: "cy" })],
    });
    assert.deepEqual(
      changes.map(({ target, total, examples }) => [target, total, examples[0]?.newValue]),
      [[manager, 1, "cy"]],
    );
    assert.deepEqual([after.update, after.noChange], [1, 1]);
  });

  test("masks what is redacted, in values, reasons and names", () => {
    const secret = "canary-7d1f";
    const {
      people: listed,
      changes,
      collisions,
    } = impactOf({
      before: `filter "F" { department EQUALS "${secret}" } ${matched} nickName <- Redact([department]) title <- [jobTitle] ${active}`,
      after: `filter "F" { department NOT EQUALS "${secret}" } userName <- Redact([department]) match 1 nickName <- Redact(Append([department], "x")) ${active}`,
      people: ["ada", "bob", "cy"].map((id, index) =>
        user(id, { department: index === 0 ? secret : `${secret}-2`, displayName: id }),
      ),
    });
    const told = JSON.stringify([
      listed.map(({ people }) => people.map(({ clause: _, ...rest }) => rest)),
      changes,
      collisions,
    ]);
    assert.doesNotMatch(told.replaceAll(`EQUALS '${secret}'`, ""), /canary/);
    assert.equal(collisions.examples[0]?.value, "[Redact]");
  });

  suite("collisions of matching values", () => {
    const sharing = `userName <- [companyName] match 1`;
    test("name the people who share one, and whether they did before", () => {
      const { collisions } = impactOf({ before: matched, after: sharing, people });
      assert.equal(collisions.total, 1);
      assert.deepEqual(collisions.examples, [
        {
          mapping: "Users",
          target: "userName",
          value: "Contoso",
          people: [
            { id: "ada", displayName: "Ada" },
            { id: "bob", displayName: "Bob" },
          ],
          total: 2,
          existed: false,
        },
      ]);
      assert.equal(impactOf({ before: sharing, after: sharing, people }).collisions.examples[0]?.existed, true);
    });

    test("do not count people who are out of scope, or the case of letters unless it matters", () => {
      const shared = [
        user("ada", { mail: "A@x", department: "IT" }),
        user("bob", { mail: "a@x", department: "IT" }),
        user("cy", { mail: "a@x" }),
      ];
      const after = (rest: string) => `${inDepartment("IT")} ${rest}`;
      const total = (mapping: string) =>
        impactOf({ before: matched, after: after(mapping), people: shared }).collisions.examples.map(one => one.total);
      assert.deepEqual(total("userName <- [mail] match 1"), [2]);
      assert.deepEqual(total("externalId <- [mail] match 1"), []);
    });
  });

  suite("the accidental-deletions threshold", () => {
    const cases: readonly (readonly [application: string, trips: boolean])[] = [
      ["deleteThreshold: 1", true],
      ["deleteThreshold: 2", false],
      ["", false],
    ];
    for (const [application, trips] of cases) {
      test(`${application || "of none"} ${trips ? "trips" : "does not trip"} at two disabled accounts`, () => {
        const { threshold } = impactOf({
          before: `${matched} ${active}`,
          after: `${inDepartment("IT")} ${matched} ${active}`,
          application,
          people,
        });
        assert.deepEqual([threshold.deletions, threshold.trips], [2, trips]);
      });
    }
  });

  test("lists no more people than it is asked to, and tells everybody of whom it is asked to", () => {
    const many = Array.from({ length: 50 }, (_, index) => user(`u${index}`, { jobTitle: "Aide" }));
    const told: string[] = [];
    const facts = {
      before: `${matched} title <- [jobTitle]`,
      after: `${matched} title <- Append([jobTitle], "!")`,
      people: many,
      limit: 3,
    };
    const { people: listed, changes } = impactOf({ ...facts, onPerson: ({ id }) => told.push(id) });
    assert.deepEqual(
      listed.map(({ total, people }) => [total, people.length]),
      [[50, 3]],
    );
    assert.equal(changes[0]?.examples.length, 5);
    assert.equal(told.length, 50);
  });

  test("goes by the names of mappings, and by their object where one was renamed", () => {
    const renamed = usersFile(`${matched} ${active}`).replace('mapping "Users"', 'mapping "People"');
    assert.equal(impactOf({ before: usersFile(`${matched} ${active}`), after: renamed, people }).after.noChange, 3);
    const two =
      renamed + usersFile(matched).split("\n").slice(1).join("\n").replace('mapping "Users"', 'mapping "More"');
    const { mappings } = impactOf({ before: usersFile(matched).replace('"Users"', '"People"'), after: two, people });
    assert.deepEqual(
      mappings.map(({ mapping, existed }) => [mapping, existed]),
      [
        ["People", true],
        ["More", false],
      ],
    );
    const { notes } = impactOf({ before: two, after: renamed, people });
    assert.deepEqual(notes, ['The mapping "More" is gone: what it provisioned is left as it is.']);
  });

  test("asks for the attributes that either version reads, and for no others", () => {
    const was = edition(usersFile(`${inDepartment("x")} ${matched} title <- [jobTitle]`));
    const is = edition(
      usersFile('filter "F" { city IS NOT NULL } userName <- Join("", [givenName], [surname]) match 1'),
    );
    const { attributes } = openImpact({ before: was, after: is, world: stillWorld, limit: 1 });
    for (const name of [
      "department",
      "jobTitle",
      "city",
      "givenName",
      "surname",
      "userPrincipalName",
      "accountEnabled",
      "displayName",
    ])
      assert.ok(attributes.has(name), name);
    assert.ok(!attributes.has("country"));
  });
});
