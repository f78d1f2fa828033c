import assert from "node:assert/strict";
import fc from "fast-check";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { LastKnown, Resource } from "../../server/src/engine/ports.ts";
import { defaultWire, type Wire } from "../../server/src/engine/requests/wire.ts";
import type { Value } from "../../server/src/functions/values.ts";
import { fakeClock } from "./fakeClock.ts";
import { type FaultyTarget, faultyTarget, type MishapName, mishaps, nameOf } from "./faultyTarget.ts";
import { type Scenario, scenarioRun, type WrittenObject } from "./scenario.ts";

/** What the source says of a person or of the team, and what goes wrong while that is provisioned. */
type Step =
  | {
      readonly subject: "ada" | "bob";
      readonly state: "present" | "unassigned" | "deleted";
      readonly title: string;
      readonly mishaps: readonly MishapName[];
    }
  | { readonly subject: "team"; readonly members: readonly ("ada" | "bob")[]; readonly mishaps: readonly MishapName[] };

/** A history of the source, at a target of one kind, with or without the ids that earlier runs kept, in one mode of writing requests. */
export interface Schedule {
  readonly isUnique: boolean;
  readonly keepsLinks: boolean;
  readonly mode: Wire["mode"];
  readonly steps: readonly Step[];
}

const names: readonly MishapName[] = ["none", "none", "stale", ...(Object.keys(mishaps) as MishapName[])];
const planned = fc.array(fc.constantFrom(...names), { maxLength: 10 });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    subject: fc.constantFrom("ada", "bob"),
    state: fc.constantFrom("present", "present", "unassigned", "deleted"),
    title: fc.constantFrom("Engineer", "Boss", "Poet"),
    mishaps: planned,
  }),
  fc.record({ subject: fc.constant("team"), members: fc.subarray(["ada", "bob"] as const), mishaps: planned }),
);

/** Any history of up to six steps. A target that takes a name twice is not stale as well: nobody could know better then. */
export const anySchedule: fc.Arbitrary<Schedule> = fc
  .record({
    isUnique: fc.boolean(),
    keepsLinks: fc.boolean(),
    mode: fc.constantFrom("default", "compliant"),
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  })
  .map(schedule => (schedule.isUnique ? schedule : { ...schedule, steps: schedule.steps.map(withoutStaleness) }));

/** The same with a target that finds whatever it has. */
export function withoutStaleness<S extends { readonly mishaps: readonly MishapName[] }>(one: S): S {
  return { ...one, mishaps: one.mishaps.map(name => (name === "stale" ? "none" : name)) };
}

/** Plays a history with its mishaps, and its last state once more without: throws where something is lost, doubled or created twice. `onRequest` is told what became of each request. */
export async function play(
  { isUnique, steps, ...kept }: Schedule,
  onRequest: (mishap: MishapName) => void = () => undefined,
): Promise<void> {
  const target = faultyTarget(fakeClock(), isUnique, onRequest);
  const links = new Map<string, string>();
  const source = new Map<string, WrittenObject>();
  for (const one of steps) {
    source.set(one.subject, written(one));
    await provisionOne(one.subject, one.mishaps, { target, links, source, ...kept });
    assertUnique(target);
  }
  for (const subject of [...source.keys()].toSorted())
    await provisionOne(subject, [], { target, links, source, ...kept });
  assertUnique(target);
  assert.deepEqual(target.doubled(), [], "a change was done twice");
  for (const object of source.values()) assertSettled(object, target.resources());
  assertManager(source, target.resources());
  assertMembers(source, target.resources());
}

interface History extends Pick<Schedule, "keepsLinks" | "mode"> {
  readonly target: FaultyTarget;
  readonly links: Map<string, string>;
  readonly source: ReadonlyMap<string, WrittenObject>;
}

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const mapping = `
  userName <- [userPrincipalName] match 1
  active <- Not([IsSoftDeleted])
  title <- [jobTitle]
  ${enterprise}:manager <- [manager]`;

async function provisionOne(
  subject: string,
  planned: readonly MishapName[],
  { target, links, source, keepsLinks, mode }: History,
): Promise<void> {
  const lastKnown: LastKnown = { targetId: id => links.get(id), references: () => [] };
  const scenario: Scenario = {
    directory: [...source.values()],
    subject,
    target: target.begin(planned),
    live: true,
    users: mapping,
    run: { wire: { ...defaultWire, mode }, ...(keepsLinks && { lastKnown }) },
  };
  const { action, onDemand } = await provision(scenarioRun(scenario));
  const { id } = onDemand.targetIdentity;
  if (action === "delete") links.delete(subject);
  else if (id !== "" && action !== "fail") links.set(subject, id);
}

function written(one: Step): WrittenObject {
  if (one.subject === "team")
    return { id: "team", type: "Group", attributes: { displayName: "Team", members: [...one.members] } };
  const attributes: Readonly<Record<string, Value>> = {
    userPrincipalName: `${one.subject}@contoso.com`,
    jobTitle: one.title,
    ...(one.subject === "bob" && { manager: "ada" }),
  };
  return {
    id: one.subject,
    attributes,
    assigned: one.state !== "unassigned",
    state: one.state === "deleted" ? "deleted" : "present",
  };
}

function assertUnique(target: FaultyTarget): void {
  const held = target.resources().map(nameOf);
  assert.deepEqual(held, [...new Set(held)], "an object was created twice");
}

/** The target is as the source says: present and equal, disabled if it is there at all, or gone. */
function assertSettled({ id, type, state, assigned, attributes }: WrittenObject, resources: readonly Resource[]): void {
  const name = type === "Group" ? "team" : String(attributes.userPrincipalName);
  const held = resources.find(resource => nameOf(resource) === name);
  if (state === "deleted") assert.equal(held, undefined, `${id} was not deleted`);
  else if (assigned === false) assert.notEqual(held?.active, true, `${id} was not disabled`);
  else assert.ok(held, `${id} was not created`);
  if (type !== "Group" && held?.active)
    assert.deepEqual([held.active, held.title], [true, attributes.jobTitle], `${id} lost a change`);
}

/** Ada is Bob's manager, where the target has both, and both are in scope. */
function assertManager(source: ReadonlyMap<string, WrittenObject>, resources: readonly Resource[]): void {
  if (!isInScope(source.get("ada")) || !isInScope(source.get("bob"))) return;
  const [ada, bob] = ["ada", "bob"].map(id => resources.find(held => nameOf(held) === `${id}@contoso.com`));
  assert.deepEqual((bob?.[enterprise] as Resource | undefined)?.manager, { value: ada?.id }, "the manager is lost");
}

/** Everybody in the team whom the target has is a member, once. */
function assertMembers(source: ReadonlyMap<string, WrittenObject>, resources: readonly Resource[]): void {
  const wanted = [source.get("team")?.attributes.members ?? []].flat().filter(id => isInScope(source.get(String(id))));
  const ids = wanted.map(id => resources.find(resource => nameOf(resource) === `${id}@contoso.com`)?.id);
  const team = resources.find(resource => nameOf(resource) === "team");
  const members = (team?.members ?? []) as readonly { readonly value: string }[];
  for (const id of ids)
    assert.equal(members.filter(({ value }) => value === id).length, 1, "a member is lost or doubled");
}

function isInScope(object: WrittenObject | undefined): boolean {
  return object !== undefined && object.assigned !== false && object.state === "present";
}
