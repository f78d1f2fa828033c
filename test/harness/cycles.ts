import { type OpenStore, openStore } from "../../server/src/connectors/store/openStore.ts";
import type { Cycle } from "../../server/src/engine/cycle/cycle.ts";
import type { TaskExecution } from "../../server/src/engine/cycle/jobState.ts";
import type { LogEntry } from "../../server/src/engine/cycle/logEntry.ts";
import { runCycle } from "../../server/src/engine/cycle/runCycle.ts";
import { seededRandom } from "../../server/src/engine/expression/seededRandom.ts";
import type { ObjectSource, Resource, SourceObject, TargetSystem } from "../../server/src/engine/ports.ts";
import { defaultWire } from "../../server/src/engine/requests/wire.ts";
import type { Value } from "../../server/src/functions/values.ts";
import { parseProvmap } from "../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../server/src/model/readProvmap.ts";
import { stillWorld } from "../engine/world.ts";
import { type MemoryTarget, memoryTarget } from "./memoryTarget.ts";

export const hour = 60 * 60 * 1000;
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** The attribute mappings of users in a job that says nothing else. */
export const userMappings = `
  userName <- [userPrincipalName] match 1
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- [displayName]
  title <- [jobTitle]
  ${enterprise}:manager <- [manager]`;

/** A file with users and groups. */
export function jobText({
  application = "",
  users = userMappings,
  groups = "displayName <- [displayName] match 1 members <- [members]",
} = {}): string {
  return [
    `application "Learning" { ${application} }`,
    `mapping "Users" { source: User target: "${enterprise}" ${users} }`,
    `mapping "Groups" { source: Group target: "urn:ietf:params:scim:schemas:core:2.0:Group" ${groups} }`,
  ].join("\n");
}

/** An assigned user of that name, differing in these attributes. */
export function person(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  facts: Partial<SourceObject> = {},
): SourceObject {
  const own = { objectId: name, userPrincipalName: `${name}@contoso.com`, displayName: name, accountEnabled: true };
  return {
    id: name,
    objectType: "User",
    attributes: new Map(Object.entries({ ...own, ...attributes })),
    state: "present",
    assigned: true,
    ...facts,
  };
}

/** An assigned group with these members. */
export function team(name: string, ...members: readonly string[]): SourceObject {
  const attributes = new Map<string, Value>(Object.entries({ objectId: name, displayName: name, members }));
  return { id: name, objectType: "Group", attributes, state: "present", assigned: true };
}

/** A source that holds these objects, read in blocks of two. */
export function sourceOf(objects: readonly SourceObject[]): ObjectSource {
  return {
    async *read() {
      for (let start = 0; start < objects.length; start += 2) yield objects.slice(start, start + 2);
    },
    share: () => 1,
  };
}

/** What a job is set up with. */
export interface JobFacts {
  readonly text?: string;
  readonly target?: TargetSystem;
  readonly store?: OpenStore;
  readonly concurrency?: number;
}

/** A job in memory whose cycles are run one after the other, and whose clock stands still unless it is set on. */
export interface TestJob {
  readonly store: OpenStore;
  readonly run: (objects: readonly SourceObject[], facts?: Partial<Cycle>) => Promise<TaskExecution>;
  /** Sets the clock on, by milliseconds. */
  readonly wait: (milliseconds: number) => void;
  readonly entries: () => readonly LogEntry[];
}

/** Sets up a job over a file. Throws where the file has a syntax problem. */
export function testJob(facts: JobFacts & { readonly target: TargetSystem }): TestJob {
  const store = facts.store ?? openStore(":memory:", { application: "Learning", endpoint: "sandbox" });
  let now = stillWorld.now();
  const world = { ...stillWorld, now: () => now, random: seededRandom(1) };
  return {
    store,
    run: (objects, changes = {}) =>
      runCycle({
        ...readText(facts.text ?? jobText()),
        source: sourceOf(objects),
        target: facts.target,
        endpoint: "sandbox",
        store,
        world,
        wire: defaultWire,
        configuration: "1",
        concurrency: facts.concurrency ?? 1,
        ...changes,
      }),
    wait: milliseconds => {
      now += milliseconds;
    },
    entries: () => store.provisioningLog.find({ limit: 1000 }).map(({ entry }) => entry),
  };
}

/** The part of a cycle that a file says. Throws where it has a syntax problem. */
export function readText(text: string): Pick<Cycle, "application" | "mappings" | "text"> {
  const { file, problems } = parseProvmap(text);
  const { application, mappings } = readProvmap(file);
  if (problems[0] || application === undefined) throw new Error(`${problems[0]?.message}\n${text}`);
  return { application, mappings, text };
}

/** The requests that a target was sent since the last time, as method and path; those that test the connection are left out. */
export function talk(target: MemoryTarget): () => readonly string[] {
  let told = 0;
  return () => {
    const lines = target.requests.slice(told).map(({ method, path }) => `${method} ${path}`);
    told = target.requests.length;
    return lines.filter(line => !/eq\+%22[0-9a-f]{8}-[0-9a-f-]{27}%22/.test(line));
  };
}

/** What a cycle counted, without what it counted nothing of. */
export function counts({
  created,
  updated,
  disabled,
  deleted,
  skipped,
  countEscrowed,
  waiting,
  staged,
}: TaskExecution) {
  const all = { created, updated, disabled, deleted, skipped, countEscrowed, waiting, staged };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

/** The manager that an account has. */
export function managerOf(account: Resource | undefined): unknown {
  return (account?.[enterprise] as Resource | undefined)?.manager;
}

/** Answers writes of some objects in another way. */
export function refusing(target: TargetSystem, isRefused: (body: string) => boolean, status = 400): TargetSystem {
  return {
    send: async (request, signal) =>
      request.method !== "GET" && isRefused(request.body ?? "")
        ? { kind: "failure", status, message: `Refused with ${status}.`, remedy: "Correct it." }
        : target.send(request, signal),
  };
}

export { memoryTarget };
