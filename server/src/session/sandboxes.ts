import type { Sandbox } from "../connectors/sandbox/startSandbox.ts";
import type { WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";

/** The sandboxes of one process. Whoever creates it stops it. */
export interface Sandboxes {
  /** The sandbox of an environment: started when it is first asked for, the same one from then on. */
  readonly for: (environment: WorkspaceEnvironment) => Promise<Sandbox>;
  /** Stops all of them; what they keep in a data folder stays. */
  readonly stop: () => Promise<void>;
}

/** An owner with no sandbox yet. */
export function createSandboxes(): Sandboxes {
  const started = new Map<string, Promise<Sandbox>>();
  return {
    for({ mode, data, seed }) {
      const key = JSON.stringify([mode, data, seed]);
      const running = started.get(key);
      if (running !== undefined) return running;
      const starting = start({ mode, ...(data && { data }), ...(seed && { seed }) });
      started.set(key, starting);
      starting.catch(() => started.delete(key));
      return starting;
    },
    async stop() {
      const all = await Promise.allSettled(started.values());
      started.clear();
      await Promise.all(all.map(one => (one.status === "fulfilled" ? one.value.stop() : undefined)));
    },
  };
}

async function start(settings: Pick<WorkspaceEnvironment, "mode" | "data" | "seed">): Promise<Sandbox> {
  const { startSandbox } = await import("../connectors/sandbox/startSandbox.ts");
  return startSandbox(settings);
}
