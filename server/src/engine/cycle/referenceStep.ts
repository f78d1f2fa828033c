import * as l10n from "@vscode/l10n";
import type { Run } from "../course.ts";
import type { CompiledMapping } from "../flow/compiledMapping.ts";
import { readTarget } from "../paths/readTarget.ts";
import type { TargetPath } from "../paths/targetPath.ts";
import type { ScimAnswer, SourceObject } from "../ports.ts";
import { followMany } from "../references/followMany.ts";
import { followOne } from "../references/followOne.ts";
import { resourcePath } from "../requests/resourceType.ts";
import type { RecordedRequest } from "../result.ts";
import { recordRequest } from "../write/recordRequest.ts";
import { type CycleContext, isHalted, type Lane } from "./cycleContext.ts";
import { heed } from "./heed.ts";
import { inParallel } from "./inParallel.ts";
import type { KeptReference, KnownObject } from "./jobStore.ts";
import { resolveKnown } from "./resolveKnown.ts";
import { settleReferences, type WrittenReference } from "./settleReferences.ts";

const page = 256;

/** The second step of a cycle: writes the references that are not as they should be, now that their objects are there. */
export async function writeReferences(context: CycleContext): Promise<void> {
  const { store, concurrency } = context.cycle;
  const rules = { limit: concurrency, keysOf: () => [], goesOn: () => !isHalted(context) };
  let ids = store.references.unsettled("", page);
  while (ids.length > 0 && !isHalted(context)) {
    await inParallel(ids, rules, id => writeReferencesOf(id, context));
    ids = store.references.unsettled(ids.at(-1) ?? "", page);
  }
}

/** An object of the target whose references are written. */
interface Owner {
  readonly known: KnownObject;
  readonly targetId: string;
  readonly lane: Lane;
}

async function writeReferencesOf(objectId: string, context: CycleContext): Promise<void> {
  const { store, world } = context.cycle;
  const known = store.objects.find(objectId);
  const lane = known && context.lane(known.objectType);
  if (known?.targetId === undefined || lane === undefined || known.standing !== "inScope") return;
  if (isWaiting(objectId, context)) return;
  const began = world.now();
  const written: WrittenReference[] = [];
  for (const [target, kept] of store.references.of(objectId)) {
    const compiled = lane.compiled.find(one => one.mapping.target.text === target);
    if (kept.status === "settled" || compiled?.path.kind !== "path" || isHalted(context)) continue;
    const reference = { target, kept, compiled, path: compiled.path };
    written.push(await writeReference({ known, targetId: known.targetId, lane }, reference, context));
  }
  if (written.length > 0) settleReferences(known, written, began, context);
}

function isWaiting(objectId: string, { cycle: { store, world }, counts }: CycleContext): boolean {
  const escrow = store.escrows.find(objectId);
  if (escrow === undefined) return false;
  const waits = escrow.kind === "object" || escrow.nextAttempt > world.now();
  if (waits && escrow.kind === "reference") counts.waiting++;
  return waits;
}

interface DueReference {
  readonly target: string;
  readonly kept: KeptReference;
  readonly compiled: CompiledMapping;
  readonly path: TargetPath;
}

async function writeReference(owner: Owner, due: DueReference, context: CycleContext): Promise<WrittenReference> {
  const { target, kept, compiled, path } = due;
  const reading = kept.status === "sent" ? await readHeld(owner, due, context) : undefined;
  if (reading?.failure !== undefined) return unread(owner, due, reading);
  const held = reading?.held ?? kept.held;
  const before = held ?? kept.shown ?? [];
  const isMany = compiled.fact?.multivalued === true;
  const { flowType } = compiled.mapping;
  const reference = { target, path, flowType, isMany, wanted: kept.wanted, before, isComplete: held !== undefined };
  const sending: Sending = { isBegun: false, isLost: false };
  const run = runOf(owner, due, sending, context);
  const holder = { id: owner.targetId, isPlanned: false, resource: {} };
  const followed = await (isMany ? followMany : followOne)(reference, holder, run, resolveKnown(context));
  heed(followed.requests, context);
  return { target, kept, before, followed, isLost: sending.isLost };
}

interface HeldReading {
  readonly held: readonly string[];
  readonly request: RecordedRequest;
  /** Why nobody knows what the target has. */
  readonly failure?: string;
}

/** What the target has after a change of which nobody knows whether it was carried out; members are read for this alone. */
async function readHeld(
  { targetId, lane }: Owner,
  { path }: DueReference,
  context: CycleContext,
): Promise<HeldReading> {
  const { target, signal } = context.cycle;
  const request = { method: "GET", path: resourcePath(lane.mapping.targetObject.text, targetId) } as const;
  const answer = await target.send(request, signal);
  const recorded = recordRequest(request, "read", answer);
  heed([recorded], context);
  if (answer.kind === "resource")
    return { held: [readTarget(answer.resource, path) ?? []].flat().filter(id => id !== ""), request: recorded };
  const failure =
    answer.kind === "failure" ? answer.message : l10n.t("The target answered with something other than a resource.");
  return { held: [], request: recorded, failure };
}

/** Nothing is written as long as an earlier change is uncertain: what it may have added would never be taken away. */
function unread({ known }: Owner, { target, kept }: DueReference, { request, failure }: HeldReading): WrittenReference {
  const before = kept.held ?? [];
  const report = {
    displayName: known.name,
    outcome: "failed",
    ...(failure !== undefined && { reason: failure }),
  } as const;
  const followed = { after: before, reports: [report], requests: [request], writes: [] };
  return { target, kept, before, followed, isLost: true };
}

/** What became of the writing requests of one reference. */
interface Sending {
  isBegun: boolean;
  /** One of them may or may not have been carried out. */
  isLost: boolean;
}

function runOf({ known, lane }: Owner, due: DueReference, sending: Sending, context: CycleContext): Run {
  const { application, text, target, world, wire, verifies, signal, store } = context.cycle;
  return {
    ...(application && { application }),
    mapping: lane.mapping,
    text,
    object: objectOf(known),
    target,
    executor: {
      kind: "live",
      async write(request, abort, attempt): Promise<ScimAnswer> {
        if (!sending.isBegun) {
          store.references.keep(known.id, due.target, { ...due.kept, status: "sent" });
          store.commit();
        }
        sending.isBegun = true;
        const answer = await target.send(request, abort, attempt);
        if (answer.kind === "failure" && answer.isUncertain) sending.isLost = true;
        return answer;
      },
    },
    world,
    wire,
    lastKnown: context.lastKnown(known.objectType),
    ...(verifies && { verifies }),
    ...(signal && { signal }),
  };
}

function objectOf({ id, objectType, name }: KnownObject): SourceObject {
  return { id, objectType, attributes: new Map([["displayName", name]]), state: "present", assigned: true };
}
