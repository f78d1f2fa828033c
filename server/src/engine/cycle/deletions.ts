import * as l10n from "@vscode/l10n";
import { decide } from "../flow/decide.ts";
import type { SourceObject } from "../ports.ts";
import { shownName } from "../report/names.ts";
import { type CycleContext, isHalted, logEntry } from "./cycleContext.ts";
import type { KnownObject, Reading, StagedDeletion } from "./jobStore.ts";
import { happeningEntry } from "./logEntry.ts";
import { fingerprintOf, provisionAll } from "./provisionObject.ts";
import type { Evaluated } from "./settle.ts";

/** The deletions and disablings of a cycle, which are counted before the first of them is done. */
export interface Deletions {
  /** Puts an object aside that is to be deleted or disabled; false where it need not wait. */
  readonly putAside: (evaluated: Evaluated) => boolean;
  /** Does those that were put aside, or stages them where they are too many; then true. */
  readonly conclude: () => Promise<boolean>;
}

/** Counts against the threshold of the application; without one nothing waits (accidental-deletions). */
export function beginDeletions(context: CycleContext): Deletions {
  const { application, store, world } = context.cycle;
  const threshold = application?.deleteThreshold;
  const isAllowed = store.state().allowsDeletions === true;
  const aside: StagedDeletion[] = [];
  const waiting: Evaluated[] = [];
  return {
    putAside(evaluated) {
      const action = threshold === undefined ? undefined : intendedDeletion(evaluated, context);
      if (threshold === undefined || action === undefined) return false;
      const { object, lane } = evaluated;
      if (isAllowed && store.staged.has(object.id)) return false;
      const { id: objectId, objectType } = object;
      aside.push({ objectId, objectType, name: shownName(object, lane.redacted), action, since: world.now() });
      if (aside.length <= threshold) waiting.push(evaluated);
      else waiting.length = 0;
      return true;
    },
    async conclude() {
      const isExceeded = threshold !== undefined && aside.length > threshold;
      if (isExceeded) stage(aside, context);
      else {
        await provisionAll(waiting, context);
        if (!isHalted(context)) store.staged.clear();
      }
      return isExceeded;
    },
  };
}

/** What is to be done with the target's object of one that leaves; undefined for one that stays, or never came. */
function intendedDeletion(
  { object, lane }: Evaluated,
  { cycle: { application, store } }: CycleContext,
): "disable" | "delete" | undefined {
  const known = store.objects.find(object.id);
  if (known?.targetId === undefined || known.standing === "unmanaged") return undefined;
  const scope = lane.judge(object);
  if (object.state !== "deleted" && (scope.failure !== undefined || scope.leftAlone)) return undefined;
  const { kind } = decide({
    scope,
    found: { id: known.targetId, resource: {} },
    state: object.state,
    objectType: object.objectType,
    actions: lane.mapping.actions,
    skipOutOfScopeDeletions: application?.skipOutOfScopeDeletions ?? false,
    canDisable: lane.compiled.some(({ dependsOnIsSoftDeleted }) => dependsOnIsSoftDeleted),
  });
  if (kind === "delete") return kind;
  return kind === "disable" && known.standing === "inScope" ? kind : undefined;
}

/** Provisions, as deleted, the objects that a whole reading of the source did not see. */
export async function deleteAbsent(reading: Reading, deletions: Deletions, context: CycleContext): Promise<void> {
  const { store } = context.cycle;
  for (const known of reading.unseen()) {
    const lane = context.lane(known.objectType);
    if (lane === undefined) continue;
    if (isHalted(context)) return;
    const object = deletedObject(known);
    const evaluated: Evaluated = { object, lane, fingerprint: fingerprintOf(object, context), isAbsent: true };
    if (known.targetId === undefined || known.standing === "unmanaged") store.objects.forget(known.id);
    else if (isDue(evaluated, context) && !deletions.putAside(evaluated)) await provisionAll([evaluated], context);
  }
}

function isDue({ object, fingerprint }: Evaluated, { cycle: { store, world }, counts }: CycleContext): boolean {
  const escrow = store.escrows.find(object.id);
  const waits = escrow?.fingerprint === fingerprint && escrow.nextAttempt > world.now();
  if (waits) counts.waiting++;
  return !waits;
}

function deletedObject({ id, objectType, name }: KnownObject): SourceObject {
  return { id, objectType, attributes: new Map([["displayName", name]]), state: "deleted", assigned: false };
}

function stage(aside: readonly StagedDeletion[], context: CycleContext): void {
  const { store, world } = context.cycle;
  const before = new Map(store.staged.all(Number.MAX_SAFE_INTEGER).map(one => [one.objectId, one]));
  store.staged.clear();
  for (const deletion of aside) {
    const known = before.get(deletion.objectId);
    store.staged.add(known ?? deletion);
    if (known === undefined)
      logEntry(context, world.now(), (log, moment) => happeningEntry(stagedEntry(deletion), log, moment));
  }
  context.counts.staged = aside.length;
  store.commit();
}

function stagedEntry({ objectId: id, objectType: identityType, name: displayName, action }: StagedDeletion) {
  const name = action === "delete" ? "EntryExportDelete" : "EntryExportUpdateSoftDelete";
  const description =
    action === "delete"
      ? l10n.t`${displayName} is to be deleted, which waits until somebody allows it.`
      : l10n.t`${displayName} is to be disabled, which waits until somebody allows it.`;
  return {
    action: "stagedDelete",
    status: "skipped",
    step: { name, provisioningStepType: "export", description, details: {} },
    source: { id, displayName, identityType },
  } as const;
}
