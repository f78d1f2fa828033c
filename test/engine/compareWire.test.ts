import assert from "node:assert/strict";
import { provision } from "../../server/src/engine/pipeline.ts";
import { defaultWire, type Wire } from "../../server/src/engine/requests/wire.ts";
import type { ProvisioningResult } from "../../server/src/engine/result.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { type Scenario, scenarioRun, type WrittenObject } from "../harness/scenario.ts";
import { account, run as runAda } from "./ada.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const bob: WrittenObject = { id: "bob", attributes: { userPrincipalName: "bob@contoso.com" } };

function person(attributes: WrittenObject["attributes"]): WrittenObject {
  return { id: "ada", attributes: { userPrincipalName: "ada@contoso.com", ...attributes } };
}

async function wireOf(scenario: Partial<Scenario>, wire: Partial<Wire> = {}) {
  const target = memoryTarget({ userName: "ada@contoso.com", active: false, displayName: "Ada", title: "T" });
  const run = { comparesWire: true, wire: { ...defaultWire, ...wire }, ...scenario.run };
  const result = await provision(scenarioRun({ subject: "ada", directory: [], target, ...scenario, run }));
  assert.ok(result.wire);
  return result.wire;
}

const match = "userName <- [userPrincipalName] match 1";
const roles = '{"id":"1","value":"Admin","displayName":"Admin"}';
const team: WrittenObject = { id: "team", type: "Group", attributes: { displayName: "Team", members: [] } };
const held = memoryTarget({ userName: "x" }, { displayName: "Team", meta: { resourceType: "Group" } });
const lastKnown = { targetId: () => undefined, references: () => ["1"] };

suite("the comparison of both modes", () => {
  test("has the same writes in both, and those of the run among them", async () => {
    const scenario = { directory: [person({ displayName: "Ada Lovelace", jobTitle: "T" })] };
    const wire = await wireOf(scenario);
    assert.equal(wire.used, "default");
    assert.deepEqual(
      [wire.default, wire.compliant].map(requests => requests.map(({ body = "" }) => JSON.parse(body).Operations)),
      [
        [
          [
            { op: "Replace", path: "active", value: "True" },
            { op: "Replace", path: "displayName", value: "Ada Lovelace" },
          ],
        ],
        [[{ op: "replace", value: { active: true, displayName: "Ada Lovelace" } }]],
      ],
    );
    assert.equal((await wireOf(scenario, { mode: "compliant" })).used, "compliant");
  });

  test("is made only where it is asked for", async () => {
    assert.equal((await runAda({})).wire, undefined);
  });

  test("shows no value that is redacted", async () => {
    const wire = await wireOf({
      users: `${match} title <- Redact([birthName])`,
      directory: [person({ birthName: "canary" })],
    });
    assert.ok(!JSON.stringify(wire).includes("canary"));
    assert.match(wire.compliant[0]?.body ?? "", /\[Redact\]/);
  });

  const rows: readonly [sentence: string, scenario: Partial<Scenario>, told: readonly string[]][] = [
    [
      "a boolean is a text without the flag",
      { users: `${match} active <- "True"`, directory: [person({})] },
      ["default active booleanAsText"],
    ],
    [
      "an element that the target does not have is selected either way",
      { users: `${match} emails[type eq "work"].value <- [mail]`, directory: [person({ mail: "a@b.c" })] },
      ['both emails[type eq "work"].value missingElement'],
    ],
    [
      "an element that it has is no stumbling block",
      {
        users: `${match} emails[type eq "work"].value <- [mail]`,
        directory: [person({ mail: "a@b.c" })],
        target: memoryTarget({ userName: "ada@contoso.com", emails: [{ type: "work", value: "x" }] }),
      },
      [],
    ],
    [
      "names with dots and URNs are keys of a value with the flag, where they are not alone",
      {
        users: `${match} name.givenName <- [givenName] ${enterprise}:department <- [department] nickName <- [givenName]`,
        directory: [person({ givenName: "Ada", department: "D" })],
      },
      ["compliant name.givenName flatKey", `compliant ${enterprise}:department flatKey`],
    ],
    [
      "one name alone keeps its path",
      { users: `${match} name.givenName <- [givenName]`, directory: [person({ givenName: "Ada" })] },
      [],
    ],
    [
      "a manager is plain text either way",
      {
        users: `${match} ${enterprise}:manager <- [manager]`,
        directory: [person({ manager: "bob" }), bob],
        target: memoryTarget({ userName: "ada@contoso.com" }, { userName: "bob@contoso.com" }),
      },
      [`both ${enterprise}:manager referenceAsText`],
    ],
    [
      "a role is the text of an object without the flag",
      {
        users: `${match} roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments])`,
        directory: [person({ appRoleAssignments: [roles] })],
        target: memoryTarget({ userName: "ada@contoso.com", roles: [{ primary: true, value: "User" }] }),
      },
      ['default roles[primary eq "True"].value roleAsText'],
    ],
    [
      "a new group names the marker schema without the flag",
      { directory: [team], subject: "team" },
      ["default undefined markerSchema"],
    ],
    [
      "a member is removed by value without the flag",
      { directory: [team], subject: "team", target: held, run: { lastKnown } },
      ["default members memberRemoval"],
    ],
    ["a new user meets none of them", { directory: [person({ jobTitle: "T" })], target: memoryTarget() }, []],
  ];
  for (const [sentence, scenario, told] of rows) {
    test(sentence, async () => {
      const { differences } = await wireOf(scenario);
      assert.deepEqual(
        differences.map(({ mode, target, quirk }) => `${mode} ${target} ${quirk}`),
        told,
      );
    });
  }
});

suite("a run with the flag", () => {
  const compliant = { ...defaultWire, mode: "compliant" } as const;
  const notesOf = async (scenario: Partial<Scenario>): Promise<ProvisioningResult> =>
    provision(scenarioRun({ subject: "ada", directory: [person({})], target: memoryTarget(), ...scenario }));

  test("says that Entra's provision on demand does not work with it", async () => {
    const onDemand = {};
    const { notes } = await notesOf({ run: { wire: compliant, onDemand } });
    assert.match(notes.join(" "), /provision on demand does not work with the flag aadOptscim062020/);
    assert.deepEqual((await notesOf({ run: { wire: compliant } })).notes, [], "a cycle works with it");
    assert.deepEqual((await notesOf({ run: { onDemand } })).notes, []);
  });

  const alone = ["linkedByMatch", "loneChange", "flagInUrl"];
  const together = ["linkedByMatch", "flagInUrl"];
  const changes: readonly (readonly [sentence: string, title: string | undefined, name: string, readonly string[]])[] =
    [
      ["one change", "T", "Ada Lovelace", alone],
      ["one change of each verb", undefined, "Countess", alone],
      ["two changes of a verb", "T", "Countess", together],
    ];
  for (const [sentence, title, displayName, names] of changes) {
    test(`states for ${sentence}: ${names.join(", ")}`, async () => {
      const result = await notesOf({
        run: { wire: compliant },
        target: memoryTarget({ ...account, title }),
        directory: [person({ jobTitle: "X", displayName })],
      });
      assert.deepEqual(
        result.assumptions.map(({ name }) => name),
        names,
      );
    });
  }
});
