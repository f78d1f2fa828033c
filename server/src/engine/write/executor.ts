import type { Executor, TargetSystem } from "../ports.ts";

/** Keeps every writing request and sends none. */
export function dryRun(): Executor {
  return { kind: "dryRun", write: async () => ({ kind: "planned" }) };
}

/** Sends every writing request to the target. */
export function live(target: TargetSystem): Executor {
  return { kind: "live", write: target.send };
}
