import type { SourceObject } from "../ports.ts";
import { type CycleContext, isHalted } from "./cycleContext.ts";
import type { Deletions } from "./deletions.ts";
import type { KnownObject, Reading } from "./jobStore.ts";
import { type Evaluated, fingerprintOf, provisionAll } from "./provisionObject.ts";

/**
 * Reads the source once and provisions what is new, has changed or is due again. Deletions are put aside where there is a
 * threshold. True where the source was read to its end.
 */
export async function importObjects(reading: Reading, deletions: Deletions, context: CycleContext): Promise<boolean> {
  const { source, store, signal, onProgress } = context.cycle;
  for await (const block of source.read(signal)) {
    if (isHalted(context)) return false;
    context.counts.countImported += block.length;
    const evaluated = block.flatMap(object => evaluation(object, reading.see(object.id), context) ?? []);
    await provisionAll(
      evaluated.filter(one => !deletions.putAside(one)),
      context,
    );
    store.commit();
    onProgress?.(context.counts, source.share());
  }
  return !isHalted(context);
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
  const escrow = known && store.escrows.find(object.id);
  if (escrow?.kind === "object" && escrow.fingerprint === fingerprint && escrow.nextAttempt > world.now()) {
    context.counts.waiting++;
    return undefined;
  }
  return { object, lane, fingerprint };
}
