import * as l10n from "@vscode/l10n";
import type { SourceObject, UnreadableObject } from "../ports.ts";
import { type CycleContext, isHalted, logEntry } from "./cycleContext.ts";
import type { Deletions } from "./deletions.ts";
import type { KnownObject, Reading } from "./jobStore.ts";
import { type Happening, happeningEntry } from "./logEntry.ts";
import { fingerprintOf, provisionAll } from "./provisionObject.ts";
import type { Evaluated } from "./settle.ts";

/**
 * Reads the source once and provisions what is new, has changed or is due again. Deletions are put aside where there is a
 * threshold. True where the source was read to its end.
 */
export async function importObjects(reading: Reading, deletions: Deletions, context: CycleContext): Promise<boolean> {
  const { source, store, signal, onProgress } = context.cycle;
  const takeNote = (unreadable: UnreadableObject) => noteUnreadable(unreadable, reading, context);
  for await (const block of source.read(signal, takeNote)) {
    if (isHalted(context)) return false;
    context.counts.countImported += block.length;
    const known = reading.see(block.map(({ id }) => id));
    const evaluated = block.flatMap((object, index) => evaluation(object, known[index], context) ?? []);
    await provisionAll(
      evaluated.filter(one => !deletions.putAside(one)),
      context,
    );
    store.commit();
    onProgress?.(context.counts, source.share());
  }
  return !isHalted(context);
}

/** It fails by itself, and is not gone; where nobody knows which one it is, nobody is taken for gone in this cycle. */
function noteUnreadable(unreadable: UnreadableObject, reading: Reading, context: CycleContext): void {
  const { id, line, column, reason: message } = unreadable;
  const [known] = id === undefined ? [] : reading.see([id]);
  if (known === undefined) context.brake.hasUnknown = true;
  context.counts.countEscrowed++;
  const error = { code: "SourceObjectUnreadable", message, recommendedAction: l10n.t("Correct it in the source.") };
  const description = l10n.t`Line ${line}, column ${column} of the source: ${message}`;
  const step = { name: "EntryImport", provisioningStepType: "import", description, details: {} } as const;
  const source = { id: id ?? "", displayName: known?.name ?? "", identityType: known?.objectType ?? "" } as const;
  const happening: Happening = { action: "other", status: "failure", step, error, source };
  logEntry(context, context.cycle.world.now(), (log, moment) => happeningEntry(happening, log, moment));
}

/** The object, where it is to be evaluated: undefined for one that has not changed, or waits after a failure. */
function evaluation(
  object: SourceObject,
  known: KnownObject | undefined,
  context: CycleContext,
): Evaluated | undefined {
  const lane = context.lane(object.objectType);
  if (lane === undefined) return undefined;
  const { store, world } = context.cycle;
  const fingerprint = fingerprintOf(object, context);
  if (known?.fingerprint === fingerprint) return undefined;
  const escrow = known && known.fingerprint === undefined ? store.escrows.find(object.id) : undefined;
  if (escrow?.kind === "object" && escrow.fingerprint === fingerprint && escrow.nextAttempt > world.now()) {
    context.counts.waiting++;
    return undefined;
  }
  return { object, lane, fingerprint };
}
