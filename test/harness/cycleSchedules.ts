import assert from "node:assert/strict";
import fc from "fast-check";
import type { Resource, SourceObject } from "../../server/src/engine/ports.ts";
import { defaultWire, type Wire } from "../../server/src/engine/requests/wire.ts";
import { hour, person, type TestJob, team, testJob } from "./cycles.ts";
import { fakeClock } from "./fakeClock.ts";
import { withoutStaleness } from "./faultSchedules.ts";
import { type FaultyTarget, faultyTarget, type MishapName, mishaps, nameOf } from "./faultyTarget.ts";
import { memoryTarget } from "./memoryTarget.ts";

const names = ["ada", "bob"] as const;
type Name = (typeof names)[number];

/** What the whole source holds when a cycle runs, and what goes wrong meanwhile. */
export interface CycleStep {
  readonly people: Readonly<Record<Name, "present" | "unassigned" | "absent">>;
  readonly title: string;
  /** Whom the team has as members; ada is the manager of bob where `isManaged`. */
  readonly members: readonly Name[];
  readonly isManaged: boolean;
  readonly mishaps: readonly MishapName[];
}

/** A history of a source, cycle after cycle over one store, at a target of one kind. */
export interface CycleSchedule {
  readonly isUnique: boolean;
  readonly mode: Wire["mode"];
  readonly concurrency: number;
  readonly steps: readonly CycleStep[];
}

const mishapNames: readonly MishapName[] = ["none", "none", "none", "stale", ...(Object.keys(mishaps) as MishapName[])];
const standing = fc.constantFrom("present", "present", "present", "unassigned", "absent");

/** Any history of up to six cycles. A target that takes a name twice is not stale as well: nobody could know better then. */
export const anyCycleSchedule: fc.Arbitrary<CycleSchedule> = fc
  .record({
    isUnique: fc.boolean(),
    mode: fc.constantFrom("default" as const, "compliant" as const),
    concurrency: fc.constantFrom(1, 4),
    steps: fc.array(
      fc.record({
        people: fc.record({ ada: standing, bob: standing }),
        title: fc.constantFrom("Engineer", "Boss"),
        members: fc.subarray([...names]),
        isManaged: fc.boolean(),
        mishaps: fc.array(fc.constantFrom(...mishapNames), { maxLength: 16 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(schedule => (schedule.isUnique ? schedule : { ...schedule, steps: schedule.steps.map(withoutStaleness) }));

/**
 * Plays a history, and its last state until nothing is left to be done: throws where something is lost, doubled or created
 * twice, or stays that the source has taken away. `onRequest` is told what became of each request.
 */
export async function playCycles(
  { isUnique, mode, concurrency, steps }: CycleSchedule,
  onRequest: (mishap: MishapName) => void = () => undefined,
): Promise<void> {
  const target = faultyTarget(fakeClock(), isUnique, onRequest);
  const job = testJob({ target: memoryTarget(), concurrency });
  const wire = { ...defaultWire, mode };
  const [first] = steps;
  if (first === undefined) return;
  for (const step of steps) {
    await job.run(objectsOf(step), { target: target.begin(step.mishaps), wire });
    assertUnique(target);
  }
  const last = steps.at(-1) ?? first;
  await settleDown(last, job, { target, wire });
  assertUnique(target);
  assert.deepEqual(target.doubled(), [], "a change was done twice");
  assertAsTheSource(last, target.resources());
}

/** One day later at a time: what failed is due again then. At last everything is evaluated again, as at a restart. */
async function settleDown(last: CycleStep, job: TestJob, means: { target: FaultyTarget; wire: Wire }): Promise<void> {
  for (const configuration of ["1", "1", "2", "2"]) {
    job.wait(24 * hour);
    const { state } = await job.run(objectsOf(last), { ...means, target: means.target.begin([]), configuration });
    assert.equal(state, "Succeeded", "a cycle fails although nothing goes wrong any more");
  }
  const { store } = job;
  const unwritten = store.references.unsettled("", 9).filter(id => store.objects.find(id)?.standing === "inScope");
  const open = [store.intents.all(), store.escrows.all(9), unwritten];
  assert.deepEqual(open, [[], [], []], "something is left to be done");
}

/** The team comes with others in the source, whatever happens to its members. */
function objectsOf({ people, title, members, isManaged }: CycleStep): readonly SourceObject[] {
  const present = names.filter(name => people[name] !== "absent");
  const persons = present.map(name => {
    const attributes = { jobTitle: title, ...(name === "bob" && isManaged && { manager: "ada" }) };
    return person(name, attributes, { assigned: people[name] === "present" });
  });
  return [team("Team", ...members), ...persons];
}

function assertUnique(target: FaultyTarget): void {
  const held = target.resources().map(nameOf);
  assert.deepEqual(held, [...new Set(held)], "an object was created twice");
}

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** Who is in scope is there and equal, who is not is disabled or gone, and references are those that the source has. */
function assertAsTheSource({ people, title, members, isManaged }: CycleStep, resources: readonly Resource[]): void {
  const accounts = names.map(name => resources.find(resource => nameOf(resource) === `${name}@contoso.com`));
  const [ada, bob] = accounts;
  for (const [index, name] of names.entries()) {
    const account = accounts[index];
    if (people[name] === "present")
      assert.deepEqual([account?.active, account?.title], [true, title], `${name} lost a change`);
    else assert.notEqual(account?.active, true, `${name} was neither disabled nor deleted`);
  }
  const managerId = ((bob?.[enterprise] as Resource | undefined)?.manager as Resource | undefined)?.value;
  if (people.bob === "present" && !isManaged) assert.equal(managerId, undefined, "a manager stays who was taken away");
  if (people.ada === "present" && people.bob === "present" && isManaged)
    assert.equal(managerId, ada?.id, "the manager is lost");
  assertMembers(members, people, { ada: ada?.id, bob: bob?.id }, resources);
}

function assertMembers(
  members: readonly Name[],
  people: CycleStep["people"],
  ids: Readonly<Record<Name, unknown>>,
  resources: readonly Resource[],
): void {
  const group = resources.find(resource => nameOf(resource) === "team");
  const held = ((group?.members ?? []) as readonly Resource[]).map(({ value }) => value);
  for (const name of names) {
    const times = held.filter(id => id === ids[name]).length;
    if (!members.includes(name)) assert.equal(times, 0, `${name} stays a member who was taken away`);
    else if (people[name] === "present") assert.equal(times, 1, `${name} is no member, or twice`);
  }
}
