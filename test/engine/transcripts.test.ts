import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import { openTarget } from "../../server/src/connectors/scim/openTarget.ts";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { LastKnown, Resource, TargetSystem } from "../../server/src/engine/ports.ts";
import { defaultWire, type Wire } from "../../server/src/engine/requests/wire.ts";
import { createdId } from "../../server/src/engine/requests/writes.ts";
import type { ProvisioningResult, RecordedRequest } from "../../server/src/engine/result.ts";
import { unmet } from "../harness/expectation.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { scenarioRun, type WrittenObject } from "../harness/scenario.ts";

/** A conversation with a target, byte for byte. `{bob}` is the id that the target gave Bob, `{created}` that of the new object. */
interface Transcript {
  readonly title: string;
  readonly source: string;
  readonly users?: string;
  readonly directory: readonly WrittenObject[];
  readonly target: readonly { readonly as: string; readonly endpoint: string; readonly resource: Resource }[];
  /** The target's ids that earlier runs kept, and what they wrote to the members, by source id. */
  readonly links?: Readonly<Record<string, string>>;
  readonly references?: Readonly<Record<string, readonly string[]>>;
  readonly wire?: Partial<Wire>;
  readonly subject: string;
  readonly action: ProvisioningResult["action"];
  readonly requests: readonly { readonly send: string; readonly body?: object }[];
  /** What the target holds afterwards, by id; `lacks` what it does not, `gone` whom. */
  readonly holds?: Readonly<Record<string, object>>;
  readonly lacks?: Readonly<Record<string, readonly string[]>>;
  readonly gone?: readonly string[];
}

const folder = join(import.meta.dirname, "transcripts");
const transcripts = globSync("*.json", { cwd: folder })
  .sort()
  .flatMap(file => JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly Transcript[]);

suite("transcripts, against a target in memory", () => {
  for (const transcript of transcripts) test(transcript.title, () => converse(transcript, memoryTarget()));
});

suite("transcripts, against the lenient sandbox", () => {
  let sandbox: Sandbox;
  let target: TargetSystem;
  setup(async () => {
    sandbox = await startSandbox({});
    target = openTarget({ endpoint: sandbox.url, authentication: { type: "bearer" }, secret: sandbox.token });
  });
  teardown(() => sandbox.stop());
  for (const transcript of transcripts) test(transcript.title, () => converse(transcript, target));
});

/** Runs a transcript dry and for real: the same requests both times, and the target as it should be. */
async function converse(written: Transcript, target: TargetSystem): Promise<void> {
  const names = await prepare(written, target);
  const transcript = named(written, names);
  const run = (live: boolean) => provision(scenarioRun({ ...transcript, target, live, run: aside(transcript) }));
  const dry = await run(false);
  assert.equal(dry.action, transcript.action, dry.summary);
  assert.deepEqual(dry.requests.map(sent), expected(transcript, createdId));
  assert.ok(
    dry.requests.every(({ method, placeholder, sent }) => sent === (method === "GET" && placeholder === undefined)),
  );
  const real = await run(true);
  const created = real.onDemand.targetIdentity.id;
  assert.deepEqual(real.requests.map(sent), expected(transcript, created));
  assert.ok(real.requests.every(({ sent }) => sent));
  await compare(named(transcript, new Map([["created", created]])), target);
  if (dry.onDemand.sourceIdentity.identityType === "User" && transcript.action !== "delete")
    await settled(transcript, target);
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
    assert.equal(answer.kind, "resource", "what the transcript begins with");
    if (answer.kind === "resource") names.set(as, String(answer.resource.id));
  }
  return names;
}

function bodyOf(endpoint: string, resource: Resource): string {
  const resourceType = endpoint === "/Groups" ? "Group" : "User";
  const schemas = [`urn:ietf:params:scim:schemas:core:2.0:${resourceType}`];
  return JSON.stringify({ schemas, meta: { resourceType }, ...resource });
}

function aside({ links = {}, references, wire }: Transcript) {
  const lastKnown: LastKnown = { targetId: id => links[id], references: id => references?.[id] ?? [] };
  return { lastKnown, wire: { ...defaultWire, ...wire } };
}

function expected({ requests }: Transcript, created: string) {
  return named(
    requests.map(({ send, body }) => ({ send, ...(body && { body: JSON.stringify(body) }) })),
    new Map([["created", created]]),
  );
}

function sent({ method, path, body }: RecordedRequest) {
  return { send: `${method} ${path}`, ...(body !== undefined && { body }) };
}

async function compare({ holds = {}, lacks = {}, gone = [] }: Transcript, target: TargetSystem): Promise<void> {
  for (const [id, members] of Object.entries(holds))
    assert.equal(unmet(await read(id, target), { holds: members }), undefined);
  for (const [id, empty] of Object.entries(lacks)) assert.equal(unmet(await read(id, target), { empty }), undefined);
  for (const id of gone) assert.equal(await read(id, target), undefined);
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
