import assert from "node:assert/strict";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { LastKnown, Resource, TargetSystem } from "../../server/src/engine/ports.ts";
import { defaultWire, type Wire } from "../../server/src/engine/requests/wire.ts";
import { createdId } from "../../server/src/engine/requests/writes.ts";
import type { ProvisioningResult, RecordedRequest } from "../../server/src/engine/result.ts";
import { unmet } from "../harness/expectation.ts";
import { scenarioRun, type WrittenObject } from "../harness/scenario.ts";

/** A conversation with a target, byte for byte. `{bob}` is the id that the target gave Bob, `{created}` that of the new object. */
export interface Transcript {
  readonly title: string;
  readonly source: string;
  /** Members of the mapping of users, and further blocks of the file, where they are not the usual ones. */
  readonly users?: string;
  readonly blocks?: string;
  readonly directory: readonly WrittenObject[];
  readonly target: readonly { readonly as: string; readonly endpoint: string; readonly resource: Resource }[];
  /** The target's ids that earlier runs kept, and what they wrote to the members, by source id. */
  readonly links?: Readonly<Record<string, string>>;
  readonly references?: Readonly<Record<string, readonly string[]>>;
  readonly wire?: Partial<Wire>;
  readonly testsConnection?: boolean;
  readonly subject: string;
  readonly action: ProvisioningResult["action"];
  readonly requests: readonly { readonly send: string; readonly body?: object }[];
  /** What the target holds afterwards, by id; `lacks` what it does not, `gone` whom. */
  readonly holds?: Readonly<Record<string, object>>;
  readonly lacks?: Readonly<Record<string, readonly string[]>>;
  readonly gone?: readonly string[];
}

/** A request in one line, with its body as it is sent. */
export interface Line {
  readonly send: string;
  readonly body?: string;
}

/** A target, and a look at what came to it over the wire. */
export interface Listener {
  readonly target: TargetSystem;
  /** What came since it was last asked. */
  readonly heard: () => readonly Line[];
}

/**
 * Runs a transcript dry and for real: the same requests both times, nothing written by the first, and the target as it
 * should be: as before where it refused a write. Gives what it refused of the real run, and what it took and did not do.
 */
export async function converse(written: Transcript, { target, heard }: Listener): Promise<readonly string[]> {
  const names = await prepare(written, target);
  const transcript = named(written, names);
  const run = (live: boolean) => provision(scenarioRun({ ...transcript, target, live, run: aside(transcript) }));
  heard();
  const dry = await run(false);
  assert.equal(dry.action, transcript.action, dry.summary);
  assert.deepEqual(dry.requests.map(lineOf), expected(transcript, createdId));
  assert.deepEqual(heard(), dry.requests.filter(isAsked).map(lineOf));
  assert.ok(dry.requests.every(request => request.sent === isAsked(request)));
  const before = await state(names, target);
  heard();
  const real = await run(true);
  assert.deepEqual(heard(), real.requests.map(lineOf));
  assert.ok(real.requests.every(({ sent }) => sent));
  const refused = real.requests.filter(({ failure }) => failure !== undefined && failure.status !== 404);
  const created = real.onDemand.targetIdentity.id;
  const planned = expected(transcript, created);
  const told = refused.map(({ failure }) => failure?.detail ?? failure?.message ?? "");
  if (refused.some(({ method }) => method !== "GET")) {
    assert.deepEqual(real.requests.map(lineOf), planned.slice(0, real.requests.length));
    assert.deepEqual(await state(names, target), before);
    return told;
  }
  assert.deepEqual(real.requests.map(lineOf), planned);
  const mistakes = await compare(named(transcript, new Map([["created", created]])), target);
  if (mistakes.length === 0 && dry.onDemand.sourceIdentity.identityType === "User" && transcript.action !== "delete")
    await settled(transcript, target);
  return [...told, ...mistakes];
}

/** The result of a transcript's dry run, which compares requests with and without the flag. */
export async function rehearse(written: Transcript, target: TargetSystem): Promise<ProvisioningResult> {
  const transcript = named(written, await prepare(written, target));
  return provision(scenarioRun({ ...transcript, target, run: { ...aside(transcript), comparesWire: true } }));
}

/** A request that reads, of an object that is there. */
function isAsked({ method, placeholder }: RecordedRequest): boolean {
  return method === "GET" && placeholder === undefined;
}

/** A user is read back whole, so that the same run finds nothing to do afterwards. */
async function settled(transcript: Transcript, target: TargetSystem): Promise<void> {
  const { wire } = aside(transcript);
  const { onDemand, summary } = await provision(scenarioRun({ ...transcript, target, run: { wire } }));
  assert.equal(onDemand.statusInfo.skipReason, "RedundantExport", summary);
}

async function prepare({ target: resources }: Transcript, target: TargetSystem): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { as, endpoint, resource } of resources) {
    const answer = await target.send({
      method: "POST",
      path: endpoint,
      body: bodyOf(endpoint, named(resource, names)),
    });
    assert.ok(answer.kind === "resource", `what the transcript begins with: ${JSON.stringify(answer)}`);
    names.set(as, String(answer.resource.id));
  }
  return names;
}

function bodyOf(endpoint: string, resource: Resource): string {
  const resourceType = endpoint === "/Groups" ? "Group" : "User";
  const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  const core = `urn:ietf:params:scim:schemas:core:2.0:${resourceType}`;
  const schemas = resourceType === "Group" ? [core] : [core, enterprise];
  return JSON.stringify({ schemas, meta: { resourceType }, ...resource });
}

function aside({ links = {}, references, wire, testsConnection = false }: Transcript) {
  const lastKnown: LastKnown = { targetId: id => links[id], references: id => references?.[id] ?? [] };
  return { lastKnown, wire: { ...defaultWire, ...wire }, testsConnection };
}

function expected({ requests }: Transcript, created: string): readonly Line[] {
  return named(
    requests.map(({ send, body }) => ({ send, ...(body && { body: JSON.stringify(body) }) })),
    new Map([["created", created]]),
  );
}

function lineOf({ method, path, body }: RecordedRequest): Line {
  return { send: `${method} ${path}`, ...(body !== undefined && { body }) };
}

async function compare(
  { holds = {}, lacks = {}, gone = [] }: Transcript,
  target: TargetSystem,
): Promise<readonly string[]> {
  for (const id of gone) assert.equal(await read(id, target), undefined);
  const expectations = [
    ...Object.entries(holds).map(([id, members]) => ({ id, holds: members })),
    ...Object.entries(lacks).map(([id, empty]) => ({ id, empty })),
  ];
  const mistakes = expectations.map(async ({ id, ...expectation }) => unmet(await read(id, target), expectation) ?? []);
  return (await Promise.all(mistakes)).flat();
}

/** What the target holds of the objects that it had at the beginning. */
function state(names: ReadonlyMap<string, string>, target: TargetSystem): Promise<readonly (Resource | undefined)[]> {
  return Promise.all([...names.values()].map(id => read(id, target)));
}

async function read(id: string, target: TargetSystem): Promise<Resource | undefined> {
  for (const endpoint of ["/Users", "/Groups"]) {
    const answer = await target.send({ method: "GET", path: `${endpoint}/${id}` });
    if (answer.kind === "resource") return answer.resource;
  }
  return undefined;
}

/** The value with `{name}` replaced everywhere it is known. */
function named<T>(value: T, names: ReadonlyMap<string, string>): T {
  return JSON.parse(JSON.stringify(value).replaceAll(/\{(\w+)\}/g, (whole, name) => names.get(name) ?? whole)) as T;
}
