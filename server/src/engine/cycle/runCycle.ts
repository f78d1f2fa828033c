import * as l10n from "@vscode/l10n";
import { testConnection } from "../testConnection.ts";
import type { Cycle } from "./cycle.ts";
import { beginCycle, type CycleContext, isHalted } from "./cycleContext.ts";
import { beginDeletions, deleteAbsent } from "./deletions.ts";
import type { CycleCourse } from "./endCycle.ts";
import { endCycle } from "./endCycle.ts";
import { heed, quarantine } from "./heed.ts";
import { importObjects } from "./importObjects.ts";
import type { JobState, TaskExecution } from "./jobState.ts";
import type { JobStore } from "./jobStore.ts";
import { recover } from "./recover.ts";
import { writeReferences } from "./referenceStep.ts";
import { without } from "./restart.ts";

/**
 * Runs one cycle: an initial one where nothing was evaluated under this configuration yet, else one for what changed
 * since. Objects that fail are logged and kept to be tried again; what concerns the target as a whole ends the cycle.
 * Throws what the source and the store throw; the state of before holds then, and the next cycle goes on from there.
 */
export async function runCycle(cycle: Cycle): Promise<TaskExecution> {
  const { store, world } = cycle;
  const began = world.now();
  const state = under(cycle.configuration, store);
  const kind = state.watermark === undefined ? "initial" : "incremental";
  const context = beginCycle(cycle, state, state.generation);
  await keepAlive(context);
  await recover(context);
  const course = isHalted(context) ? brokenOff : await evaluateAll(context);
  return endCycle(context, course, { kind, began });
}

const brokenOff: CycleCourse = { isWhole: false, tooManyDeletions: false };

/** The state under a configuration: where that is another one than before, everything is to be evaluated again. */
function under(configuration: string, store: JobStore): JobState & { readonly generation: string } {
  const state = store.state();
  const generation = `${state.epoch} ${configuration}`;
  if (state.generation === generation) return { ...state, generation };
  const next = { ...without(state, "watermark"), generation };
  store.setState(next);
  store.commit();
  return next;
}

/** The queries of "test connection", which begin every cycle; a target that does not answer them is not worked with. */
async function keepAlive(context: CycleContext): Promise<void> {
  const { cycle, brake } = context;
  const { requests, failure } = await testConnection(cycle.mappings, cycle);
  heed(requests, context);
  if (failure !== undefined && !cycle.signal?.aborted) brake.halt ??= quarantine(failure);
}

async function evaluateAll(context: CycleContext): Promise<CycleCourse> {
  const { store } = context.cycle;
  const reading = store.objects.beginReading();
  const deletions = beginDeletions(context);
  if (!(await importObjects(reading, deletions, context))) return brokenOff;
  if (isEmptied(context)) return brokenOff;
  if (!context.brake.hasUnknown) await deleteAbsent(reading, deletions, context);
  await writeReferences(context);
  if (isHalted(context)) return brokenOff;
  const tooManyDeletions = await deletions.conclude();
  return { isWhole: !isHalted(context), tooManyDeletions };
}

/** A source without any object is rather one that was exported wrongly than one that everybody has left. */
function isEmptied({ cycle: { store }, counts, brake }: CycleContext): boolean {
  const provisioned = store.objects.countProvisioned("User") + store.objects.countProvisioned("Group");
  if (counts.countImported > 0 || provisioned === 0) return false;
  brake.halt = {
    error: {
      code: "SourceEmpty",
      message: l10n.t`The source has no object at all, while ${provisioned} are provisioned, which would all be deleted.`,
      recommendedAction: l10n.t("Name the right directory. Where everybody is to be deleted, leave one object in it."),
    },
  };
  return true;
}
