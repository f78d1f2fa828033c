import { giveUp } from "./escrow.ts";
import type { JobState } from "./jobState.ts";
import type { JobStore } from "./jobStore.ts";

/** Graph `synchronizationJobRestartScope`, in the order of its page. */
export const resetScopes = [
  "None",
  "ConnectorDataStore",
  "Escrows",
  "Watermark",
  "QuarantineState",
  "Full",
  "ForceDeletes",
] as const;

export type ResetScope = (typeof resetScopes)[number];

/** What the portal's "Restart provisioning" resets: what a restart does that names nothing. */
export const usualReset: readonly ResetScope[] = ["QuarantineState", "Watermark", "Escrows"];

/**
 * Graph synchronizationJob: restart. `Full` is all of them but ForceDeletes, which lets the next cycle do the deletions
 * that are staged. A job that was disabled runs again whatever is reset.
 */
export function restart(store: JobStore, scopes: readonly ResetScope[]): void {
  const resets = (scope: ResetScope) => scopes.includes(scope) || (scopes.includes("Full") && scope !== "ForceDeletes");
  if (resets("ConnectorDataStore")) store.objects.clear();
  if (resets("Escrows")) clearEscrows(store);
  let state = without(store.state(), "disabled");
  if (resets("Watermark") || resets("ConnectorDataStore")) state = startingOver(state);
  if (resets("QuarantineState") || resets("None") || resets("ForceDeletes")) state = without(state, "quarantine");
  if (resets("Watermark")) store.staged.clear();
  if (resets("ForceDeletes")) state = { ...state, allowsDeletions: true };
  store.setState(state);
  store.commit();
}

/**
 * Allows the deletions that are staged, which the next cycle does then; or drops them and lets everything be evaluated again,
 * so that what is still out of scope is staged anew (accidental-deletions). Gives how many were staged.
 */
export function decideDeletions(store: JobStore, allows: boolean): number {
  const staged = store.staged.count();
  if (staged > 0) restart(store, allows ? ["ForceDeletes"] : usualReset);
  return staged;
}

/** "Clearing escrows will stop the service from retrying failures" (synchronization-synchronizationjobrestartcriteria). */
function clearEscrows(store: JobStore): void {
  for (const escrow of store.escrows.all(Number.MAX_SAFE_INTEGER)) giveUp(escrow, store);
  store.escrows.clear();
}

function startingOver(state: JobState): JobState {
  return { ...without(without(state, "watermark"), "generation"), epoch: state.epoch + 1 };
}

/** The state without one of its members. */
export function without<K extends keyof JobState>(state: JobState, member: K): Omit<JobState, K> & JobState {
  const { [member]: _, ...rest } = state;
  return rest as Omit<JobState, K> & JobState;
}
