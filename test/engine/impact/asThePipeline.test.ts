import assert from "node:assert/strict";
import fc from "fast-check";
import { type Comparison, compareVersions } from "../../../server/src/engine/impact/lane.ts";
import type { Planned } from "../../../server/src/engine/impact/planObject.ts";
import { snapshotState } from "../../../server/src/engine/impact/targetState.ts";
import type { CompiledVersion } from "../../../server/src/engine/impact/version.ts";
import { heldTarget } from "../../../server/src/engine/match/heldTarget.ts";
import { provision } from "../../../server/src/engine/pipeline.ts";
import type { Executor, LastKnown, Resource, SourceObject, TargetSystem } from "../../../server/src/engine/ports.ts";
import type { ProvisioningResult } from "../../../server/src/engine/result.ts";
import { dryRun } from "../../../server/src/engine/write/executor.ts";
import { stillWorld } from "../world.ts";
import { edition, laneOf, user, usersFile } from "./editions.ts";

/** Sources of attribute mappings, by target; each version draws some of them. */
const sources: Readonly<Record<string, readonly string[]>> = {
  userName: ["[userPrincipalName]", "ToLower([userPrincipalName])", "[mail]"],
  externalId: ["[objectId]", "[mailNickname]"],
  active: ['Switch([IsSoftDeleted], , "False", "True", "True", "False")', "Not([IsSoftDeleted])", "[accountEnabled]"],
  displayName: ['Join(" ", [givenName], [surname])', "[displayName]", 'Coalesce([displayName], "Nobody")'],
  title: ["[jobTitle]", '"Boss"', "IgnoreFlowIfNullOrEmpty([jobTitle])", "none"],
  nickName: ["Redact([givenName])", "[givenName]"],
  'emails[type eq "work"].value': ["[mail]", "Coalesce([mail], [userPrincipalName])"],
  preferredLanguage: ["[preferredLanguage]", "Error([surname])"],
  timezone: ["[otherMails]", '"Etc/UTC"', "SelectUniqueValue([mailNickname], [givenName])"],
  'roles[primary eq "True"].value': ["SingleAppRoleAssignment([appRoleAssignments])", '"user"'],
};

const modifiers = ["", "", "", ' default "x"', " on create", " flow always"];
const filters = [
  "",
  'filter "F" { department EQUALS "A" }',
  'filter "F" { department EQUALS "B" } filter "G" { title IS NULL }',
  'filter "F" { department REGEX MATCH "(" }',
  'input filter "F" { department NOT EQUALS "A" }',
];

const mapping = fc
  .tuple(
    fc.tuple(
      ...Object.entries(sources).map(([target, choices]) =>
        fc.record({
          target: fc.constant(target),
          source: fc.constantFrom(...choices),
          modifier: fc.constantFrom(...modifiers),
          isLeftOut: fc.nat(9).map(drawn => drawn === 0),
        }),
      ),
    ),
    fc.constantFrom(...filters),
    fc.constantFrom("", "", "", "actions: create, update", "actions: create", "actions: update", "enabled: false"),
  )
  .map(([lines, filter, actions]) => {
    const written = lines.filter(({ target, isLeftOut }) => target === "userName" || !isLeftOut);
    const matched = written.map(
      ({ target, source, modifier }) => `${target} <- ${source}${target === "userName" ? " match 1" : modifier}`,
    );
    return [actions, filter, ...matched].join("\n");
  });

const application = fc.constantFrom("", "scope: all", "skipOutOfScopeDeletions: true");
const value = <T extends string>(...choices: T[]) => fc.constantFrom<string | null>(null, ...choices);
const someone = fc
  .record({
    department: value("A", "B"),
    mail: value("m@x.com", ""),
    mailNickname: value("n"),
    givenName: value("Ada", "bo"),
    surname: value("L"),
    displayName: value("Ada L", ""),
    jobTitle: value("Boss", "Aide", ""),
    preferredLanguage: value("en"),
    otherMails: fc.constantFrom<readonly string[] | null>(null, ["a@x"], ["a@x", "b@x"]),
    accountEnabled: fc.constantFrom<boolean | null>(true, true, false),
    appRoleAssignments: fc.constantFrom<readonly string[] | null>(null, ['{"value":"user","displayName":"user"}']),
  })
  .chain(attributes =>
    fc.record({
      attributes: fc.constant(attributes),
      state: fc.constantFrom<SourceObject["state"]>("present", "present", "present", "softDeleted", "deleted"),
      assigned: fc.constantFrom(true, true, false),
    }),
  );
const cases = fc.record({
  before: mapping,
  after: mapping,
  was: application,
  is: application,
  people: fc.array(someone, { minLength: 1, maxLength: 6 }),
});

/** A target that holds one resource for each linked object, and can be asked for it by its id. */
function targetWith(resources: readonly Resource[]): TargetSystem {
  const held = heldTarget(resources, attribute => attribute === "externalId" || attribute === "id");
  return {
    send: async request => {
      const id = /^\/Users\/([^?]+)$/.exec(request.path)?.[1];
      const resource = resources.find(one => one.id === decodeURIComponent(id ?? ""));
      return id === undefined || resource === undefined
        ? held.send(request)
        : { kind: "resource", status: 200, resource };
    },
  };
}

async function piped(
  version: CompiledVersion,
  object: SourceObject,
  target: TargetSystem,
  lastKnown?: LastKnown,
): Promise<ProvisioningResult> {
  const { mapping, text, application } = version;
  return provision({
    mapping,
    text,
    object,
    target,
    executor: dryRun(),
    world: stillWorld,
    ...(application && { application }),
    ...(lastKnown && { lastKnown }),
  });
}

function assertSameAction(planned: Planned, result: ProvisioningResult): void {
  const isRedundant = result.onDemand.statusInfo.skipReason === "RedundantExport";
  assert.equal(planned.action, isRedundant ? "noChange" : result.action, result.summary);
}

/** Rows that do not differ between the versions may be left out, if they change nothing. */
function assertSame(planned: Planned, result: ProvisioningResult): void {
  assertSameAction(planned, result);
  const rows = new Map(planned.flows.map(({ row }) => [row.target, row]));
  for (const row of result.attributes) {
    const isWritten = result.action !== "fail" && (row.why === "changed" || row.why === "default");
    if (rows.has(row.target) || isWritten) assert.deepEqual(rows.get(row.target), row);
  }
}

/** The account that the pipeline creates for an object in scope, with the version's right to do so; as it is sent, not as it is shown. */
async function accountOf(version: CompiledVersion, object: SourceObject): Promise<Resource | undefined> {
  const { text, application } = version;
  const mapping = { ...version.mapping, actions: { ...version.mapping.actions, create: true } };
  const bodies: string[] = [];
  const executor: Executor = {
    kind: "dryRun",
    write: async ({ method, body = "" }) => {
      if (method === "POST") bodies.push(body);
      return { kind: "planned" };
    },
  };
  const run = {
    mapping,
    text,
    object,
    target: targetWith([]),
    executor,
    world: stillWorld,
    lastKnown: knownAs(undefined),
  };
  await provision({ ...run, ...(application && { application }) });
  return bodies[0] === undefined ? undefined : { ...JSON.parse(bodies[0]), id: object.id };
}

function knownAs(account: Resource | undefined): LastKnown {
  return {
    targetId: id => (account === undefined ? undefined : id),
    references: () => [],
    manages: () => account !== undefined,
  };
}

suite("impact plans as the pipeline runs", function () {
  this.timeout(60_000);
  const seen = new Map<string, number>();
  const note = ({ before, after }: Comparison) => {
    const key = `${before.action} -> ${after.action}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  };

  test("against the accounts that the version before creates", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ before, after, was, is, people }) => {
        const lane = laneOf(edition(usersFile(before, was)), edition(usersFile(after, is)));
        const objects = people.map(({ attributes, ...facts }, index) => user(`u${index}`, attributes, facts));
        for (const comparison of compareVersions(lane)(objects)) {
          note(comparison);
          const { object } = comparison;
          const account = lane.before && (await accountOf(lane.before, object));
          const target = targetWith(account === undefined ? [] : [account]);
          if (lane.before)
            assertSameAction(comparison.before, await piped(lane.before, object, target, knownAs(account)));
          assertSame(comparison.after, await piped(lane.after, object, target, knownAs(account)));
        }
      }),
      { numRuns: 1000, seed: 20 },
    );
    for (const pair of [
      "noChange -> noChange",
      "noChange -> update",
      "noChange -> disable",
      "skip -> create",
      "skip -> skip",
      "fail -> create",
      "noChange -> fail",
    ])
      assert.ok((seen.get(pair) ?? 0) > 0, `${pair} was drawn`);
  });

  test("against a snapshot of the target", async () => {
    const resource = fc.record({
      userName: fc.constantFrom("u0@contoso.com", "U1@contoso.com", "m@x.com"),
      active: fc.boolean(),
      title: fc.constantFrom("Boss", "Aide"),
      displayName: fc.constantFrom("Ada L", "Nobody"),
    });
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.array(resource, { maxLength: 4 }),
        async ({ before, after, was, is, people }, drawn) => {
          const lane = laneOf(edition(usersFile(before, was)), edition(usersFile(after, is)));
          const objects = people.map(({ attributes, ...facts }, index) => user(`u${index}`, attributes, facts));
          const resources = drawn.map((one, index) => ({ ...one, id: `r${index}` }));
          const target = targetWith(resources);
          for (const comparison of compareVersions(lane, snapshotState(resources))(objects)) {
            const { object } = comparison;
            if (lane.before) assertSame(comparison.before, await piped(lane.before, object, target));
            assertSame(comparison.after, await piped(lane.after, object, target));
          }
        },
      ),
      { numRuns: 500, seed: 21 },
    );
  });
});
